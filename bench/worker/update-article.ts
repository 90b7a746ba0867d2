import { articleSchema, sourceIdSchema, type Article } from '../../utils/domain/passage.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { createKnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import type { Reply } from './orders.ts';

/** One article of the source is changed again and again, as a reading of its source would. */
export async function updateArticle(times: number): Promise<Reply> {
  const store = createKnowledgeStore(createDatabaseOpener());
  const sourceId = sourceIdSchema.parse('bench');
  await store.putSource({
    id: sourceId,
    kind: 'help-centre',
    name: 'Bench',
    audience: 'public',
    importedAt: new Date(0).toISOString(),
    unreadable: [],
  });
  const at = new Date(0).toISOString();
  const step = (article: Article) => ({
    articles: [article],
    unchanged: [],
    removed: [],
    unreadable: [],
    sync: {
      sourceId,
      runId: 'run',
      state: 'running' as const,
      startedAt: at,
      steppedAt: at,
      done: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      removed: 0,
    },
  });
  const ms: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const article = articleSchema.parse({
      id: 'changed',
      sourceId,
      title: 'Changed article',
      locale: 'en',
      audience: 'public',
      fetchedAt: at,
      sections: [{ headings: [], text: `The zebracode of this article is now z${time}code. It was changed ${time} times.` }],
    });
    const startedAt = performance.now();
    await store.saveStep(step(article));
    ms.push(performance.now() - startedAt);
    await store.settle();
  }
  const query = { questions: [`zebracode z${times - 1}code`], context: '', language: 'en', mayUse: ['public'] as const };
  const found = await store.search(query, 5, new AbortController().signal);
  const isFound = found.filter(({ passage }) => passage.articleId === 'changed').length === 1;
  return { kind: 'updated', ms, isFound };
}
