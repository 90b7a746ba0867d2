import type { Passage } from '../../domain/passage.ts';
import type { ArticleNow, PassageChange } from './article-now.ts';
import { matchPassage } from './match-passage.ts';
import { sentencesOf } from './sentences-of.ts';

/**
 * Whether a passage that a draft used still says the same. Passages are immutable: the same id is the same text. A passage
 * that was only cut elsewhere, all of whose sentences still stand in the article word for word, counts as the same.
 */
export function findPassageChange(old: Passage, article: ArticleNow): PassageChange {
  if (article.kind !== 'present') return article;
  const { passages, changedAt } = article;
  if (passages.some(({ id }) => id === old.id)) return { kind: 'same' };
  const standing = new Set(passages.flatMap(({ text }) => sentencesOf(text)));
  if (sentencesOf(old.text).every((sentence) => standing.has(sentence))) return { kind: 'same' };
  return { kind: 'changed', now: matchPassage(old, passages), changedAt };
}
