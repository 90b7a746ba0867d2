import type { StrategyId, StrategyNeed } from '../../utils/domain/strategy.ts';

const names: Record<StrategyId, readonly [name: string, what: string]> = {
  retrieval: ['Retrieval', 'Finds passages for each ticket and drafts from them. Works without a model.'],
  'pinned-context': ['Pinned context', 'Always gives the same articles to the drafter. For a small, stable knowledge.'],
  'managed-retrieval': ['Managed retrieval', 'Has the vector store at your backend find the passages.'],
  'prompt-only': ['Prompt only', 'Drafts without any passage: voice and manners, no facts. Nothing in it can be checked.'],
  'fine-tuned': ['Fine-tuned model', 'Drafts with your styling model alone. Nothing in it can be checked.'],
  'hybrid-facts-first': ['Hybrid, facts first', 'Retrieves, drafts, checks, and has your styling model say it in your voice.'],
  'hybrid-voice-first': ['Hybrid, voice first', 'Your styling model drafts; passages then correct it and are cited.'],
};

export const nameStrategy = (id: StrategyId): string => names[id][0];
export const describeStrategy = (id: StrategyId): string => names[id][1];

const needs: Record<StrategyNeed, string> = {
  'chat-model': 'Choose a model under Backend first.',
  'styling-model': 'Set a styling model under Backend first.',
  'pinned-articles': 'Pin at least one article first.',
  'vector-store': 'Add a vector store under Knowledge first.',
};

/** What to do before a strategy can be chosen. */
export const describeNeed = (need: StrategyNeed): string => needs[need];
