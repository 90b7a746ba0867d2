/** Up to five words of the same clause; bounded, so that every pattern takes time linear in the text. */
const GAP = '(?: [^ ,.;:!?()]{1,40}){0,5}? ';
const SUFFIX = '[a-z]{0,20}';
const MAX_REPEATS = 5;

/** A pattern over folded text from a phrase: `_` for a gap, `*` after a letter for the end of a word; whole words only. */
export function toPhrasePattern(phrase: string): RegExp {
  const source = phrase
    .replaceAll(' _ ', GAP)
    .replaceAll(/(?<=[a-z])\*/g, SUFFIX)
    .replaceAll(/\)\*/g, `){0,${MAX_REPEATS}}`);
  return new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'g');
}
