import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { sourceIdSchema } from './passage.ts';

/**
 * The newest reading of a source, one row a source, saved with every step: a worker that ends in between goes on from
 * `cursor`. `waiting` has been asked for or will go on at `retryAt`; `failed` kept what it had read.
 */
export const syncSchema = z.object({
  sourceId: sourceIdSchema,
  /** One reading from its start to its end, over any number of workers. */
  runId: z.string().min(1),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  startedAt: z.iso.datetime(),
  /** When the last step was saved. */
  steppedAt: z.iso.datetime(),
  /** Where the source goes on; known to that source only. */
  cursor: z.string().optional(),
  /** Articles looked at so far; `total` where the source says how many there are. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().optional(),
  added: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  failure: z.optional(failureSchema),
  /** Of `waiting`: when it goes on. Of `failed` and `cancelled`: when the schedule tries again. */
  retryAt: z.iso.datetime().optional(),
  /** Waits in a row after which nothing could be read; absent: none. */
  waits: z.number().int().positive().optional(),
  /** Of the time between start and last step, in which nobody was reading: waits, a worker that had ended. */
  pausedMs: z.number().nonnegative().optional(),
  /** End of the last reading that was complete, this one or an earlier. */
  completedAt: z.iso.datetime().optional(),
});
export type Sync = z.infer<typeof syncSchema>;
