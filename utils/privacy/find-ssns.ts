import { toSpans, type PiiSpan } from './pii-kind.ts';

/** Never given out: area 000, 666 and 900–999 (those are taxpayer numbers, whose groups are bounded), group 00, serial 0000. */
const area = String.raw`(?!000|666|9)\d{3}`;
const number = String.raw`(?:${area}([ -])(?!00)\d\d\1(?!0000)\d{4}|9\d\d([ -])(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\2\d{4})`;
const written = new RegExp(String.raw`(?<![\p{L}\p{N}]|\p{N}[-.,/])${number}(?![\p{L}\p{N}]|[-.,/]\p{N})`, 'giu');
const named =
  /(?:\bssn|social security(?: number| no\.?)?)(?:\s{1,3}(?:is|was|ends?)|:|=|#|\s){1,4}((?!000|666|9)\d{3}[ -]?(?!00)\d\d[ -]?(?!0000)\d{4})(?!\d)/dgi;

/** US social security numbers and taxpayer numbers of the same form; without hyphens only where the text says what it is. */
export function findSsns(text: string): PiiSpan[] {
  return [...toSpans('ssn', text, written), ...toSpans('ssn', text, named, 1)];
}
