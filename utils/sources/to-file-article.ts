import { articleSchema, audienceSchema, type Article, type Audience, type SourceId } from '../domain/passage.ts';
import { detectLanguage } from '../text/language.ts';
import type { ParsedPage } from './parsed-page.ts';
import { reviewArticle } from './review-article.ts';

export type FileArticleOptions = {
  readonly sourceId: SourceId;
  /** For files that don't say it themselves. A file may be more private than this, never less. */
  readonly audience: Audience;
  /** ISO 8601. */
  readonly fetchedAt: string;
};

/** A parsed page as an article under `id`. `raw` is the file's text where it is text, for the review. */
export function toFileArticle(id: string, page: ParsedPage, raw: string, options: FileArticleOptions): Article {
  const text = page.sections.map((section) => section.text).join('\n');
  const audience = stricter(options.audience, page.audience ?? options.audience);
  const review = reviewArticle(raw, page);
  return articleSchema.parse({
    id,
    sourceId: options.sourceId,
    title: page.title || toTitle(id),
    locale: page.locale || detectLanguage(text).language,
    audience,
    fetchedAt: options.fetchedAt,
    sections: page.sections,
    ...(page.url ? { url: page.url } : {}),
    ...(page.updatedAt ? { updatedAt: page.updatedAt } : {}),
    ...(page.segments && audience === 'segment' ? { segments: page.segments } : {}),
    ...(page.version ? { version: page.version } : {}),
    ...(page.region ? { region: page.region } : {}),
    ...(review ? { review } : {}),
  });
}

function stricter(a: Audience, b: Audience): Audience {
  return audienceSchema.options.indexOf(a) > audienceSchema.options.indexOf(b) ? a : b;
}

function toTitle(name: string): string {
  const file = name.split('/').at(-1) ?? name;
  return file.replace(/\.\w+$/, '').replaceAll(/[-_]+/g, ' ');
}
