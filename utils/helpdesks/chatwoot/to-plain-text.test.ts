import { expect, it } from 'vitest';
import { toPlainText } from './to-plain-text.ts';

it.each([
  ['Press **Save**, *then* _close_ and ***wait***.', 'Press Save, then close and wait.'],
  ['See [the page](https://help.example/a_b) or <https://help.example>', 'See the page or https://help.example'],
  ['1\\. no list, \\*no star\\*, a\\_b, `x`', '1. no list, *no star*, a_b, x'],
  ['order_id_7 costs 2 * 3 * 4', 'order_id_7 costs 2 * 3 * 4'],
  ['## Steps\n\n* one\n* two\n\n1. three', 'Steps\n\n- one\n- two\n\n1. three'],
  ['one\\\ntwo', 'one\ntwo'],
  ['```js\n**a** = *b*;\n```\n**c**', '**a** = *b*;\nc'],
])('reads %j as a reader does', (markdown, text) => {
  expect(toPlainText(markdown)).toBe(text);
});
