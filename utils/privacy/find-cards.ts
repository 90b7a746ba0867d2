import { toSpans, type PiiSpan } from './pii-kind.ts';

/** Card networks' first digits with their lengths (ISO/IEC 7812 ranges as the networks publish them). */
const networks: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [16, 13, 19]],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16, 19]],
  [/^35/, [16, 15]],
  [/^(?:1800|2131)/, [15]],
  [/^(?:6[0-9]|50|5[6-9])/, [16, 18, 19, 15, 14, 13, 12]],
];

const cardWord = 'card|karte|tarjeta|carte|carta|cartão|kaart|kort|visa|mastercard|maestro|amex|american express|diners|jcb';
const nearCard = new RegExp(String.raw`${cardWord}|(?<!\p{L})(?:cc|cvv|cvc)(?!\p{L})`, 'iu');
const named = new RegExp(
  String.raw`(?:${cardWord})(?:nummer)?(?: (?:number|no\.?|nr\.?|is|ist))*[:# ]{1,3}(\d{12,19})(?!\d)`,
  'dgiu',
);

/**
 * Payment card numbers in one run or in groups, with a network's first digits and length and a right check digit (Luhn).
 * In one run of 12, 13 or more than 16 digits they are more often a product's or a record's number, so there a word near
 * them has to say card; right behind such a word any network will do. `text` with plain digits.
 */
export function findCards(text: string): PiiSpan[] {
  const byNetwork = findByNetwork(text).filter(
    ({ start, end }) =>
      !/^(?:\d{12,13}|\d{17,19})$/.test(text.slice(start, end)) ||
      nearCard.test(text.slice(Math.max(0, start - 60), start)) ||
      nearCard.test(text.slice(end, end + 25)),
  );
  return [...byNetwork, ...toSpans('card', text, named, 1).filter(({ start, end }) => isLuhn(text.slice(start, end)))];
}

function findByNetwork(text: string): PiiSpan[] {
  return [...text.matchAll(/(?<!\d)\d+(?:[ \u200b-\u200d\u2060\ufeff-]{1,2}\d+|\.\d{4}(?!\d))*/g)].flatMap((run) =>
    findInRun(run[0], run.index),
  );
}

/** A run may hold several numbers, or a card among other digits: groups are tried from each on. */
function findInRun(run: string, offset: number): PiiSpan[] {
  const groups = [...run.matchAll(/\d+/g)].map((group) => ({ digits: group[0], start: group.index }));
  const spans: PiiSpan[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const to = findEnd(groups.slice(from, from + 6).map((group) => group.digits));
    const [first, last] = [groups[from], groups[from + to - 1]];
    if (to === 0 || !first || !last) continue;
    spans.push({ kind: 'card', start: offset + first.start, end: offset + last.start + last.digits.length });
    from += to - 1;
  }
  return spans;
}

/** Cards are printed in groups of four to six, the last of some of three. */
const MIN_GROUP = 3;

/** How many of the groups make up a card number; 0 when none do. Of several, the length that the network uses most. */
function findEnd(groups: readonly string[]): number {
  let joined = '';
  const byLength = new Map<number, number>();
  for (const [index, group] of groups.entries()) {
    joined += group;
    if (joined.length > 19 || group.length < MIN_GROUP) break;
    if (isLuhn(joined)) byLength.set(joined.length, index + 1);
  }
  const lengths = networks.find(([start]) => start.test(joined))?.[1] ?? [];
  return lengths.map((length) => byLength.get(length) ?? 0).find((count) => count > 0) ?? 0;
}

/** @see https://patents.google.com/patent/US2950048A Luhn, 1960 */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
}
