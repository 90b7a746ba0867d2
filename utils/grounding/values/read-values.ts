import { readAmount } from './read-amounts.ts';
import { readBound } from './read-bound.ts';
import { readDate } from './read-dates.ts';
import { readQuoted, readSpelled } from './read-marked.ts';
import { readMenuPaths } from './read-menu-paths.ts';
import { readTime } from './read-times.ts';
import { toTokens, type Token } from './tokens.ts';
import type { Found, Value } from './value.ts';

/** "1. " before a step is form, not a value. */
const LIST_NUMBER = /^[ \t]*\d{1,2}[.)](?=[ \t])/gmu;
const VERSION_WORDS = new Set(['version', 'versionen', 'versiones', 'versions', 'versao', 'versione', 'versie', 'release']);

/**
 * Every value that a text states, by place: amounts, dates, times, codes, addresses, quoted terms and paths through menus.
 * `language` (BCP 47) says which number words are meant and how "02/11/2026" is read; with "en" alone it is read both ways.
 * Only quoted terms and paths may hold or overlap other values. Time grows with the length alone. Never throws.
 */
export function readValues(text: string, language: string): Value[] {
  const tokens = toTokens(text, language);
  const spelled = readSpelled(text);
  const listNumbers = new Set([...text.matchAll(LIST_NUMBER)].map((match) => match.index + match[0].search(/\d/)));
  const values: Value[] = [];
  let claimed = 0;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    while ((spelled[claimed]?.end ?? Infinity) <= token.start) claimed += 1;
    const owner = spelled[claimed];
    if (owner && owner.start < token.end) {
      at += 1;
      continue;
    }
    const found = mayBegin(token) ? readAt(text, tokens, at, language, listNumbers) : undefined;
    if (found) values.push(withBound(found.value, tokens, at));
    at = found?.next ?? at + 1;
  }
  return [...values, ...spelled, ...readQuoted(text), ...readMenuPaths(text, tokens)].toSorted((a, b) => a.start - b.start);
}

/** Most signs and the words of one letter begin nothing. */
function mayBegin(token: Token): boolean {
  return token.type !== 'sign' || /[$€£¥₹−–-]/u.test(token.text);
}

function readAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  language: string,
  listNumbers: ReadonlySet<number>,
): Found | undefined {
  const token = tokens[at];
  const date = readDate(text, tokens, at, language);
  if (date) return date;
  if (token && listNumbers.has(token.start)) return undefined;
  return readVersion(text, tokens, at) ?? readTime(text, tokens, at) ?? readAmount(text, tokens, at, language);
}

/** "version 4.2"; the word is part of the span. */
function readVersion(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const [word, number] = [tokens[at], tokens[at + 1]];
  if (!word || number?.type !== 'number' || !VERSION_WORDS.has(word.key)) return undefined;
  const span = { start: word.start, end: number.end };
  return {
    value: {
      kind: 'version',
      ...span,
      text: text.slice(span.start, span.end),
      readings: [{ low: 0, high: 0, unit: number.text }],
    },
    next: at + 2,
  };
}

function withBound(value: Value, tokens: readonly Token[], at: number): Value {
  const bound = readBound(tokens, at);
  return bound ? { ...value, bound } : value;
}
