import { z } from 'zod';

const spanSchema = z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() });

/** One passage's statement: its sentence as offsets into `passage.text`, the value in it likewise, and the value as written there. */
export const conflictSideSchema = z.object({
  source: z.number().int().positive(),
  sentence: spanSchema,
  value: spanSchema,
  said: z.string(),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;

/** Two passages that state different things of the same; which to prefer, and why. */
export const sourceConflictSchema = z.object({
  kind: z.literal('passages'),
  a: conflictSideSchema,
  b: conflictSideSchema,
  /** What both speak of, in the passages' words. */
  about: z.string(),
  preferred: z.enum(['a', 'b', 'none']),
  because: z.enum(['newer', 'more-specific', 'newer-and-more-specific', 'none']),
});
export type SourceConflict = z.infer<typeof sourceConflictSchema>;

/** A sentence of the draft that states another value than its passage. */
export const draftConflictSchema = z.object({
  kind: z.literal('draft'),
  /** The draft's sentence, and its value as offsets into it. */
  sentence: z.string(),
  value: spanSchema,
  passage: conflictSideSchema,
});
export type DraftConflict = z.infer<typeof draftConflictSchema>;
