import type { ArticleReview } from '../domain/passage.ts';
import type { ParsedPage } from './parsed-page.ts';

export function reviewArticle(_raw: string, _page: ParsedPage): ArticleReview | undefined {
  return undefined;
}
