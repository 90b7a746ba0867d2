// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { passageSchema } from '../../utils/domain/passage.ts';
import type { FoundPassage } from '../knowledge/found-passage.ts';
import type { KnowledgeSearcher } from '../knowledge/use-knowledge-search.ts';
import { fieldOf, fill, text } from './knowledge-page.test-support.ts';
import { KnowledgeTry } from './knowledge-try.tsx';

const nowMs = Date.parse('2026-11-21T12:00:00.000Z');
const found: FoundPassage = {
  passage: passageSchema.parse({
    id: 'p1',
    articleId: 'a1',
    sourceId: 'guide',
    title: 'Reset links',
    headings: ['Account'],
    text: 'A reset link is <b>valid</b> for 60 minutes.',
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
  }),
  score: 3,
  coverage: 0.8,
  matchedTerms: 2,
  terms: 3,
  why: [{ feature: 'wordPairs', share: 0.4 }],
  highlights: [{ start: 2, end: 12 }],
};

let root: Root;
const onSearch = vi.fn<KnowledgeSearcher>();
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<main></main>';
  onSearch.mockReset();
  onSearch.mockResolvedValue({ ok: true, value: [found] });
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});
const draw = (): Promise<void> => act(async () => root.render(<KnowledgeTry onSearch={onSearch} nowMs={nowMs} />));

it('a search asks once the typing rests, for the chosen reader, and shows why a passage ranked', async () => {
  await draw();
  const field = document.querySelector('[aria-label="Search the knowledge"]');
  await fill(field, 'reset');
  await fill(field, 'reset link');
  expect(onSearch).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(onSearch).toHaveBeenCalledExactlyOnceWith({
    text: 'reset link',
    mayUse: ['public'],
    pool: 'articles',
    limit: 10,
  });
  expect(document.querySelector('mark')?.textContent).toBe('reset link');
  expect(text()).toContain('<b>valid</b>');
  expect(text()).toContain('2 of 3 words, 80% of the question');
  expect(text()).toContain('Words side by side40%');
  await fill(fieldOf('The reply goes to'), 'internal');
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(onSearch.mock.lastCall?.[0].mayUse).toEqual(['public', 'signed-in', 'segment', 'internal']);
});

it('an answer that was overtaken by a newer question is not shown', async () => {
  let answerFirst = (): void => undefined;
  onSearch.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = () => resolve({ ok: true, value: [found] }))));
  onSearch.mockResolvedValueOnce({ ok: true, value: [] });
  await draw();
  const field = document.querySelector('[aria-label="Search the knowledge"]');
  await fill(field, 'reset');
  await act(() => vi.advanceTimersByTimeAsync(300));
  await fill(field, 'something else');
  await act(() => vi.advanceTimersByTimeAsync(300));
  await act(async () => answerFirst());
  expect(text()).not.toContain('Reset links');
  expect(text()).toContain('Nothing that everyone may read is about this.');
});
