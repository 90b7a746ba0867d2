import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { readEditor, toInk } from './read-back.ts';

function read(html: string): string {
  const { document } = new Window();
  document.body.innerHTML = html;
  return readEditor(document.body as unknown as HTMLElement).trim();
}

it.each([
  ['lists as browsers write them', '<ol><li>Open</li><li>Close</li></ol><ul><li>one</li></ul>'],
  ['items with a paragraph in each', '<ol><li><p>Open</p></li><li><p>Close</p></li></ol><ul><li><div>one</div></li></ul>'],
  [
    'lists as Quill writes them',
    '<ol><li data-list="ordered">Open</li><li data-list="ordered">Close</li></ol><ol><li data-list="bullet">one</li></ol>',
  ],
])('reads %s with their marks', (_what, html) => {
  expect(read(html)).toBe('1. Open\n2. Close\n\n- one');
});

it('counts the items of each of Quill’s lists for itself', () => {
  const item = (kind: string, text: string): string => `<li data-list="${kind}">${text}</li>`;
  expect(read(`<ol>${item('ordered', 'a')}${item('bullet', 'b')}${item('ordered', 'c')}</ol>`)).toBe('1. a\n- b\n1. c');
});

it('takes white space, bullets and direction marks for nothing, and every other character for something', () => {
  expect(toInk('- שלום \u200fמריה\n• a\u00a0b')).toBe('שלוםמריהab');
  expect(toInk('1. a - b')).toBe('1.a-b');
});
