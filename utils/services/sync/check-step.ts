import { articleSchema, type Article, type SourceId } from '../../domain/passage.ts';
import type { SourceStep } from '../../ports/knowledge-source.ts';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';

type Checked = Pick<SourceStep, 'articles' | 'unchanged' | 'removed' | 'unreadable'>;

/**
 * A step as it may be saved: articles that are none, or of another source, are reported as unreadable, and what a
 * person decided about an article holds while its words and what was found in them are the same.
 */
export async function checkStep(
  step: SourceStep,
  sourceId: SourceId,
  writer: Pick<KnowledgeWriter, 'getArticle'>,
): Promise<Checked> {
  const articles: Article[] = [];
  const unreadable = [...step.unreadable];
  for (const given of step.articles) {
    const article = articleSchema.safeParse(given);
    if (article.success && article.data.sourceId === sourceId) articles.push(await keepReview(article.data, writer));
    else unreadable.push({ name: given.title || given.id, reason: 'it does not have the parts of an article' });
  }
  return { articles, unchanged: step.unchanged, removed: step.removed, unreadable };
}

async function keepReview(article: Article, writer: Pick<KnowledgeWriter, 'getArticle'>): Promise<Article> {
  if (article.review?.state !== 'needed') return article;
  const before = await writer.getArticle(article.sourceId, article.id);
  if (!before?.review || before.review.state === 'needed' || toWords(before) !== toWords(article)) return article;
  return { ...article, review: { ...article.review, state: before.review.state } };
}

const toWords = ({ title, sections, review }: Article): string => JSON.stringify([title, sections, review?.reasons]);
