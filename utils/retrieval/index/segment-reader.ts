import { BLOCK_PASSAGES, type Segment, type SegmentHead } from './segment.ts';

/** A segment as a search sees it: its head at hand, the rest read as needed. */
export type SegmentReader = {
  readonly head: SegmentHead;
  /** One bit a passage, the lowest first: set when it is dead. */
  readonly dead: Uint8Array | undefined;
  /** Bytes of the postings of each key. */
  readonly readPostings: (keys: readonly number[]) => Promise<readonly Uint8Array[]>;
  /** Bytes of each forward block. */
  readonly readForward: (blocks: readonly number[]) => Promise<readonly Uint8Array[]>;
  readonly readIds: (passages: readonly number[]) => Promise<readonly string[]>;
};

/** A segment that is at hand as a whole. */
export function openSegment({ head, postings, forward, ids }: Segment, dead?: Uint8Array): SegmentReader {
  return {
    head,
    dead,
    readPostings: async (keys) => keys.map((key) => postings.subarray(head.keyOffsets[key], head.keyOffsets[key + 1])),
    readForward: async (blocks) => blocks.map((block) => forward.subarray(head.blockStarts[block], head.blockStarts[block + 1])),
    readIds: async (passages) => passages.map((passage) => ids[passage] ?? ''),
  };
}

/** Where a passage stands: its block, and how many passages of the block come before it. */
export function toBlock(passage: number): { block: number; before: number } {
  return { block: Math.floor(passage / BLOCK_PASSAGES), before: passage % BLOCK_PASSAGES };
}

export function isDead(dead: Uint8Array | undefined, passage: number): boolean {
  return dead !== undefined && ((dead[passage >> 3] ?? 0) & (1 << (passage & 7))) !== 0;
}
