import type { DraftBlock, DraftSentence } from '../../domain/draft.ts';
import { splitWords } from '../../text/fold.ts';
import { toTerms } from '../../text/terms.ts';
import { leansOnBefore } from '../passage-sentences.ts';

/** Share of the words of the answer that one step may take away. */
const MAX_SHARE = 0.35;
/** With more of its words said nowhere else, a sentence is the answer and no addition. */
const MAX_NEW = 0.85;
/** A limit or an exception goes only when another one says the same. */
const NEGATED =
  /(?<!\p{L})(?:not|no|never|cannot|only|unless|except|\p{L}+n['’]t|nicht|kein\p{L}*|nie|nur|außer|no|nunca|solo|sólo|salvo|ne|pas|jamais|seulement|sauf|non|niet|geen|não|só)(?!\p{L})/iu;

/**
 * The reply made shorter without a model: courtesy goes but for greeting and closing, then the sentences of running text that
 * add least. Every number, name, address and path that was said is still said, every source that was cited is still cited,
 * every paragraph that answers keeps a sentence, lists stay whole, questions to the requester stay. `undefined` when nothing can go.
 */
export function refineWithoutModel(blocks: readonly DraftBlock[], _step: 'shorter', language: string): DraftBlock[] | undefined {
  const polite = dropCourtesy(blocks, language);
  const short = dropAdditions(polite);
  return countSentences(short) < countSentences(blocks) ? short : undefined;
}

function dropCourtesy(blocks: readonly DraftBlock[], language: string): DraftBlock[] {
  const last = blocks.length - 1;
  const foreign = new Set(
    allOf(blocks)
      .filter(({ citations }) => citations.length > 0)
      .map((sentence) => toBase(sentence.language))
      .filter((spoken) => spoken !== toBase(language)),
  );
  const names = [...foreign].map((one) => toLanguageName(one, language)).filter((name) => name !== '');
  const isNeeded = ({ support, text }: DraftSentence): boolean =>
    support !== 'plain' || /[?？]["»”]*$/u.test(text) || names.some((name) => text.toLowerCase().includes(name));
  return keep(blocks, (sentence, at) => at === 0 || at === last || isNeeded(sentence));
}

function dropAdditions(blocks: readonly DraftBlock[]): DraftBlock[] {
  let kept = [...blocks];
  let left = MAX_SHARE * countWords(allOf(blocks).filter(isAnswer));
  for (;;) {
    const next = findLeast(kept, left);
    if (!next) return kept;
    left -= countWords(next);
    kept = keep(kept, (sentence) => !next.includes(sentence));
  }
}

/** What adds least and can go: a sentence with those that lean on it. */
function findLeast(blocks: readonly DraftBlock[], maxWords: number): readonly DraftSentence[] | undefined {
  const candidates = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ lines }) => {
      const sentences = lines.flat();
      return sentences.flatMap((sentence, at) => {
        if (!isAnswer(sentence) || /[:?？]$/u.test(sentence.text)) return [];
        let end = at + 1;
        while (end < sentences.length && leansOnBefore(sentences[end]?.text ?? '')) end += 1;
        const group = sentences.slice(at, end);
        return group.length < sentences.filter(isAnswer).length && group.every(isAnswer) ? [group] : [];
      });
    })
    .filter((group) => countWords(group) <= maxWords);
  const rated = candidates.flatMap((group) => {
    const others = allOf(blocks).filter((one) => !group.includes(one));
    const fresh = Math.max(...group.map((sentence) => shareOfNew(sentence, others)));
    return fresh <= MAX_NEW && keepsFacts(group, others) ? [{ group, fresh }] : [];
  });
  return rated.toSorted((a, b) => a.fresh - b.fresh)[0]?.group;
}

/** Share of a sentence's content words that no other sentence says; for a limit, that no other limit says. */
function shareOfNew(sentence: DraftSentence, others: readonly DraftSentence[]): number {
  const alike = NEGATED.test(sentence.text) ? others.filter(({ text }) => NEGATED.test(text)) : others;
  const said = new Set(alike.flatMap(({ text, language }) => toTerms(text, language)));
  const own = [...new Set(toTerms(sentence.text, sentence.language))];
  return own.length === 0 ? 0 : own.filter((term) => !said.has(term)).length / own.length;
}

function keepsFacts(group: readonly DraftSentence[], others: readonly DraftSentence[]): boolean {
  const cited = new Set(others.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const said = new Set(others.flatMap(({ text }) => readValues(text)));
  return group.every(
    ({ citations, text }) =>
      citations.every(({ source }) => cited.has(source)) && readValues(text).every((value) => said.has(value)),
  );
}

/** Numbers, names within a sentence, addresses and paths. */
function readValues(text: string): string[] {
  const places = text.match(/\S*(?:[@/_]|:\/\/)\S*[\p{L}\p{N}]|[\p{L}][\p{L} ]* > [\p{L}][\p{L} >]*/gu) ?? [];
  const names = text.match(/(?<=[\p{L}\p{N},;:)]\s)\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
  const numbers = splitWords(text).filter((word) => /\p{N}/u.test(word));
  return [...places, ...names, ...numbers].map((value) => value.trim().toLowerCase());
}

function keep(blocks: readonly DraftBlock[], wanted: (sentence: DraftSentence, block: number) => boolean): DraftBlock[] {
  return blocks.flatMap((block, at) => {
    const lines = block.lines.map((line) => line.filter((sentence) => wanted(sentence, at))).filter((line) => line.length > 0);
    return lines.length === 0 ? [] : [{ ...block, lines }];
  });
}

function isAnswer({ support }: DraftSentence): boolean {
  return support === 'quoted' || support === 'supported';
}

function allOf(blocks: readonly DraftBlock[]): DraftSentence[] {
  return blocks.flatMap(({ lines }) => lines.flat());
}

function countSentences(blocks: readonly DraftBlock[]): number {
  return allOf(blocks).length;
}

function countWords(sentences: readonly DraftSentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

function toLanguageName(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language)?.toLowerCase() ?? '';
  } catch {
    return '';
  }
}

const toBase = (language: string): string => language.split('-')[0] ?? language;
