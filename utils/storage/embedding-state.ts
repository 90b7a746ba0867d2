import { z } from 'zod';
import { failureSchema } from '../domain/failure.ts';

const endpoint = { baseUrl: z.url(), model: z.string().min(1) };

/** The model that made a set of vectors. A query is embedded by the same one. */
export const vectorModelSchema = z.object({
  ...endpoint,
  dimensions: z.number().int().min(1).max(8192),
  /** Counts sets of vectors: one model asked anew may not be the same any more. */
  generation: z.number().int().nonnegative(),
});
export type VectorModel = z.infer<typeof vectorModelSchema>;

/** Vectors that are being made while others serve. Their dimensions are known when the first of them has come. */
export const buildingModelSchema = vectorModelSchema.extend({ dimensions: vectorModelSchema.shape.dimensions.optional() });
export type BuildingModel = z.infer<typeof buildingModelSchema>;

/** The newest embedding of the knowledge, saved with every batch: a worker that ends in between goes on from here. */
export const embeddingRunSchema = z.object({
  id: z.string().min(1),
  ...endpoint,
  /** `waiting` goes on at `retryAt`; `failed` and `cancelled` kept what search uses. */
  state: z.enum(['running', 'waiting', 'paused', 'done', 'failed', 'cancelled']),
  startedAt: z.iso.datetime(),
  /** When the last batch was saved. */
  steppedAt: z.iso.datetime(),
  /** Passages with a vector of this model, and passages in all. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** Estimate of what this run has sent. */
  tokens: z.number().int().nonnegative(),
  /** Passages that the endpoint would not take. */
  refused: z.array(z.string()),
  /** Waits since the last batch that was saved. */
  waits: z.number().int().nonnegative(),
  failure: z.optional(failureSchema),
  retryAt: z.iso.datetime().optional(),
});
export type EmbeddingRun = z.infer<typeof embeddingRunSchema>;

export const embeddingStateSchema = z.object({
  /** Counts changes of what search uses. */
  revision: z.number().int().nonnegative(),
  /** Generations given out so far. */
  generations: z.number().int().nonnegative(),
  /** What search uses; absent until a first set is whole. */
  serving: vectorModelSchema.optional(),
  building: buildingModelSchema.optional(),
  run: embeddingRunSchema.optional(),
});
export type EmbeddingState = z.infer<typeof embeddingStateSchema>;

export const emptyState: EmbeddingState = { revision: 0, generations: 0 };

/** Names a set of vectors, without "/": origin, model, dimensions, generation. */
export function toModelKey({ baseUrl, model, dimensions, generation }: VectorModel): string {
  return encodeURIComponent([new URL(baseUrl).origin, model, dimensions, generation].join(' '));
}
