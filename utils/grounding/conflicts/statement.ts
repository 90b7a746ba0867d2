import { splitSentences } from '../../text/sentences.ts';
import { stopWords } from '../../text/stop-words.ts';
import { createStemmer } from '../../text/terms.ts';
import { findNegations } from '../polarity.ts';
import type { Span } from '../text-runs.ts';
import { readValues } from '../values/read-values.ts';
import type { Value } from '../values/value.ts';

/** A value with what it counts or is said of: the terms of its part of the sentence, the noun behind it, and whether it names ("step 3"). */
export type StatedValue = {
  readonly value: Value;
  readonly near: ReadonlySet<string>;
  readonly noun: string;
  readonly isNamed: boolean;
};

/** One sentence as it can be compared with another: what it speaks of, what it states and what it denies. Spans count in the whole text. */
export type Statement = Span & {
  readonly text: string;
  /** Stems of the content words outside values, without words that tell nothing apart. */
  readonly terms: ReadonlySet<string>;
  /** Stem → the word as it stands, in order. */
  readonly words: ReadonlyMap<string, string>;
  /** Stems before a colon at the sentence's head: "Team: 600 requests". */
  readonly label: ReadonlySet<string>;
  /** Stems of capitalised words inside the sentence; empty in German, where every noun is. */
  readonly names: ReadonlySet<string>;
  readonly values: readonly StatedValue[];
  readonly negations: readonly (Span & { readonly text: string })[];
  readonly isExample: boolean;
};

/** Spelled values are compared as facts, not as contradictions: two passages may name two addresses. */
const COMPARED = new Set(['number', 'money', 'percent', 'date', 'time', 'duration', 'size', 'rate']);
/** A number behind one of these is a name: "step 3", "Art. 15". */
const NAMED_NUMBER =
  /(?:step|schritt|paso|étape|etape|page|seite|página|art|article|artikel|section|abschnitt|chapter|kapitel|http|error|fehler|port|§|#|no|nr|n°)\.?\s*$/iu;
const EXAMPLE =
  /(?<!\p{L})(?:for example|for instance|e\.\s?g\.|example|zum beispiel|beispiel\p{L}*|z\.\s?b\.|por ejemplo|ejemplo|p\.\s?ej\.|par exemple|exemple|p\.\s?ex\.|such as|suppose|imagine)(?!\p{L})/iu;
/** Words that most sentences of a help centre may hold, as stems of the languages. */
const WEAK = new Set(
  'can could may might must will would shall need want get take last stay stai onc twic per each be is are use possibl usual alway pleas also onli valid up time day within long today current period kann konn muss werd woll dauer innerhalb moglich immer bitt auch nur pued deb siempr favor tambien solo plazo peut doit toujour aussi seul delai'.split(
    ' ',
  ),
);
WEAK.delete('valid');
/** What parts a sentence into what is said of one thing and of another. */
const PART = /[,;:()–—]\s|\s(?:and|or|but|if|when|und|oder|aber|wenn|y|o|pero|si|et|ou|mais)\s/giu;
const WORD = /[\p{L}\p{N}]+/gu;
const MAX_LABEL_WORDS = 5;

/** Sentences of a text in order. `language` is BCP 47. */
export function toStatements(text: string, language: string): Statement[] {
  return splitSentences(text).map((sentence) => toStatement(sentence.text, sentence.start, language));
}

export function toStatement(text: string, offset: number, language: string): Statement {
  const stem = createStemmer(language);
  const stops = stopWords.get(language.split('-')[0] ?? 'en');
  const all = readValues(text, language);
  const values = all.filter((one) => COMPARED.has(one.kind) && !isMark(text, one));
  const negations = findNegations(text);
  const taken = [...all.filter(({ kind }) => kind !== 'quoted'), ...negations];
  const isTaken = (at: number): boolean => taken.some((one) => one.start <= at && at < one.end);
  const placed = [...text.matchAll(WORD)].flatMap((match) => {
    const word = match[0];
    if (stops?.has(word.toLowerCase()) || isTaken(match.index)) return [];
    const root = stem(word).root;
    return root === '' || WEAK.has(root) ? [] : [{ word, root, at: match.index }];
  });
  const words = new Map<string, string>();
  for (const { root, word } of placed) if (!words.has(root)) words.set(root, word);
  const parts = toParts(text);
  const colon = /^[^:]{1,60}:(?=\s)/u.exec(text)?.[0] ?? '';
  const labelled = placed.filter(({ at }) => at < colon.length);
  const hasNames = !language.startsWith('de');
  return {
    text,
    start: offset,
    end: offset + text.length,
    terms: new Set(words.keys()),
    words,
    label: new Set(colon.split(' ').length <= MAX_LABEL_WORDS ? labelled.map(({ root }) => root) : []),
    names: new Set(
      placed.flatMap(({ word, root, at }) =>
        isName(word) && (at > 0 || isAllCaps(word)) && (hasNames || isAllCaps(word)) ? [root] : [],
      ),
    ),
    values: values.map((value) => {
      const part = parts.find(({ start, end }) => start <= value.start && value.start < end);
      return {
        value,
        near: new Set(placed.filter(({ at }) => part && part.start <= at && at < part.end).map(({ root }) => root)),
        isNamed: isNamedNumber(text, value),
        noun: placed.find(({ at }) => at >= value.end && !/[.,;:()]/u.test(text.slice(value.end, at)))?.root ?? '',
      };
    }),
    negations,
    isExample: EXAMPLE.test(text),
  };
}

function toParts(text: string): Span[] {
  const cuts = [...text.matchAll(PART)].map((match) => match.index + match[0].length);
  return [0, ...cuts].map((start, index) => ({ start, end: cuts[index] ?? text.length }));
}

/** "[28]" and "(2005)" refer to something. */
function isMark(text: string, { kind, start, end }: Value): boolean {
  return kind === 'number' && /[([]/.test(text[start - 1] ?? '') && /[)\]]/.test(text[end] ?? '');
}

function isNamedNumber(text: string, value: Value): boolean {
  return value.kind === 'number' && NAMED_NUMBER.test(text.slice(Math.max(0, value.start - 12), value.start));
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isAllCaps(word: string): boolean {
  return /^\p{Lu}{2,}/u.test(word);
}
