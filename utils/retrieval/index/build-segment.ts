import { audienceSchema, type Passage } from '../../domain/passage.ts';
import { isPhraseHere, openPhrases, type ConceptPhrase } from '../../text/concepts.ts';
import { isSynonymHere, openSynonyms, type SynonymPhrase } from '../../text/synonyms.ts';
import { createStemmer, splitIdeographs } from '../../text/terms.ts';
import { hashKey, type KeyKind } from './hash-key.ts';
import { toBaseLanguage, type Scope, type Segment } from './segment.ts';
import { createSegmentWriter } from './segment-writer.ts';

/** A word of one language with everything that is known of it, worked out once. */
type Entry = {
  readonly folded: string;
  /** Number of the word; -1 for a function word. */
  readonly word: number;
  /** Number of the stem's key, or of the function word's. */
  readonly key: number;
  readonly concepts: readonly number[];
  readonly phrases: readonly ConceptPhrase[];
  /** Stemmed, function word or not. */
  readonly root: string;
  readonly synonyms: readonly SynonymPhrase[];
  /** Most words are in no group and begin none. */
  readonly opensGroups: boolean;
};
/** The words of one language: what is known already, and what a word is. */
type Vocabulary = { readonly find: (raw: string) => Entry | undefined; readonly read: (raw: string) => Entry };

const TOKEN = /[\p{L}\p{N}]+|[.!?…]+(?=\s)|\n|[。！？]/gu;
const BREAKS = new Set('.!?…\n。！？');

/** Builds the index of passages. Passages of one article must stand together, in the order of the article. */
export function buildSegment(passages: readonly Passage[]): Segment {
  const writer = createSegmentWriter();
  const vocabularies = new Map<string, ReturnType<typeof createVocabulary>>();
  const keyOf = (kind: KeyKind, text: string): number => writer.key(hashKey(kind, text));
  const createVocabulary = (language: string) => {
    const stem = createStemmer(language);
    const entries = new Map<string, Entry>();
    const find = (raw: string): Entry | undefined => entries.get(raw);
    const read = (raw: string): Entry => {
      const known = entries.get(raw);
      if (known) return known;
      const { folded, root, stem: stemmed } = stem(raw);
      const opened = openPhrases(folded);
      const key = stemmed === '' ? keyOf('stop-word', folded) : keyOf('stem', stemmed);
      const synonyms = language === 'en' ? openSynonyms(root) : [];
      const entry: Entry = {
        folded,
        root,
        synonyms,
        opensGroups: opened.length > 0 || synonyms.length > 0,
        key,
        word: stemmed === '' ? -1 : writer.word(`${language} ${folded}`, hashKey('word', folded), key),
        concepts: [...new Set(opened.filter(({ words }) => words.length === 1).map(({ concept }) => concept))],
        phrases: opened.filter(({ words }) => words.length > 1),
      };
      entries.set(raw, entry);
      return entry;
    };
    return { find, read };
  };
  const groupKeys = { concept: new Map<number, number>(), synonym: new Map<number, number>() };
  const groupKey = (kind: 'concept' | 'synonym', group: number): number => {
    const known = groupKeys[kind].get(group);
    if (known !== undefined) return known;
    const key = keyOf(kind, String(group));
    groupKeys[kind].set(group, key);
    return key;
  };

  for (const passage of passages) {
    const language = toBaseLanguage(passage.locale);
    let vocabulary = vocabularies.get(language);
    if (!vocabulary) vocabularies.set(language, (vocabulary = createVocabulary(language)));
    writer.open({
      article: nameArticle(passage.sourceId, passage.articleId),
      audience: audienceSchema.options.indexOf(passage.audience),
      language,
      scope: toScope(passage),
      id: passage.id,
    });
    for (const isTitle of [true, false]) {
      const text = isTitle ? [passage.title, ...passage.headings].join('\n') : passage.text;
      const entries = readEntries(text, vocabulary);
      addEntries(entries, isTitle, writer);
      addGroups(entries, (kind, group) => {
        const key = groupKey(kind, group);
        if (kind === 'concept') writer.count(key, isTitle);
        else writer.addGroup(key, group);
      });
      if (isTitle) writer.endTitle();
    }
    writer.close();
  }
  return writer.finish();
}

/** How an article is named in an index. */
export function nameArticle(sourceId: string, articleId: string): string {
  return `${sourceId} ${articleId}`;
}

function toScope({ segments, region, version }: Passage): Scope | undefined {
  if (!segments?.length && !region && !version) return undefined;
  return { ...(segments?.length ? { segments } : {}), ...(region ? { region } : {}), ...(version ? { version } : {}) };
}

/** The words of a text; `undefined` stands where a sentence ends. */
function readEntries(text: string, vocabulary: Vocabulary): (Entry | undefined)[] {
  const entries: (Entry | undefined)[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    const known = vocabulary.find(token);
    if (known) entries.push(known);
    else if (BREAKS.has(token.charAt(0))) entries.push(undefined);
    else for (const part of splitIdeographs(token)) entries.push(vocabulary.read(part));
  }
  return entries;
}

function addEntries(
  entries: readonly (Entry | undefined)[],
  isTitle: boolean,
  writer: ReturnType<typeof createSegmentWriter>,
): void {
  for (const entry of entries) {
    if (!entry) {
      if (!isTitle) writer.endSentence();
    } else if (entry.word >= 0) writer.add(entry.word, entry.key, isTitle);
    else writer.addStop(entry.key, isTitle);
  }
}

function addGroups(entries: readonly (Entry | undefined)[], add: (kind: 'concept' | 'synonym', group: number) => void): void {
  const words = entries.filter((entry) => entry !== undefined);
  const wordAt = (index: number): string => words[index]?.folded ?? '';
  const rootAt = (index: number): string => words[index]?.root ?? '';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word?.opensGroups) continue;
    const { concepts, phrases, synonyms } = word;
    for (const concept of concepts) add('concept', concept);
    for (const phrase of phrases)
      if (!concepts.includes(phrase.concept) && isPhraseHere(phrase, at, wordAt)) add('concept', phrase.concept);
    const here = synonyms.filter((phrase) => isSynonymHere(phrase, at, rootAt));
    for (const group of new Set(here.map((phrase) => phrase.group))) add('synonym', group);
  }
}
