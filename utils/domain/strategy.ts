import { z } from 'zod';

/** One layer of a strategy. Layers run in order; each takes the reply and the passages as the one before left them. */
export const layerSchema = z.discriminatedUnion('kind', [
  /** Looks for facts: in the knowledge, in the vector stores at the backend only, or takes what the team has pinned. */
  z.object({ kind: z.literal('retrieve'), from: z.enum(['knowledge', 'vector-stores', 'pinned']) }),
  /** Writes the reply from what was retrieved so far, which may be nothing. */
  z.object({ kind: z.literal('draft'), model: z.enum(['chat', 'styling']) }),
  /** Says the same in the team's voice; facts have to survive. */
  z.object({ kind: z.literal('restyle') }),
  /** Corrects a reply by the passages, and cites them. */
  z.object({ kind: z.literal('ground') }),
]);
export type Layer = z.infer<typeof layerSchema>;

export const strategyIdSchema = z.enum([
  'prompt-only',
  'pinned-context',
  'retrieval',
  'managed-retrieval',
  'fine-tuned',
  'hybrid-facts-first',
  'hybrid-voice-first',
]);
export type StrategyId = z.infer<typeof strategyIdSchema>;

/** A way to make a draft, as a value. */
export type Strategy = { readonly id: StrategyId; readonly layers: readonly Layer[] };

const retrieve = { kind: 'retrieve', from: 'knowledge' } as const;
const draft = { kind: 'draft', model: 'chat' } as const;
const draftInVoice = { kind: 'draft', model: 'styling' } as const;

export const strategies: readonly Strategy[] = [
  { id: 'retrieval', layers: [retrieve, draft] },
  { id: 'pinned-context', layers: [{ kind: 'retrieve', from: 'pinned' }, draft] },
  { id: 'managed-retrieval', layers: [{ kind: 'retrieve', from: 'vector-stores' }, draft] },
  { id: 'prompt-only', layers: [draft] },
  { id: 'fine-tuned', layers: [draftInVoice] },
  { id: 'hybrid-facts-first', layers: [retrieve, draft, { kind: 'restyle' }] },
  { id: 'hybrid-voice-first', layers: [draftInVoice, retrieve, { kind: 'ground' }] },
];

const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));

/** Ids are an enum, so every one has its strategy; retrieval stands in for the compiler's sake. */
export function findStrategy(id: StrategyId): Strategy {
  return byId.get(id) ?? { id: 'retrieval', layers: [retrieve, draft] };
}

/** It finds or takes passages, sooner or later. */
export const isLookingUp = (layers: readonly Layer[]): boolean => layers.some(({ kind }) => kind === 'retrieve');

/** What a strategy cannot run without. */
export type StrategyNeed = 'chat-model' | 'styling-model' | 'pinned-articles' | 'vector-store';

/** In the order in which they should be mended. */
export function needsOf({ layers }: Strategy): StrategyNeed[] {
  const uses = (test: (layer: Layer) => boolean): boolean => layers.some(test);
  return [
    ...(uses((layer) => layer.kind === 'ground') || (uses(isChatDraft) && !isLookingUp(layers)) ? (['chat-model'] as const) : []),
    ...(uses((layer) => layer.kind === 'restyle' || (layer.kind === 'draft' && layer.model === 'styling'))
      ? (['styling-model'] as const)
      : []),
    ...(uses((layer) => layer.kind === 'retrieve' && layer.from === 'pinned') ? (['pinned-articles'] as const) : []),
    ...(uses((layer) => layer.kind === 'retrieve' && layer.from === 'vector-stores') ? (['vector-store'] as const) : []),
  ];
}

/** Without passages to quote, only a model can write it. */
const isChatDraft = (layer: Layer): boolean => layer.kind === 'draft' && layer.model === 'chat';
