/**
 * Tokens of one character by code point: `[first, last, tokens]`, for scripts that tokenisers know some words of. Measured as
 * the largest of three vocabularies (100,000, 200,000 and, counting by far the most here, 32,000 entries).
 */
const scripts: readonly (readonly [first: number, last: number, tokens: number])[] = [
  // Digits: one each in many vocabularies, three to a token in others.
  [0x30, 0x39, 1.05],
  [0x300, 0x36f, 1.9],
  [0x370, 0x3ff, 1.15],
  [0x400, 0x52f, 0.64],
  [0x590, 0x5ff, 1.25],
  [0x600, 0x6ff, 1.2],
  [0x900, 0x9ff, 1.35],
  [0xb80, 0xbff, 1.55],
  [0xe00, 0xe7f, 1.25],
  [0x2000, 0x206f, 1.2],
  [0x3000, 0x30ff, 1.3],
  [0x4e00, 0x9fff, 1.85],
  [0xac00, 0xd7a3, 2.2],
  [0xff00, 0xffef, 1.5],
];

/** Runs are at most so long, so that any text can be cut. */
const LONGEST_RUN = 64;

/**
 * About how many tokens a tokeniser makes of a text, unit-free: on purpose rather too many than too few. On 46 samples (25
 * languages, code, keys, digits, emoji) it is at least 0.93 of the larger count of two vocabularies of 100,000 and 200,000 entries,
 * and at least 0.87 of one of 32,000; English help pages count 1.4 and 1.2 times as many. Linear time, never throws. Texts
 * joined by a line break count no more than each alone, plus two.
 */
export function estimateTokens(text: string): number {
  let sum = 0;
  visitRuns(text, (tokens) => {
    sum += tokens;
    return true;
  });
  return Math.ceil(sum);
}

/** Where the longest beginning ends that has at most so many tokens; between two runs, so never within a character, rarely in a word. */
export function findTokenEnd(text: string, maxTokens: number): number {
  let left = maxTokens;
  let fits = 0;
  visitRuns(text, (tokens, end) => {
    left -= tokens;
    if (left >= 0) fits = end;
    return left >= 0;
  });
  return fits;
}

/** Where the longest ending starts that has at most so many tokens. */
export function findTokenStart(text: string, maxTokens: number): number {
  const runs: { readonly tokens: number; readonly end: number }[] = [];
  visitRuns(text, (tokens, end) => runs.push({ tokens, end }) > 0);
  let left = maxTokens;
  for (const { tokens, end } of runs.toReversed()) {
    left -= tokens;
    if (left < 0) return end;
  }
  return 0;
}

/** Words, spaces, rows of one mark, and else single characters, until `visit` says no. */
function visitRuns(text: string, visit: (tokens: number, end: number) => boolean): void {
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const isRun = isLatin(code) ? isLatin : isSpace(code) ? isSpace : isMark(code) ? (one: number) => one === code : undefined;
    let end = at + (code > 0xffff ? 2 : 1);
    if (isRun) while (end < text.length && end - at < LONGEST_RUN && isRun(text.charCodeAt(end))) end += 1;
    const tokens = isRun ? (isLatin(code) ? weighWord(text.slice(at, end)) : weighRow(code, end - at)) : weighCharacter(code);
    if (!visit(tokens, end)) return;
    at = end;
  }
}

const isSpace = (code: number): boolean => code <= 0x20;

function isLatin(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  );
}

function isMark(code: number): boolean {
  return code < 0x7f && code > 0x20 && !(code >= 0x30 && code <= 0x39);
}

function weighRow(code: number, length: number): number {
  if (!isSpace(code)) return 0.9 + (length - 1) / 4;
  return code === 0x20 && length === 1 ? 0.1 : 1 + (length - 1) / 3;
}

function weighCharacter(code: number): number {
  const known = scripts.find(([first, last]) => code >= first && code <= last);
  if (known) return known[2];
  // Bytes of UTF-8, which is what is left where a vocabulary has no entry.
  return code > 0xffff ? 4.4 : code > 0x7ff ? 3.3 : 1.5;
}

/**
 * Common words are one token, long ones fall into pieces; what English has little of falls into more: accents, rare letters,
 * capitals inside, runs of consonants.
 */
function weighWord(word: string): number {
  const { length } = word;
  let accents = 0;
  let rare = 0;
  let humps = 0;
  let vowels = 0;
  let consonants = 0;
  let mostConsonants = 0;
  let wasSmall = false;
  let wasCapital = false;
  for (let at = 0; at < length; at += 1) {
    const code = word.charCodeAt(at);
    const isAccented = code > 0x7a;
    const isCapital = code < 0x61;
    // Far ones, beyond Latin-1, are rarer still.
    if (isAccented) accents += code > 0xff ? 1.2 : 0.7;
    const small = code | 0x20;
    const isVowel = isAccented || VOWELS.has(small);
    if (!isAccented && RARE.has(small)) rare += 0.3;
    if (isVowel) vowels += 1;
    consonants = isVowel ? 0 : consonants + 1;
    mostConsonants = Math.max(mostConsonants, consonants);
    if (!isAccented && isCapital && (wasSmall || wasCapital)) humps += wasSmall ? 1 : 0.5;
    wasSmall = !isAccented && !isCapital;
    wasCapital = !isAccented && isCapital;
  }
  const plain = length <= 4 ? 1 : length <= 12 ? 1 + (length - 4) / 4.6 : 2.74 + (length - 12) / 2.4;
  const isSpeakable = vowels > 0 && mostConsonants < 5;
  const pieces = Math.max(isSpeakable ? plain : length / 1.5, Math.min(length, 1 + humps * 1.5));
  return Math.min(length * 1.6, pieces * (accents > 0 ? 1.3 : 1) + rare + accents);
}

const toCodes = (letters: string): ReadonlySet<number> => new Set(Array.from(letters, (letter) => letter.charCodeAt(0)));
const VOWELS = toCodes('aeiouy');
const RARE = toCodes('jqxzkwv');
