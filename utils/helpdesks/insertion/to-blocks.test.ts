import { expect, it } from 'vitest';
import { toBlocks, toEditorHtml } from './to-blocks.ts';

it('divides paragraphs at empty lines and knows lists', () => {
  expect(toBlocks('Hello,\nAna\n\nDo this:\n1. Open\n2. Close\n\n- a\n- b')).toEqual([
    { kind: 'paragraph', lines: ['Hello,', 'Ana'] },
    { kind: 'paragraph', lines: ['Do this:'] },
    { kind: 'ordered', lines: ['Open', 'Close'] },
    { kind: 'bulleted', lines: ['a', 'b'] },
  ]);
});

it('leaves numbers alone that a list would change', () => {
  expect(toBlocks('3. Third')).toEqual([{ kind: 'paragraph', lines: ['3. Third'] }]);
});

it('makes no markup out of text', () => {
  expect(toEditorHtml(toBlocks(`<img src=x onerror="a('b')"> & co`))).toBe(
    '<p>&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; co</p>',
  );
});
