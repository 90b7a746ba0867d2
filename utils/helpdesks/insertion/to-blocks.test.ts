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

it.each([
  ['https://desk.example/a?b=1&c=2.', '<a href="https://desk.example/a?b=1&amp;c=2">https://desk.example/a?b=1&amp;c=2</a>.'],
  ['(see http://desk.example/a/)', '(see <a href="http://desk.example/a/">http://desk.example/a/</a>)'],
  ['mailto:help@desk.example, please', '<a href="mailto:help@desk.example">mailto:help@desk.example</a>, please'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['https://x.example/"onclick="y', '<a href="https://x.example/">https://x.example/</a>&quot;onclick=&quot;y'],
])('makes a link of an address and of nothing else: %s', (line, html) => {
  expect(toEditorHtml(toBlocks(line))).toBe(`<p>${html}</p>`);
});

it('keeps spaces that HTML would lose', () => {
  expect(toEditorHtml(toBlocks('a  b   c'))).toBe('<p>a&nbsp; b&nbsp;&nbsp; c</p>');
});
