import type { Settings } from './settings.ts';
import { needsOf, type Strategy, type StrategyNeed } from './strategy.ts';

/** What there is of what strategies may need. */
export type Available = Readonly<Record<StrategyNeed, boolean>>;

/** Vector stores are sources, not settings. */
export function toAvailable({ backend, styling, pinned }: Settings, hasVectorStore: boolean): Available {
  return {
    'chat-model': backend.kind !== 'embedded',
    'styling-model': styling !== undefined,
    'pinned-articles': pinned.length > 0,
    'vector-store': hasVectorStore,
  };
}

/** The first thing that a strategy lacks, or `undefined` when it can run. */
export function findLack(strategy: Strategy, available: Available): StrategyNeed | undefined {
  return needsOf(strategy).find((need) => !available[need]);
}
