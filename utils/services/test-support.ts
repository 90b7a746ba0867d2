import { passageSchema } from '../domain/passage.ts';
import type { PassageSearch } from '../ports/passage-search.ts';

export const articleText = 'A password reset link is valid for 60 minutes and works once.';

const passage = passageSchema.parse({
  id: 'p1',
  articleId: 'reset.md',
  sourceId: 's1',
  title: 'Password reset links',
  headings: [],
  text: articleText,
  locale: 'en',
  audience: 'public',
  fetchedAt: '2026-11-01T00:00:00.000Z',
  position: 0,
});

/** Finds one passage for every question. For tests. */
export const inMemorySearch = (): PassageSearch => ({
  search: async () => [{ passage, score: 3, coverage: 0.9, matchedTerms: 4, terms: 5 }],
  count: async () => 1,
});
