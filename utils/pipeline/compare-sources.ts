import type { DraftBlock, DraftSource } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { SourceConflict } from '../domain/conflict.ts';
import { findPassageConflicts } from '../grounding/find-passage-conflicts.ts';
import type { DraftState } from './draft-run.ts';

/**
 * Passages that contradict what the reply rests on. A passage that the reply does not cite and that contradicts one it does
 * is shown beside it, with a number after the cited ones.
 */
export function compareSources(
  { blocks, sources, passages, language }: DraftState,
  ticket: Ticket,
): {
  readonly blocks: DraftBlock[];
  readonly sources: DraftSource[];
  readonly conflicts: SourceConflict[];
} {
  const cited = new Set<string>(sources.map(({ passage }) => passage.id));
  const others = passages
    .filter(({ passage }) => !cited.has(passage.id))
    .map(({ passage }, index): DraftSource => ({ number: sources.length + index + 1, passage }));
  const conflicts = findPassageConflicts([...sources, ...others], language, ticket).filter(
    ({ a, b }) => a.source <= sources.length || b.source <= sources.length,
  );
  const shown = others.filter(({ number }) => conflicts.some(({ a, b }) => a.source === number || b.source === number));
  const numbers = new Map(shown.map(({ number }, index) => [number, sources.length + index + 1]));
  const renumber = (side: SourceConflict['a']): SourceConflict['a'] => ({
    ...side,
    source: numbers.get(side.source) ?? side.source,
  });
  return {
    blocks: [...blocks],
    sources: [...sources, ...shown.map((source) => ({ ...source, number: numbers.get(source.number) ?? source.number }))],
    conflicts: conflicts.map((conflict) => ({ ...conflict, a: renumber(conflict.a), b: renumber(conflict.b) })),
  };
}
