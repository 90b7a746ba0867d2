import { fold, splitWords } from '../text/fold.ts';

/** Beginnings of words that give something away, folded, each line one thing in seven languages. */
const KINDS: readonly (readonly string[])[] = [
  ['refund', 'reimburs', 'erstatt', 'reembols', 'rembours', 'rimbors', 'terugbet', 'terugbetaal'],
  ['discount', 'rabatt', 'nachlass', 'descuento', 'reduction', 'remise', 'desconto', 'sconto', 'korting', 'off'],
  ['voucher', 'coupon', 'gutschein', 'cupon', 'bon', 'buono', 'kortingscode'],
  ['free', 'kostenlos', 'gratis', 'gratuit', 'kostenfrei', 'umsonst'],
  ['guarante', 'garant', 'warrant'],
  ['compensat', 'entschadig', 'compensac', 'indemni', 'indenni', 'schadevergoed', 'goodwill', 'kulanz'],
  ['newsletter', 'promo', 'bargain', 'giveaway', 'gewinnspiel', 'sorteo'],
  ['lifetime', 'lebenslang', 'vitalici', 'levenslang'],
];
/** Whole words: "off" is not the beginning of "office", "free" not of "freedom", "bon" not of "bonjour". */
const WHOLE = new Set(['off', 'free', 'bon']);
/** "Switch it off", "sign off": given away is only what is counted. */
const OFF = /(?:%|\bpercent|[$€£]\s?\d+|\d\s?[$€£]) off\b/i;

/** What a text gives away or speaks of giving away: kinds by number, ascending. */
export function findCommitments(text: string): number[] {
  const words = splitWords(fold(text));
  const has = (start: string): boolean =>
    start === 'off' ? OFF.test(text) : words.some((word) => (WHOLE.has(start) ? word === start : word.startsWith(start)));
  return KINDS.flatMap((starts, kind) => (starts.some(has) ? [kind] : []));
}
