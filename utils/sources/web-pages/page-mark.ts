import { z } from 'zod';
import type { Source } from '../../domain/passage.ts';
import { fromMark, toMark } from '../paged/to-article.ts';

const markSchema = z.object({
  /** Of the article's text and what belongs to it. */
  hash: z.string(),
  /** Of its words alone, as `hashWords` gives it. */
  words: z.string(),
  /** The server's own marks; empty without one. */
  etag: z.string(),
  modified: z.string(),
});

/** What is kept of a page as its article's `etag`, behind who may read it. */
export type PageMark = z.infer<typeof markSchema>;

type Readers = Pick<Source, 'audience' | 'segments'>;

export function writePageMark(readers: Readers, mark: PageMark): string {
  return toMark(toPlain(readers), JSON.stringify(mark));
}

/** `undefined` for what is not known, and for what other people may read now. */
export function readPageMark(mark: string | undefined, readers: Readers): PageMark | undefined {
  const own = fromMark(mark, toPlain(readers));
  if (own === undefined) return undefined;
  try {
    return markSchema.parse(JSON.parse(own));
  } catch {
    return undefined;
  }
}

function toPlain({ audience, segments }: Readers): { audience: Source['audience']; segments?: string[] } {
  return { audience, ...(segments ? { segments } : {}) };
}
