import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { isKnownMark, readRootMarks } from './root-marks.ts';

function marksOf(html: string): readonly string[] {
  const { document } = new Window();
  document.body.innerHTML = html;
  // happy-dom's elements are as a browser's.
  return readRootMarks(document.body.firstElementChild as unknown as Element);
}

it('tells kinds apart and leaves out what differs from message to message', () => {
  expect(
    marksOf('<div id="m7" class="entry entry-7 is-open odd" data-kind="note" data-id="7" title="x"><b></b><i></i></div>'),
  ).toEqual(['.entry', '.entry-#', '[data-kind="note"]', '[data-id]']);
});

it('takes a person’s name for no kind, and a person’s role for one', () => {
  expect(marksOf('<div data-author="keller" data-author-type="agent"></div>')).toEqual([
    '[data-author]',
    '[data-author-type="agent"]',
  ]);
});

it('knows a class again that a tool has finished with another hash, and no other class', () => {
  const known = ['.Card_note__*', '.entry'];
  expect(isKnownMark('.Card_note__z9Y8x', known)).toBe(true);
  expect(isKnownMark('.Card_note__', known)).toBe(false);
  expect(isKnownMark('.Card_note__x-draft', known)).toBe(false);
  expect(isKnownMark('.entry-draft', known)).toBe(false);
});

it('looks through a root that only wraps', () => {
  expect(marksOf('<div><div class="entry draft"><b>Ana</b><p>Text</p></div></div>')).toEqual(['.entry', '.draft']);
});
