import type { Settings } from '../../utils/domain/settings.ts';
import { strategies, type StrategyId, type StrategyNeed } from '../../utils/domain/strategy.ts';
import { findLack, toAvailable } from '../../utils/domain/strategy-needs.ts';

/** The first thing that a strategy lacks; one that lacks nothing is not in here. */
export type MissingNeeds = Readonly<Partial<Record<StrategyId, StrategyNeed>>>;

export function findMissing(settings: Settings, hasVectorStore: boolean): MissingNeeds {
  const available = toAvailable(settings, hasVectorStore);
  return Object.fromEntries(
    strategies.flatMap((strategy): (readonly [StrategyId, StrategyNeed])[] => {
      const need = findLack(strategy, available);
      return need ? [[strategy.id, need]] : [];
    }),
  );
}
