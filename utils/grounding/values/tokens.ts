import { fold } from '../../text/fold.ts';
import type { Span } from '../text-runs.ts';

/** A number as written ("1.299,00"), a word, or one other character. */
export type Token = Span & {
  readonly type: 'number' | 'word' | 'sign';
  readonly text: string;
  /** As it is compared: lower case, without accents. */
  readonly key: string;
  /** Stands right behind the token before it. */
  readonly isJoined: boolean;
};

const TOKEN = /(?<number>\p{N}+(?:[.,'’\u00a0\u202f]\p{N}+)*)|(?<word>[\p{L}\p{M}]+)|(?<sign>[^\s])/gu;
/** Where thousands are set apart by a plain space. */
const SPACED_TOKEN = new RegExp(
  TOKEN.source.replace('(?<number>', String.raw`(?<number>\p{N}{1,3}(?: \p{N}{3})+(?:,\p{N}+)?(?!\p{N})|`),
  'gu',
);
const SPACES_THOUSANDS = /^(?:fr|es|sv|no|da|fi)/;

/** Time and memory grow with the length alone, whatever stands in the text. */
export function toTokens(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  let before = -1;
  for (const match of text.matchAll(SPACES_THOUSANDS.test(language) ? SPACED_TOKEN : TOKEN)) {
    const { number, word } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const type = number === undefined ? (word === undefined ? 'sign' : 'word') : 'number';
    tokens.push({ type, text: match[0], key: toKey(match[0], type), start, end, isJoined: start === before });
    before = end;
  }
  return tokens;
}

function toKey(text: string, type: Token['type']): string {
  if (type === 'number') return text;
  // Nearly all words are plain, and folding is what costs time here.
  return /^[\w ]*$/.test(text) ? text.toLowerCase() : fold(text);
}
