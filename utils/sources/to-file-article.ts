import { articleSchema, type Article, type Audience, type SourceId } from '../domain/passage.ts';
import { detectLanguage } from '../text/language.ts';
import { toReaders, type Readers } from './paged/to-article.ts';
import type { ParsedPage } from './parsed-page.ts';
import { reviewArticle } from './review-article.ts';

export type FileArticleOptions = {
  readonly sourceId: SourceId;
  /** For files that don't say it themselves. A file may be more private than this, never less. */
  readonly audience: Audience;
  /** Of the audience `segment`: who may read it at most. Absent: whoever saves the article adds them. */
  readonly segments?: readonly string[];
  /** ISO 8601. */
  readonly fetchedAt: string;
};

/** A parsed page as an article under `id`. `raw` is the file's text where it is text, for the review. */
export function toFileArticle(id: string, page: ParsedPage, raw: string, options: FileArticleOptions): Article {
  const text = page.sections.map((section) => section.text).join('\n');
  const review = reviewArticle(raw, page);
  return articleSchema.parse({
    id,
    sourceId: options.sourceId,
    title: page.title || toTitle(id),
    locale: page.locale || detectLanguage(text).language,
    ...chooseReaders(page, options),
    fetchedAt: options.fetchedAt,
    sections: page.sections,
    ...(page.url ? { url: page.url } : {}),
    ...(page.updatedAt ? { updatedAt: page.updatedAt } : {}),
    ...(page.version ? { version: page.version } : {}),
    ...(page.region ? { region: page.region } : {}),
    ...(review ? { review } : {}),
  });
}

/** Who the page says may read it, never more than the source allows. */
function chooseReaders(page: ParsedPage, { audience, segments }: FileArticleOptions): Readers {
  if (audience === 'segment' && !segments) {
    if (page.audience === 'internal') return { audience: 'internal' };
    return { audience, ...(page.audience === 'segment' && page.segments ? { segments: page.segments } : {}) };
  }
  const source: Readers = { audience, ...(segments ? { segments: [...segments] } : {}) };
  if (!page.audience) return source;
  const own: Readers = { audience: page.audience, ...(page.segments ? { segments: page.segments } : {}) };
  return toReaders({ id: '', name: '', ...own }, source);
}

function toTitle(name: string): string {
  const file = name.split('/').at(-1) ?? name;
  return file.replace(/\.\w+$/, '').replaceAll(/[-_]+/g, ' ');
}
