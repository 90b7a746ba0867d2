import { parseNumber } from './parse-number.ts';
import type { Token } from './tokens.ts';
import { readPeriodWord, readUnitWord } from './unit-words.ts';

const PER = new Set([
  'per',
  'pro',
  'je',
  'por',
  'par',
  'each',
  'every',
  'cada',
  'chaque',
  'ogni',
  'alle',
  'jede',
  'jeder',
  'jedes',
  'jeden',
  'pr',
  '/',
]);
/** These mean "per" right before the unit only. */
const ARTICLE = new Set(['a', 'an', 'al', 'im', 'in', 'la', 'el', 'le', 'une', 'un', 'der', 'die', 'all', 'am']);
/** Between a number and its "per" stands what is counted: "600 API requests per minute". */
const MAX_COUNTED = 4;
/** "per user and month" */
const MAX_BETWEEN = 4;

/** In which time an amount is meant: "per minute" is '60 s', "per user and year" is '12 month'. `isPrice`: "EUR 12 monthly" counts too. */
export function readPeriod(tokens: readonly Token[], at: number, isPrice: boolean): { readonly period: string } | undefined {
  for (let next = at; next <= at + MAX_COUNTED; next += 1) {
    const token = tokens[next];
    if (!token || token.type === 'number' || (token.type === 'sign' && token.text !== '/')) return undefined;
    const word = isPrice && next <= at + 1 ? readPeriodWord(token.key) : undefined;
    if (word !== undefined) return { period: word };
    if (ARTICLE.has(token.key)) {
      const article = tokens[next + 1];
      const period = toPeriod(article, 1) ?? (ARTICLE.has(article?.key ?? '') ? toPeriod(tokens[next + 2], 1) : undefined);
      if (period !== undefined && /^(?:a|an|al|la|im|am)$/.test(token.key)) return { period };
    }
    if (!PER.has(token.key)) continue;
    // "on the 1st of each month" is a day, not so many of it.
    if (/^(?:of|de|di|do|von|van)$/.test(tokens[next - 1]?.key ?? '')) return undefined;
    const count = tokens[next + 1]?.type === 'number' ? parseNumber(tokens[next + 1]?.text ?? '')[0] : undefined;
    if (count !== undefined) {
      const period = toPeriod(tokens[next + 2], count);
      return period === undefined ? undefined : { period };
    }
    for (let ahead = next + 1; ahead <= next + MAX_BETWEEN; ahead += 1) {
      const unit = tokens[ahead];
      if (!unit || unit.type === 'number' || (unit.type === 'sign' && unit.text !== '/')) return undefined;
      const period = toPeriod(unit, 1);
      if (period !== undefined) return { period };
    }
    return undefined;
  }
  return undefined;
}

function toPeriod(token: Token | undefined, count: number): string | undefined {
  if (token?.type !== 'word') return undefined;
  const unit = readUnitWord(token.key, '');
  return unit?.kind === 'duration' ? `${count * (unit.factors[0] ?? 1)} ${unit.unit}` : undefined;
}
