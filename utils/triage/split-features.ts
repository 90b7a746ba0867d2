import { fold } from '../text/fold.ts';

/** Words that a text is judged by; what stands later in a long mail is quoting and signatures more often than the matter. */
const MAX_WORDS = 400;
/** Longer runs are addresses and keys, not words. */
const MAX_WORD_LENGTH = 40;
/** Pairs of words say less than words, pieces of words less than pairs; chosen by cross-validation, see decision 7. */
const PAIR_WEIGHT = 0.7;
const PIECE_WEIGHT = 0.5;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words as intents are told by: lower case, without accents, every digit a 0, "?" and "!" as words of their own. At most 400. */
export function toWords(text: string): string[] {
  const plain = fold(text.slice(0, MAX_WORDS * MAX_WORD_LENGTH))
    .replaceAll(/[’`]/g, "'")
    .replaceAll(/\d/g, '0');
  const words = plain.match(/[\p{L}\p{N}]+(?:'\p{L}+)?|[?!]/gu) ?? [];
  return words.slice(0, MAX_WORDS).map((word) => word.slice(0, MAX_WORD_LENGTH));
}

/**
 * What a text is judged by: words, pairs of neighbouring words, pieces of three and four letters within a word. Keys are
 * 32-bit hashes, values 1 + ln(count), less for pairs and pieces. Cost grows with the letters.
 */
export function splitFeatures(words: readonly string[]): Map<number, number> {
  const features = new Map<number, number>();
  const weigh = (kind: string, weight: number): void => {
    const hash = hashText(kind);
    const before = features.get(hash);
    // Sublinear: the count is read back from the value, so that one map is enough.
    const count = before === undefined ? 1 : Math.round(Math.exp(before / weight - 1)) + 1;
    features.set(hash, (1 + Math.log(count)) * weight);
  };
  for (const word of words) {
    weigh(`w${word}`, 1);
    if (word.length > 1) for (const piece of toPieces(word)) weigh(`c${piece}`, PIECE_WEIGHT);
  }
  const bounded = ['^', ...words, '$'];
  for (let at = 0; at + 1 < bounded.length; at += 1) weigh(`b${bounded[at] ?? ''} ${bounded[at + 1] ?? ''}`, PAIR_WEIGHT);
  return features;
}

/** "card" → "<ca", "car", "ard", "rd>", "<car", "card", "ard>"; scripts without spaces also give single characters and pairs. */
function toPieces(word: string): string[] {
  const bounded = `<${word}>`;
  const least = ideographs.test(word) ? 1 : 3;
  const pieces: string[] = [];
  for (let length = least; length <= 4; length += 1)
    for (let at = 0; at + length <= bounded.length; at += 1)
      if (length < bounded.length) pieces.push(bounded.slice(at, at + length));
  return pieces;
}

/** FNV-1a with a last stirring, over UTF-16 units. @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
