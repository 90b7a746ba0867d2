import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { articleSchema, type Article, type ArticleReview } from '../../utils/domain/passage.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { createFindingsReader } from './article-findings.ts';

const open = createDatabaseOpener();
const article = (id: string, part: Partial<Article> = {}): Article =>
  articleSchema.parse({
    id,
    sourceId: 'help',
    title: id,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-20T10:00:00.000Z',
    sections: [{ headings: [], text: 'Text.' }],
    ...part,
  });
const yearAgo = Date.parse('2025-11-21T00:00:00.000Z');

it('finds what waits for a person and counts what is old, over more articles than are read at a time', async () => {
  const database = await open();
  const review: ArticleReview = { state: 'needed', reasons: ['text that readers can’t see'] };
  const all = [
    ...Array.from({ length: 450 }, (_, index) =>
      article(`a${index}`, { updatedAt: index < 230 ? '2025-01-01T00:00:00.000Z' : '2026-10-01T00:00:00.000Z' }),
    ),
    article('flagged-first', { review }),
    article('z-flagged-last', { review }),
    article('passed', { review: { ...review, state: 'passed' } }),
    article('undated'),
    articleSchema.parse({ ...article('other', { updatedAt: '2020-01-01T00:00:00.000Z' }), sourceId: 'dev' }),
  ];
  const transaction = database.transaction('articles', 'readwrite');
  await Promise.all(all.map((each) => transaction.store.put(each)));
  await transaction.done;

  const { flagged, old } = await createFindingsReader(open).findings(yearAgo, new AbortController().signal);
  expect(flagged.map(({ id }) => id)).toEqual(['flagged-first', 'z-flagged-last']);
  expect([...old]).toEqual([
    ['dev', 1],
    ['help', 230],
  ]);
});

it('stops when nobody looks any more', async () => {
  const reading = createFindingsReader(open).findings(yearAgo, AbortSignal.abort(new Error('left')));
  await expect(reading).rejects.toThrow('left');
});
