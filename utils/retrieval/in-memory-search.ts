import type { Passage, RankedPassage } from '../domain/passage.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import { buildSegment } from './index/build-segment.ts';
import { openSegment } from './index/segment-reader.ts';
import { searchCorpus } from './ranking/search-corpus.ts';

/** The shipped index over these passages, for as long as the search is held. For the command line and benchmarks. */
export function createInMemorySearch(passages: readonly Passage[]): PassageSearch {
  const segments = [openSegment(buildSegment(passages))];
  const byId = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]));
  return {
    async search(query, limit) {
      const found = await searchCorpus(segments, query, limit);
      return found.flatMap(({ passageId, evidence: _evidence, why, ...ranking }): RankedPassage[] => {
        const passage = byId.get(passageId);
        return passage ? [{ passage, ...ranking, why: [...why] }] : [];
      });
    },
    count: async () => passages.length,
  };
}
