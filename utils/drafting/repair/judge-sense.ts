import { splitWords } from '../../text/fold.ts';
import { stopWords } from '../../text/stop-words.ts';

/** A model that speaks of itself as one, in the languages that replies are framed in. */
const REFUSAL =
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model|virtual assistant)\b|\bi(?:['’]m| am) (?:just |only )?an? (?:ai|(?:large )?language model)\b|\bi(?:['’]m| am)?(?: sorry,? but i)? (?:can['’]?t|cannot|am unable to|can not|unable to) (?:assist|help|comply|fulfill|continue)(?: you)? with (?:that|this)(?: request)?\b|\bals (?:ki|künstliche intelligenz|sprachmodell)\b|\bals ki-\p{L}+|\bich bin (?:nur )?(?:eine ki|ein (?:ki-\p{L}+|sprachmodell))|\bcomo (?:un )?(?:modelo de lenguaje|ia\b|inteligencia artificial)|\ben tant qu['’](?:ia\b|intelligence artificielle|assistant virtuel)|\ben tant que modèle de langage|\bcomo (?:um )?modelo de linguagem|\bcome (?:un )?(?:modello linguistico|ia\b|intelligenza artificiale)|\bals (?:een )?(?:ai\b|taalmodel)/iu;
/** What is left of a refusal in words for others. */
const MOST_REFUSAL_LENGTH = 600;

/** Does an answer do nothing but say that it is a model and will not? A cited sentence makes it a reply. */
export function isOnlyRefusal(text: string): boolean {
  return text.length <= MOST_REFUSAL_LENGTH && REFUSAL.test(text) && !/\[\d{1,2}\]/.test(text);
}

const SPACELESS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}]/u;
/** No word and hardly a path is longer. */
const LONG_RUN = 40;
/** Below this many words, nothing is said about their kind. */
const LEAST_WORDS = 12;

/** Letters without sense: base64, keys, broken characters, noise. `language`: the one asked for. */
export function isGibberish(text: string, language: string): boolean {
  const bare = text.replaceAll(/`[^`\n]*`|https?:\/\/\S+|\[\d{1,2}\]/g, ' ').trim();
  if (bare === '') return false;
  const visible = bare.replaceAll(/\s/g, '').length;
  const lengthOf = (pattern: RegExp): number => (bare.match(pattern) ?? []).join('').length;
  if (visible >= 8 && lengthOf(/[\p{L}\p{N}\p{M}]/gu) / visible < 0.5) return true;
  if ((bare.match(/\uFFFD/g)?.length ?? 0) > Math.max(3, visible * 0.02)) return true;
  const runs = bare
    .split(/\s+/)
    .filter((run) => run.length >= LONG_RUN && !SPACELESS.test(run) && !/[-_/.,;…–—]\p{L}{2,}[-_/.,;…–—]/u.test(run));
  if (runs.join('').length > visible * 0.4) return true;
  return isNoise(splitWords(bare.toLowerCase()), language);
}

/** Words of a language known here, without one that builds its sentences; or words that nobody can speak. */
function isNoise(words: readonly string[], language: string): boolean {
  const latin = words.filter((word) => /^[a-z\u00C0-\u024F]+$/.test(word));
  if (latin.length < LEAST_WORDS || latin.length < words.length * 0.5) return false;
  const dumb = latin.filter((word) => word.length >= 4 && !/[aeiouyà-öø-ÿ]/.test(word));
  if (dumb.length > latin.length * 0.3) return true;
  if (!stopWords.has(language.split('-')[0] ?? '')) return false;
  const isBuilding = (word: string): boolean => [...stopWords.values()].some((list) => list.has(word));
  return latin.filter(isBuilding).length < latin.length * 0.04;
}
