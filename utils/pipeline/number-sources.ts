import type { DraftBlock, DraftSource } from '../domain/draft.ts';

/** Keeps the sources that are cited and numbers them in the order in which the reply cites them. */
export function numberSources(
  blocks: readonly DraftBlock[],
  sources: readonly DraftSource[],
): { blocks: DraftBlock[]; sources: DraftSource[] } {
  const numbers = new Map<number, number>();
  for (const citation of blocks.flatMap((block) => block.lines.flat().flatMap((sentence) => sentence.citations))) {
    if (!numbers.has(citation.source)) numbers.set(citation.source, numbers.size + 1);
  }
  return {
    blocks: blocks.map((block) => ({
      ...block,
      lines: block.lines.map((line) =>
        line.map((sentence) => ({
          ...sentence,
          citations: sentence.citations.map((citation) => ({
            ...citation,
            source: numbers.get(citation.source) ?? citation.source,
          })),
        })),
      ),
    })),
    sources: sources
      .flatMap((source) => {
        const number = numbers.get(source.number);
        return number === undefined ? [] : [{ ...source, number }];
      })
      .toSorted((a, b) => a.number - b.number),
  };
}
