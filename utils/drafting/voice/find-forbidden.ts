import type { VoiceProfile } from '../../domain/voice.ts';
import { fold } from '../../text/fold.ts';

/** `word` as the profile has it; offsets into the text, end excluded. */
export type ForbiddenWord = { readonly word: string; readonly start: number; readonly end: number };

type Token = { readonly folded: string; readonly start: number; readonly end: number };

/** Endings that make another form of the same word in the languages we frame replies in. */
const ENDINGS = new Set(
  'e n s r d t a o i es en er em ed nd te st ern ens ers ere eren eres erem est ste sten ster ing ly ies ied a as os ae ado ada ados adas ando iert ierte es nt ez ons ent ai ais ait ment mente i hi he ati ata ato ate ten tet test'.split(
    ' ',
  ),
);
/** Shorter words have other words as their longer forms: "fee" and "feed". */
const MIN_STEM = 4;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Words of a reply that the voice forbids, in order of their place. Whole words only, whatever their case and accents, in any of
 * their usual forms (guarantee, guaranteed, guarantees); of a phrase the last word may be inflected. Scripts without spaces are
 * searched as they stand.
 */
export function findForbidden(text: string, profile: Pick<VoiceProfile, 'forbiddenWords'>): ForbiddenWord[] {
  const tokens = toTokens(text);
  return profile.forbiddenWords
    .flatMap((word) => (UNSPACED.test(word) ? findAsItStands(text, word) : findWords(tokens, word)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function findWords(tokens: readonly Token[], word: string): ForbiddenWord[] {
  const parts = toTokens(word).map(({ folded }) => folded);
  if (parts.length === 0) return [];
  return tokens.flatMap((first, at) => {
    const run = tokens.slice(at, at + parts.length);
    const last = run.at(-1);
    const isHere =
      run.length === parts.length &&
      run.every((token, index) =>
        index < parts.length - 1 ? token.folded === parts[index] : isFormOf(token.folded, parts[index] ?? ''),
      );
    return isHere && last ? [{ word, start: first.start, end: last.end }] : [];
  });
}

function findAsItStands(text: string, word: string): ForbiddenWord[] {
  const found: ForbiddenWord[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    found.push({ word, start, end: start + word.length });
  return found;
}

/** Letters and digits, with the marks that belong to them; a curly or straight apostrophe divides. */
function toTokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The same word, or one that differs in its ending only; a doubled consonant and a dropped "e" are part of the ending. */
function isFormOf(word: string, base: string): boolean {
  if (word === base) return true;
  if (base.length < MIN_STEM) return word === `${base}s`;
  const stems = [base, `${base}${base.slice(-1)}`];
  if (/[eaoiy]$/.test(base) && base.length > MIN_STEM) stems.push(base.slice(0, -1));
  return stems.some((stem) => word.startsWith(stem) && ENDINGS.has(word.slice(stem.length)));
}
