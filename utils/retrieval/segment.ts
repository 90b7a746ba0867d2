import { z } from 'zod';
import { audienceSchema, type Passage } from '../domain/passage.ts';
import { toConcepts } from '../text/concepts.ts';
import { toTerms } from '../text/terms.ts';

/**
 * The lexical index of one source: immutable, built once, stored as typed arrays. Keys are `w:` a stem of title, headings
 * or text, `t:` a stem of title or headings, `c:` a concept. A source that goes takes its segment along; nothing is rebuilt.
 */
export const segmentSchema = z.object({
  version: z.literal(1),
  passageIds: z.array(z.string()),
  /** Audience of each passage, as its place in `audienceSchema.options`. */
  audiences: z.instanceof(Uint8Array),
  /** Language of each passage, as its place in `languages`. */
  languageOf: z.instanceof(Uint8Array),
  languages: z.array(z.string()),
  /** Stems per passage. */
  lengths: z.instanceof(Uint16Array),
  /** Sorted. */
  keys: z.array(z.string()),
  /** Postings of key k are `offsets[k]` to `offsets[k + 1]`, end excluded. */
  offsets: z.instanceof(Uint32Array),
  passages: z.instanceof(Uint32Array),
  frequencies: z.instanceof(Uint8Array),
});
export type Segment = z.infer<typeof segmentSchema>;

export function buildSegment(passages: readonly Passage[]): Segment {
  const postings = new Map<string, [passage: number, frequency: number][]>();
  const languages = [...new Set(passages.map((passage) => toBaseLanguage(passage.locale)))];
  const lengths = new Uint16Array(passages.length);
  for (const [index, passage] of passages.entries()) {
    const language = toBaseLanguage(passage.locale);
    const heading = [passage.title, ...passage.headings].join('\n');
    const headingStems = toTerms(heading, language);
    const stems = [...headingStems, ...toTerms(passage.text, language)];
    lengths[index] = Math.min(stems.length, 65_535);
    const keys = [
      ...stems.map((stem) => `w:${stem}`),
      ...headingStems.map((stem) => `t:${stem}`),
      ...toConcepts(`${heading}\n${passage.text}`).map((concept) => `c:${concept}`),
    ];
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, count] of counts) {
      const list = postings.get(key);
      if (list) list.push([index, count]);
      else postings.set(key, [[index, count]]);
    }
  }
  const keys = [...postings.keys()].toSorted();
  const flat = keys.map((key) => postings.get(key) ?? []);
  const offsets = new Uint32Array(keys.length + 1);
  for (const [index, list] of flat.entries()) offsets[index + 1] = (offsets[index] ?? 0) + list.length;
  return {
    version: 1,
    passageIds: passages.map((passage) => passage.id),
    audiences: Uint8Array.from(passages, (passage) => audienceSchema.options.indexOf(passage.audience)),
    languageOf: Uint8Array.from(passages, (passage) => languages.indexOf(toBaseLanguage(passage.locale))),
    languages,
    lengths,
    keys,
    offsets,
    passages: Uint32Array.from(flat.flat(), ([passage]) => passage),
    frequencies: Uint8Array.from(flat.flat(), ([, frequency]) => Math.min(frequency, 255)),
  };
}

/** `de-AT` → `de`. */
export function toBaseLanguage(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? 'en';
}

/** Where the postings of a key stand, or `undefined` when the segment has none. Binary search. */
export function findPostings(segment: Segment, key: string): { from: number; to: number } | undefined {
  let low = 0;
  let high = segment.keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = segment.keys[middle] ?? '';
    if (there === key) return { from: segment.offsets[middle] ?? 0, to: segment.offsets[middle + 1] ?? 0 };
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
