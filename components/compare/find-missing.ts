import type { Settings } from '../../utils/domain/settings.ts';
import { needsOf, strategies, type StrategyId, type StrategyNeed } from '../../utils/domain/strategy.ts';

/** The first thing that a strategy lacks; one that lacks nothing is not in here. */
export type MissingNeeds = Readonly<Partial<Record<StrategyId, StrategyNeed>>>;

export function findMissing({ backend, styling, pinned }: Settings, hasVectorStore: boolean): MissingNeeds {
  const has: Readonly<Record<StrategyNeed, boolean>> = {
    'chat-model': backend.kind !== 'embedded',
    'styling-model': styling !== undefined,
    'pinned-articles': pinned.length > 0,
    'vector-store': hasVectorStore,
  };
  const missing = strategies.flatMap((strategy): (readonly [StrategyId, StrategyNeed])[] => {
    const need = needsOf(strategy).find((one) => !has[one]);
    return need ? [[strategy.id, need]] : [];
  });
  return Object.fromEntries(missing);
}
