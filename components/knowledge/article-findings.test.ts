import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { articleSchema, sourceSchema, type Article, type ArticleReview, type Source } from '../../utils/domain/passage.ts';
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
const source = (id: string): Source =>
  sourceSchema.parse({
    id,
    kind: 'files',
    name: id,
    audience: 'public',
    importedAt: '2026-11-20T10:00:00.000Z',
    articles: 0,
    passages: 0,
    unreadable: [],
  });
const yearAgo = Date.parse('2025-11-21T00:00:00.000Z');

it('finds what waits for a person and counts what is old; what was passed, is kept internal, undated or lies on the day itself is neither', async () => {
  const database = await open();
  const review: ArticleReview = { state: 'needed', reasons: ['text that readers can’t see'] };
  const all = [
    ...Array.from({ length: 450 }, (_, index) =>
      article(`a${index}`, { updatedAt: index < 230 ? '2025-01-01T00:00:00.000Z' : '2026-10-01T00:00:00.000Z' }),
    ),
    article('flagged-first', { review }),
    article('z-flagged-last', { review }),
    article('kept', { review: { ...review, state: 'kept-internal' } }),
    article('passed', { review: { ...review, state: 'passed' } }),
    article('undated'),
    article('on-the-day', { updatedAt: '2025-11-21T00:00:00.000Z' }),
    articleSchema.parse({ ...article('other', { updatedAt: '2020-01-01T00:00:00.000Z' }), sourceId: 'dev' }),
  ];
  const transaction = database.transaction(['articles', 'sources'], 'readwrite');
  await Promise.all([
    ...all.map((each) => transaction.objectStore('articles').put(each)),
    ...['help', 'dev', 'empty'].map((id) => transaction.objectStore('sources').put(source(id))),
  ]);
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
