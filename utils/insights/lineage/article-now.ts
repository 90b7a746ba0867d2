import type { Passage } from '../../domain/passage.ts';

/** An article as it stands today, seen from a draft that used an earlier state of it. */
export type ArticleNow =
  | {
      readonly kind: 'present';
      readonly passages: readonly Passage[];
      /** When the article was changed, else when it was last read; ISO 8601. */
      readonly changedAt: string;
    }
  /** The source is still there, the article is not. */
  | { readonly kind: 'article-gone' }
  | { readonly kind: 'source-gone' };

/** Which article a passage is of; unique over all sources. */
export function toArticleKey({ sourceId, articleId }: Pick<Passage, 'sourceId' | 'articleId'>): string {
  return JSON.stringify([sourceId, articleId]);
}

/** What became of a passage that a draft used. `now` is what took its place, when anything did. */
export type PassageChange =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly now?: Passage | undefined; readonly changedAt: string }
  | { readonly kind: 'article-gone' }
  | { readonly kind: 'source-gone' };
