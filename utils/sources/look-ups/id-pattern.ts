/** Longest text searched for ids, in characters: an order number stands near the beginning or not at all. */
const MAX_TEXT_CHARS = 20_000;
const MAX_REPEAT = 32;
const MAX_ID_CHARS = 100;
/** Ways in which the parts of variable length can share out one text: bounds the work per position. */
const MAX_WAYS = 1024;

/** One character or a set of characters, then how often. */
const part =
  /^(?:(?<kind>\\[dw])|(?<set>\[(?:\\[dw-]|[\p{L}\p{N}_#.-])+\])|\\?(?<mark>[-./#:_ ])|(?<letter>[\p{L}\p{N}]))(?:\{(?<least>\d{1,2})(?:,(?<most>\d{1,2}))?\}|(?<optional>\?))?/u;

/**
 * A pattern for ids as a team gives it, like `NW-\d{6}`: characters, `\d`, `\w`, `[sets]`, each once, `{n}`, `{n,m}` or `?`.
 * That is less than a regular expression on purpose: without groups, alternatives and open-ended repeats no ticket can make the
 * search take long. `/…/`, `^` and `$` around it mean nothing more. `undefined` when it is not one.
 */
export function parseIdPattern(pattern: string): RegExp | undefined {
  const bare = pattern
    .trim()
    .replace(/^\/(.*)\/$/, '$1')
    .replace(/^\^/, '')
    .replace(/\$$/, '');
  let source = '';
  let ways = 1;
  let longest = 0;
  for (let rest = bare; rest !== '';) {
    const found = part.exec(rest);
    if (!found) return undefined;
    const { kind, set, mark, letter, least, most, optional } = found.groups ?? {};
    const max = Number(most ?? least ?? 1);
    const min = optional ? 0 : Number(least ?? 1);
    if (max < min || max > MAX_REPEAT || max === 0) return undefined;
    ways *= max - min + 1;
    longest += max;
    source += `${kind ?? set ?? letter ?? toEscape(mark ?? '')}{${min},${max}}`;
    rest = rest.slice(found[0].length);
  }
  if (longest < 2 || longest > MAX_ID_CHARS || ways > MAX_WAYS) return undefined;
  try {
    return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`, 'u');
  } catch {
    return undefined;
  }
}

const toEscape = (mark: string): string => `\\x${(mark.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;

/** The first id in `text`, whole: not a part of a longer word or number. */
export function findId(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text.slice(0, MAX_TEXT_CHARS))?.[0];
}
