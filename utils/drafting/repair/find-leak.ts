/** So many words in a row of our own rules are no chance. */
const GRAM = 10;
/** Longer answers are cut off elsewhere. */
const MAX_LENGTH = 60_000;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Does an answer hold our rules or the boundary: as they are, letter by letter, backwards, or in base64? */
export function hasLeak(answer: string, rules: string, boundary: string): boolean {
  const grams = toGrams(rules);
  const text = answer.slice(0, MAX_LENGTH);
  const decoded = [...text.matchAll(/[A-Za-z0-9+/\-_]{32,}/g)].map(([run]) => decodeBase64(run));
  const joined = decodeBase64(text.replaceAll(/[^A-Za-z0-9+/]/g, ''));
  return [text, ...decoded, joined].some((one) => {
    const squashed = squash(one);
    const backwards = squashed.split('').toReversed().join('');
    return [squashed, backwards].some((form) => form.includes(boundary) || grams.some((gram) => form.includes(gram)));
  });
}

function toGrams(rules: string): string[] {
  const words = rules.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const grams = words.slice(0, Math.max(0, words.length - GRAM + 1)).map((_, at) => squash(words.slice(at, at + GRAM).join('')));
  // Ten very short words are no sentence of ours.
  return grams.filter((gram) => gram.length >= 30);
}

/** Letters and digits alone, so that spaces, marks and emphasis between them hide nothing. */
function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function decodeBase64(text: string): string {
  let bits = 0;
  let held = 0;
  const bytes: string[] = [];
  for (const character of text.replaceAll('-', '+').replaceAll('_', '/')) {
    const value = BASE64.indexOf(character);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(String.fromCharCode((held >> bits) & 0xff));
  }
  return bytes.join('');
}
