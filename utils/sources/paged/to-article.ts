import { articleSchema, type Article, type Audience, type Source } from '../../domain/passage.ts';
import { detectLanguage } from '../../text/language.ts';
import { reviewArticle } from '../review-article.ts';
import { stricter, type ItemHead, type ItemPage } from './paged-product.ts';
import { UnreadableError } from '../unreadable-error.ts';

export type Readers = { readonly audience: Audience; readonly segments?: string[] };

/**
 * Who may read an item: what the product says, never looser than the source. Where both name segments, only those in both;
 * when none is left, the team.
 */
export function toReaders(head: ItemHead, source: Pick<Source, 'audience' | 'segments'>): Readers {
  const audience = stricter(head.audience, source.audience);
  if (audience !== 'segment') return { audience };
  const lists = [
    ...(head.audience === 'segment' ? [head.segments ?? []] : []),
    ...(source.audience === 'segment' ? [source.segments ?? []] : []),
  ];
  const segments = (lists[0] ?? []).filter((segment) => lists.every((list) => list.includes(segment)));
  return segments.length > 0 ? { audience, segments: segments.toSorted() } : { audience: 'internal' };
}

/**
 * The mark that is kept as the article's `etag`: who may read it, then the server's own mark. So an article whose folder
 * became restricted is read again, though its own date is the old one.
 */
export function toMark(readers: Readers, etag = ''): string {
  return `${JSON.stringify([readers.audience, ...(readers.segments ?? [])])} ${etag}`;
}

/** The server's own mark, when the readers are still the same. */
export function fromMark(mark: string | undefined, readers: Readers): string | undefined {
  const start = toMark(readers);
  return mark?.startsWith(start) ? mark.slice(start.length) : undefined;
}

/** ISO 8601 in UTC, from a date with any offset or Unix seconds; `undefined` for what is no date. */
export function toInstant(value: string | number | null | undefined): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const date = new Date(typeof value === 'number' ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** "en_us" and "en-us" as "en-US"; what is no language tag at all as `undefined`. */
export function toLocale(value: string | undefined): string | undefined {
  try {
    return value ? new Intl.Locale(value.replaceAll('_', '-')).toString() : undefined;
  } catch {
    return undefined;
  }
}

export function toArticle(
  head: ItemHead,
  page: ItemPage,
  readers: Readers,
  origin: { readonly sourceId: string; readonly fetchedAt: string; readonly etag: string },
): Article {
  const text = page.sections.map((section) => section.text).join('\n');
  if (text.trim() === '') throw new UnreadableError('there is no text in it');
  const updatedAt = toInstant(head.updatedAt);
  const review = reviewArticle(page.raw ?? '', page);
  return articleSchema.parse({
    id: head.id,
    ...origin,
    title: page.title.trim(),
    locale: toLocale(page.locale) ?? detectLanguage(text).language,
    ...readers,
    ...(page.url ? { url: page.url } : {}),
    ...(updatedAt ? { updatedAt } : {}),
    ...(review ? { review } : {}),
    sections: page.sections,
  });
}
