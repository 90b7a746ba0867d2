import { readNumberContext } from './phone-words.ts';
import type { PiiSpan } from './pii-kind.ts';

/** Digits of a number with its country code, ITU-T E.164; the shortest that anybody is called at has seven. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

const candidate =
  /(?<![\p{L}\p{N}_#+]|\p{N}[.,/:-]|[$€£¥]\s?)(?:tel:)?(\(?\+?\(?\d{1,15}\)?(?:[ .\-/]{0,2}\(\d{1,5}\)[ .\-/]{0,2}\d{1,12}|(?:(?<=\))| \/ |[ .\-/]{1,2})\d{1,12})*)(?:(?:\s?(?:x|ext\.?|extension|durchwahl|dw)\s?)\d{1,6})?(?![\p{L}\p{N}_%€$£]|[.,:/-]\d|\s?(?:%|€|\$|£|usd\b|eur\b))/dgiu;
const date =
  /^(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:(?:19|20)\d\d|\d\d))(?=$| )/;

/** Written so that it can be little else: a trunk zero or an area code in brackets with groups behind it, or the North American 3-3-4. */
const shapes: readonly RegExp[] = [
  /^\(0?\d{1,5}\)[ .-]?\d{2,8}(?:[ .-]?\d{2,4}){0,3}$/,
  /^(?:(?:001|1)[ .-])?\(?[2-9]\d\d\)?(?:[ -]{1,2}|\.)\d{3}[ .-]\d{4}$/,
  /^\d{3}([.-])\d{3}\1\d\d\1\d\d$/,
  /^0\d{1,5}[ .\-/]{1,3}\d{2,8}(?:[ .-]{1,2}\d{2,5}){1,4}$/,
  /^0\d{1,4}[ /-]{1,3}\d{5,8}$/,
  /^0 ?\(?\d{2,4}\)? \d{3}(?: ?\d{2,4}){1,2}$/,
  /^0[1-9]\d{8,9}$/,
  /^00\d{1,3}[ .\-/(]{1,2}[\d .\-/()]{6,20}$/,
];

/**
 * Phone numbers: with a plus sign; in a shape that is only a phone's; or 7–15 digits where a word beside them says phone.
 * Bare digits without such a word stay: order, invoice and customer numbers are not personal. `text` with plain digits.
 */
export function findPhones(text: string): PiiSpan[] {
  return [...text.matchAll(candidate)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    const whole = match.index + match[0].length;
    return splitRun(text.slice(start, end), start).flatMap((part) => {
      const isLast = part.end === end;
      return isPhone(text, part) ? [{ kind: 'phone' as const, start: part.start, end: isLast ? whole : part.end }] : [];
    });
  });
}

type Part = { readonly start: number; readonly end: number };

/** "Call me back on": numbers of small countries have five digits. */
const asked = /(?<![\p{L}\p{N}])(?:call|reach|phone|ring|dial|text)(?: (?:me|us))?(?: back)? (?:on|at) $/iu;
const MIN_ASKED_DIGITS = 5;

const countDigits = (text: string): number => text.match(/\d/g)?.length ?? 0;

/** One number, or, where the digits are too many for one, what stands between its spaces. */
function splitRun(run: string, start: number): Part[] {
  const trimmed = run.replace(/[ (.\-/]+$/, '');
  if (countDigits(trimmed) <= MAX_DIGITS) return [{ start, end: start + trimmed.length }];
  const parts = [...trimmed.matchAll(/\+[\d.\-/()]+(?: [\d.\-/()]+)*|\S+/g)];
  return parts.map((part) => ({ start: start + part.index, end: start + part.index + part[0].length }));
}

function isPhone(text: string, { start, end }: Part): boolean {
  const written = text.slice(start, end);
  const digits = countDigits(written);
  if (digits < (asked.test(text.slice(Math.max(0, start - 30), start)) ? MIN_ASKED_DIGITS : MIN_DIGITS) || digits > MAX_DIGITS)
    return false;
  if (date.test(written)) return false;
  if (!isBalanced(written)) return false;
  if (/^\(?\+/.test(written)) return true;
  const context = readNumberContext(text, start, end);
  if (context === 'other') return false;
  return context === 'phone' || shapes.some((shape) => shape.test(written));
}

const isBalanced = (text: string): boolean => text.split('(').length === text.split(')').length;
