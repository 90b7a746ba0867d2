import { splitWords } from '../../text/fold.ts';
import { detectLanguage } from '../../text/language.ts';
import { splitSentences } from '../../text/sentences.ts';
import { stopWords } from '../../text/stop-words.ts';

/** Fewer letters in a frame say nothing about its language. */
const LEAST_LETTERS = 20;
const LEAST_WORDS = 6;
/** Of running text in a language, about 0.4 to 0.5 are its function words; in any other, well below 0.2. */
const LEAST_SHARE = 0.25;
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Hani}]/gu,
  Kore: /[\p{sc=Hang}\p{sc=Hani}]/gu,
  Hans: /\p{sc=Hani}/gu,
  Hant: /\p{sc=Hani}/gu,
};
/** Too near to each other to be told apart on a few words. */
const NEAR: readonly (readonly string[])[] = [
  ['da', 'no', 'nb', 'nn', 'sv'],
  ['es', 'pt', 'gl', 'ca', 'it'],
];

/**
 * The language in which an answer is written although another was asked for, as BCP 47 (a script's name where only that is sure);
 * `undefined` when it is the right one, or nothing is sure. Cited sentences and quotations may be in any language, as long as
 * something is in the right one.
 */
export function findWrongLanguage(text: string, asked: string, questions: readonly string[]): string | undefined {
  const all = withoutForeign(text, questions);
  const frame = withoutForeign(
    splitSentences(text)
      .filter((sentence) => !isCited(text, sentence.end, sentence.text))
      .map((sentence) => sentence.text)
      .join('\n'),
    questions,
  );
  // Without a frame of its own, an answer that cites everything has to be judged as a whole.
  const judged = countLetters(frame) >= LEAST_LETTERS * 2 ? frame : all;
  return findWrongScript(judged, asked) ?? findWrongWords(judged, asked);
}

/** A mark stands in the sentence or right behind it. */
function isCited(text: string, end: number, sentence: string): boolean {
  return /\[\d{1,2}\]/.test(sentence) || /^\s*\[\d{1,2}\]/.test(text.slice(end, end + 8));
}

/** Code, addresses, marks, quotations and the requester's questions are in whatever language they are in. */
function withoutForeign(text: string, questions: readonly string[]): string {
  const bare = text
    .replaceAll(/`[^`\n]*`|https?:\/\/\S+|[^\s@]{1,64}@\S+|\[\d{1,2}\]/g, ' ')
    .replaceAll(/“[^”\n]{0,600}”|„[^“”\n]{0,600}[“”]|«[^»\n]{0,600}»|"[^"\n]{0,600}"/g, ' ');
  return questions.reduce((left, question) => (question.trim().length < 8 ? left : left.replaceAll(question.trim(), ' ')), bare);
}

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function findWrongScript(text: string, asked: string): string | undefined {
  const letters = countLetters(text);
  const script = toScript(asked);
  if (letters < LEAST_LETTERS || script === undefined) return undefined;
  const pattern = SCRIPTS[script] ?? new RegExp(`\\p{sc=${script}}`, 'gu');
  const own = text.match(pattern)?.length ?? 0;
  // Names of products in Latin letters may fill half of a short text in any script.
  return own / letters < (script === 'Latn' ? 0.5 : 0.2) ? detectLanguage(text).language : undefined;
}

function toScript(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}

function findWrongWords(text: string, asked: string): string | undefined {
  const base = asked.toLowerCase().split('-')[0] ?? asked;
  const words = splitWords(text.toLowerCase());
  const found = detectLanguage(text);
  const known = stopWords.get(found.language);
  if (!found.sure || !known || words.length < LEAST_WORDS || found.language === base || toScript(asked) !== 'Latn')
    return undefined;
  if (words.length < 40 && NEAR.some((group) => group.includes(base) && group.includes(found.language))) return undefined;
  const share = (list: ReadonlySet<string> | undefined): number => words.filter((word) => list?.has(word)).length / words.length;
  const [theirs, own] = [share(known), share(stopWords.get(base))];
  // Of a language without a list only English is told: "a" and "is" alone are words of many.
  if (!stopWords.has(base) && (found.language !== 'en' || new Set(words.filter((word) => known.has(word))).size < 3))
    return undefined;
  const isClear = theirs >= LEAST_SHARE && theirs >= own * 1.5;
  const isUnlikeAsked = theirs >= LEAST_SHARE / 2 && theirs >= own * 4;
  return isClear || isUnlikeAsked ? found.language : undefined;
}
