import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { toMessageLines } from './to-message-lines.ts';

const linesOf = (html: string, css: string): string[] => {
  const { document } = new Window();
  document.body.innerHTML = html;
  return toMessageLines(document.querySelector(css) as unknown as Element).map(({ text }) => text);
};

it('keeps the empty lines between paragraphs of a message that is an item of the page’s own list', () => {
  expect(linesOf('<ol><li><div id="body"><p>One</p><p>Two</p></div></li></ol>', '#body')).toEqual(['One', '', 'Two', '']);
  expect(linesOf('<ol><li id="body"><p>One</p><p>Two</p></li></ol>', '#body')).toEqual(['One', '', 'Two', '']);
});

it('puts no empty lines between paragraphs of one item of a list in the message', () => {
  expect(linesOf('<div id="body"><ul><li><p>One</p></li><li>Two</li></ul></div>', '#body')).toEqual(['- One', '- Two', '']);
});
