import type { DraftBlock, DraftSource } from '../domain/draft.ts';
import { placeWords } from './text-runs.ts';

/** How much of a reply rests on one source: 0–1. */
export type Influence = { readonly source: number; readonly share: number };

/**
 * The share of a reply's checked words that stand in what its sentences cite of each source. Greetings are not counted,
 * unsupported sentences rest on nothing, a word found in two cited sources counts half for each. Together at most 1. One entry
 * for each source, in their order.
 */
export function measureInfluence(blocks: readonly DraftBlock[], sources: readonly DraftSource[]): Influence[] {
  const texts = new Map(sources.map(({ number, passage }) => [number, passage.text]));
  const held = new Map<number, number>();
  let checked = 0;
  for (const sentence of blocks.flatMap((block) => block.lines.flat())) {
    if (sentence.support === 'plain') continue;
    const words = placeWords(sentence.text);
    checked += words.length;
    if (sentence.support === 'unsupported') continue;
    const cited = sentence.citations.map(({ source, spans }) => ({
      source,
      words: new Set(
        spans.flatMap(({ start, end }) => placeWords((texts.get(source) ?? '').slice(start, end)).map(({ word }) => word)),
      ),
    }));
    for (const { word } of words) {
      const holders = new Set(cited.filter((one) => one.words.has(word)).map(({ source }) => source));
      for (const source of holders) held.set(source, (held.get(source) ?? 0) + 1 / holders.size);
    }
  }
  return sources.map(({ number }) => ({ source: number, share: checked === 0 ? 0 : (held.get(number) ?? 0) / checked }));
}
