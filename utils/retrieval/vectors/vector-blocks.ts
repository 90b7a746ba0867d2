import { z } from 'zod';

/** Read in one go within some ten milliseconds; a passage a record takes twenty times as long, everything in one far more memory. */
const MAX_BLOCK_BYTES = 4_000_000;
/** Share of a block's rows that may be dead before it is written anew without them. */
const MAX_DEAD_SHARE = 0.3;

/** Rows of one source as they are stored: row-major, each padded to a multiple of 16 bytes, with its scale. */
export const blockRowsSchema = z.object({ rows: z.instanceof(Int8Array), scales: z.instanceof(Float32Array) });
/** Ids of the passages in a block, one a line, by row; empty where the passage is gone. Stored beside the rows, so that removing one rewrites little. */
export const blockIdsSchema = z.string();

export type VectorBlock = {
  readonly ids: readonly string[];
  readonly rows: Int8Array;
  readonly scales: Float32Array;
};

/** Most rows that a block may hold. */
export function toMaxRows(stride: number): number {
  return Math.max(1, Math.floor(MAX_BLOCK_BYTES / stride));
}

/**
 * Should the block before be written anew together with what is added after it? Blocks that grow by merging with their
 * like are few, and each row is written about log₂(n) times, whatever the size of what is added.
 */
export function shouldMerge(before: number, added: number, stride: number): boolean {
  return before <= 2 * added && before + added <= toMaxRows(stride);
}

/** One block of the living rows of several, in their order. */
export function mergeBlocks(blocks: readonly VectorBlock[], stride: number): VectorBlock {
  const count = blocks.reduce((sum, { ids }) => sum + ids.filter((id) => id !== '').length, 0);
  const merged = { ids: [] as string[], rows: new Int8Array(count * stride), scales: new Float32Array(count) };
  for (const { ids, rows, scales } of blocks) {
    for (const [row, id] of ids.entries()) {
      if (id === '') continue;
      const to = merged.ids.push(id) - 1;
      merged.rows.set(rows.subarray(row * stride, (row + 1) * stride), to * stride);
      merged.scales[to] = scales[row] ?? 0;
    }
  }
  return merged;
}

/** The ids without those in `gone`; `undefined` when none of them is here. */
export function markGone(ids: readonly string[], gone: ReadonlySet<string>): string[] | undefined {
  return ids.some((id) => gone.has(id)) ? ids.map((id) => (gone.has(id) ? '' : id)) : undefined;
}

/** Has a block so many dead rows that it should be written anew? */
export function shouldCompact(ids: readonly string[]): boolean {
  return ids.filter((id) => id === '').length > MAX_DEAD_SHARE * ids.length;
}
