import { z } from 'zod';
import { sourceIdSchema } from '../../domain/passage.ts';

/** The list of segments that make up the index; one record, changed in the same transaction as they are. */
export const indexManifestSchema = z.object({
  version: z.literal(2),
  nextSegment: z.number().int().nonnegative(),
  segments: z.array(
    z.object({
      id: z.string(),
      sourceId: sourceIdSchema,
      pool: z.enum(['articles', 'solved-tickets']),
      /** Passages, dead ones included; of these, the dead. */
      size: z.number().int().nonnegative(),
      dead: z.number().int().nonnegative(),
    }),
  ),
});
export type IndexManifest = z.infer<typeof indexManifestSchema>;
export type SegmentEntry = IndexManifest['segments'][number];

export const MANIFEST_KEY = 'manifest';
export const emptyManifest: IndexManifest = { version: 2, nextSegment: 0, segments: [] };

/** Segments above this many passages are not merged further: merging holds the worker up for about a second per 20,000. */
const MAX_MERGED = 64_000;
/** As many segments of about one size are merged into one. */
const FAN_OUT = 8;
/** A segment with more dead passages than this is written anew. */
const MAX_DEAD_SHARE = 0.3;

/**
 * Segments to be merged next, all of one source; none when the index is in good shape. Sizes grow by the fan-out, so a
 * passage is written again about once for every eightfold growth of its source.
 */
export function chooseMerge({ segments }: IndexManifest): readonly SegmentEntry[] {
  const worn = segments.find(({ size, dead }) => size > 0 && dead > MAX_DEAD_SHARE * size);
  if (worn) return [worn];
  const tiers = new Map<string, SegmentEntry[]>();
  for (const entry of segments) {
    const alive = entry.size - entry.dead;
    const tier = Math.floor(Math.log(Math.max(alive, 64) / 64) / Math.log(FAN_OUT));
    const name = `${entry.sourceId} ${tier}`;
    const tierEntries = tiers.get(name) ?? [];
    tiers.set(name, tierEntries);
    tierEntries.push(entry);
  }
  for (const tier of tiers.values()) {
    if (tier.length >= FAN_OUT && tier.reduce((sum, entry) => sum + entry.size - entry.dead, 0) <= MAX_MERGED) return tier;
  }
  return [];
}
