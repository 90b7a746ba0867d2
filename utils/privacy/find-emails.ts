import { toSpans, type PiiSpan } from './pii-kind.ts';

const local = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}._%+'’~-]{0,63}`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const top = String.raw`(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,62})`;
const domain = String.raw`(?:${label}\.){1,8}${top}`;

/** Addresses as mail servers take them, in any script; RFC 5321 lengths. */
const plain = new RegExp(`${local}(?<![.'’-])@${domain}(?![\\p{L}\\p{N}])`, 'giu');
/** "ana (at) example.com", "ana [at] example (dot) com". */
const spelled = new RegExp(
  String.raw`${local}\s{0,2}[[({](?:at|ät)[\])}]\s{0,2}${label}(?:(?:\.|\s{0,2}[[({](?:dot|punkt|punto|point)[\])}]\s{0,2})${label}){1,5}`,
  'giu',
);

export function findEmails(text: string): PiiSpan[] {
  return [...toSpans('e-mail', text, plain), ...toSpans('e-mail', text, spelled)];
}
