import { toSpans, type PiiSpan } from './pii-kind.ts';

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const dotted = String.raw`(?:${octet}\.){3}${octet}`;

/** Not in a version ("v1.2.3.4", "version 10.0.0.1") nor in a longer dotted number. */
const version4 = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.]|(?:version|release|build|firmware|update)\s{1,3}v?)${dotted}(?:\/(?:3[0-2]|[12]?\d)(?!\d))?(?![\p{L}\p{N}_]|\.\d+\.\d)(?!\.\d{4})`,
  'giu',
);
const run6 =
  /(?<![\p{L}\p{N}_:.])[\da-f]{0,4}:[\da-f:]*(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?:%[\w.-]{1,20})?(?:\/(?:12[0-8]|1[01]\d|[1-9]?\d)(?!\d))?(?![\p{L}\p{N}_:]|\.\d)/giu;

/** IP addresses of both versions, with the prefix length where one follows. `text` with plain digits. */
export function findIpAddresses(text: string): PiiSpan[] {
  const six = toSpans('ip', text, run6).flatMap((span) => {
    const run = text.slice(span.start, span.end);
    const trimmed = run.endsWith(':') && !run.endsWith('::') ? run.slice(0, -1) : run;
    return isVersion6(trimmed) ? [{ ...span, end: span.start + trimmed.length }] : [];
  });
  return [...six, ...toSpans('ip', text, version4)];
}

/** @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function isVersion6(run: string): boolean {
  const [address = '', prefix] = run.split('/');
  const plain = (address.split('%')[0] ?? '').replace(new RegExp(`(?<=:)${dotted}$`), '0:0');
  if (plain.includes('.') || plain.includes(':::')) return false;
  const halves = plain.split('::');
  if (halves.length > 2 || (plain === '::' && prefix === undefined)) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}
