import { z } from 'zod';

/** Passages in one forward block: small enough that a candidate costs little, large enough that their number stays small. */
export const BLOCK_PASSAGES = 32;
/** Bytes of postings that are read at once. */
export const POSTINGS_CHUNK = 32_768;

/** For whom a passage holds beside its audience; absent means for all. */
export const scopeSchema = z.object({
  segments: z.array(z.string()).optional(),
  region: z.string().optional(),
  version: z.string().optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

const bytes = z.instanceof(Uint8Array);
const shorts = z.instanceof(Uint16Array);
const words = z.instanceof(Uint32Array);

/**
 * What is read of a segment before anything is searched in it: one entry a passage, a key or a word, no texts. A segment
 * is a part of one source's index: immutable but for the passages that are marked dead, merged with its neighbours when
 * there are many. Everything else of it is read piece by piece, as a query needs it.
 */
export const segmentHeadSchema = z.object({
  version: z.literal(2),
  /** Passages, dead ones included. */
  size: z.number().int().nonnegative(),
  /** Place in `audienceSchema.options`. */
  audiences: bytes,
  /** Base languages, and which of them each passage is in. */
  languages: z.array(z.string()),
  languageOf: bytes,
  /** Scopes other than "for all" count from 1. */
  scopes: z.array(scopeSchema),
  scopeOf: shorts,
  /** Content words of title and text, and of the title alone. */
  lengths: shorts,
  titleLengths: bytes,
  /** Function words of the title. */
  titleStops: bytes,
  /** Sums over the passages: content words, function words of titles, neighbouring content words. */
  totals: z.object({ length: z.number(), titleStops: z.number(), pairs: z.number() }),
  /** First passage of each article, and one entry more: the size. Passages of an article stand together. */
  articleStarts: words,
  /** Hashes of keys, ascending; the postings of key k are bytes `keyOffsets[k]` to `keyOffsets[k + 1]`. */
  keyHashes: words,
  keyOffsets: words,
  /** How many passages hold each key. A function word has postings for titles only, a synonym group has none; both count everywhere. */
  keyPassages: words,
  /** Hashes of words (a word of two languages has two entries), ascending; with each the word's number and its passages. */
  wordHashes: words,
  wordNumbers: words,
  wordPassages: words,
  /** Key of the stem of each word, by the word's number. */
  stemKeys: words,
  /** Byte at which each forward block begins, and one entry more: the end. */
  blockStarts: words,
});
export type SegmentHead = z.infer<typeof segmentHeadSchema>;

/** A whole segment, as it is built and before it is stored piece by piece. */
export type Segment = {
  readonly head: SegmentHead;
  /**
   * Per key, for each of its passages: the distance to the one before times 4, plus 2 when it stands in the title,
   * plus 1 when it stands there more than once; then how often.
   */
  readonly postings: Uint8Array<ArrayBuffer>;
  /**
   * Per passage: bytes that follow; word numbers plus 2 in order without function words, 1 where a sentence ends, 0 where the
   * title and the text end; then synonym groups, each times 2, plus 1 when it stands there more than once; then how often.
   */
  readonly forward: Uint8Array<ArrayBuffer>;
  /** Ids of the passages. */
  readonly ids: readonly string[];
  /** Two numbers an article, see `hashArticle`; needed only to change the segment. */
  readonly articleHashes: Uint32Array<ArrayBuffer>;
};

export function toBaseLanguage(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? 'en';
}

/** Neighbouring content words of a title and a text: what pairs there are. */
export function countPairs(length: number, titleLength: number): number {
  return Math.max(0, titleLength - 1) + Math.max(0, length - titleLength - 1);
}

/** Sums over the passages of a segment. */
export function addTotals({
  lengths,
  titleLengths,
  titleStops,
}: Pick<SegmentHead, 'lengths' | 'titleLengths' | 'titleStops'>): SegmentHead['totals'] {
  const totals = { length: 0, titleStops: 0, pairs: 0 };
  for (let passage = 0; passage < lengths.length; passage += 1) {
    totals.length += lengths[passage] ?? 0;
    totals.titleStops += titleStops[passage] ?? 0;
    totals.pairs += countPairs(lengths[passage] ?? 0, titleLengths[passage] ?? 0);
  }
  return totals;
}
