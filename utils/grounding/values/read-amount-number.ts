import { readMultiplier, readNumberWord } from './number-words.ts';
import { parseNumber } from './parse-number.ts';
import type { Token } from './tokens.ts';

/** A plain number at a token. `isDoubtful`: an article or a common word, a number only before a unit. */
export type PlainNumber = {
  readonly numbers: readonly number[];
  readonly next: number;
  readonly isDoubtful: boolean;
  readonly isOrdinal?: boolean;
};

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 'e', 'eme', 'º', 'ª', 'o', 'a', 'x']);
/** Hyphenated number words have at most this many parts: "quatre-vingt-dix-neuf". */
const MAX_PARTS = 4;

/** Digits, number words, and both with "thousand", "million" or "k" behind them. */
export function readPlainNumber(tokens: readonly Token[], at: number, language: string): PlainNumber | undefined {
  const token = tokens[at];
  if (token?.type === 'number') {
    const numbers = FRACTIONS.has(token.text) ? [FRACTIONS.get(token.text) ?? 0] : parseNumber(token.text);
    if (numbers.length === 0) return undefined;
    const after = tokens[at + 1];
    if (after?.isJoined === true && after.type === 'word') {
      if (ORDINAL_ENDINGS.has(after.key)) return { numbers, next: at + 2, isDoubtful: false, isOrdinal: after.key !== 'x' };
      if (after.key === 'k') return { numbers: numbers.map((one) => one * 1000), next: at + 2, isDoubtful: false };
    }
    if (after?.type === 'sign' && after.isJoined && /[ºª°]/u.test(after.text))
      return { numbers, next: at + 2, isDoubtful: false };
    const times = after?.isJoined === false && after.key !== 'cent' ? readMultiplier(after.key) : undefined;
    return times === undefined
      ? { numbers, next: at + 1, isDoubtful: false }
      : { numbers: numbers.map((one) => one * times), next: at + 2, isDoubtful: false };
  }
  return token?.type === 'word' ? readWords(tokens, at, language) : undefined;
}

function readWords(tokens: readonly Token[], at: number, language: string): PlainNumber | undefined {
  const first = readHyphened(tokens, at, language);
  if (!first) {
    const times = readMultiplier(tokens[at]?.key ?? '');
    // "cent", "mil", "hundert" alone; "million" and "hundred" only behind a number.
    const isAlone = times !== undefined && !/^(?:hundred|thousand|mill|mio|mili|milh|milj|cent$)/.test(tokens[at]?.key ?? '');
    return isAlone ? { numbers: [times], next: at + 1, isDoubtful: true } : undefined;
  }
  // "treinta y cinco", "twenty five"
  const join = /^(?:y|et|e)$/.test(tokens[first.next]?.key ?? '') ? 1 : 0;
  const tens = first.numbers[0] ?? 0;
  const second = tens >= 20 && tens % 10 === 0 ? readHyphened(tokens, first.next + join, language) : undefined;
  const ones = second?.numbers[0] ?? 0;
  const both = second && ones < 10 ? { numbers: [tens + ones], next: second.next, isDoubtful: false } : first;
  const times = readMultiplier(tokens[both.next]?.key ?? '');
  return times === undefined ? both : { numbers: both.numbers.map((one) => one * times), next: both.next + 1, isDoubtful: false };
}

/** The longest number word that begins here, hyphens inside: "twenty-five", "dix-sept". "Two" of "two-factor" is part of a name. */
function readHyphened(tokens: readonly Token[], at: number, language: string): PlainNumber | undefined {
  let word = '';
  let found: PlainNumber | undefined;
  let next = at;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const token = tokens[next];
    if (token?.type !== 'word' || (part > 0 && !token.isJoined)) break;
    word += part === 0 ? token.key : `-${token.key}`;
    const read = readNumberWord(word, language);
    if (read) found = { numbers: [read.number], next: next + 1, isDoubtful: read.isDoubtful };
    const hyphen = tokens[next + 1];
    if (hyphen?.text !== '-' || !hyphen.isJoined) break;
    next += 2;
  }
  return found;
}
