import type { RankedPassage } from '../domain/passage.ts';
import type { PassageSearch, SearchQuery } from '../ports/passage-search.ts';
import { fuseByRank } from '../retrieval/vectors/fuse-rankings.ts';
import type { KnowledgeStore } from '../storage/knowledge-store.ts';
import { allowIf } from '../storage/vector-search.ts';
import type { MeaningSearch } from './search-by-meaning.ts';
import type { StoreSearch, StoreSource } from './search-vector-stores.ts';

/** Places of each leg that are fused: what stands lower in both is never among the first. */
const FUSED = 50;

/**
 * Search by words, and beside it by meaning while vectors serve; the two rankings are fused by rank, one list of meaning for
 * each question and as many of words. When the embedding model can't be asked, words alone answer. Vector stores among the
 * sources are asked at the same time and fused with both by rank.
 */
export function createKnowledgeSearch(
  knowledge: Pick<KnowledgeStore, 'search' | 'count' | 'allowedIds' | 'getPassage'>,
  meaning: MeaningSearch,
  stores?: StoreSearch,
): PassageSearch {
  const searchBoth = async (query: SearchQuery, limit: number, signal: AbortSignal): Promise<readonly RankedPassage[]> => {
    const allowed = await knowledge.allowedIds(query);
    const [words, near] = await Promise.all([
      knowledge.search(query, FUSED, signal),
      meaning
        .search(
          query.questions,
          allowIf((id) => allowed.has(id)),
          FUSED,
          signal,
        )
        .catch(() => {
          signal.throwIfAborted();
          return [];
        }),
    ]);
    if (near.every((list) => list.length === 0)) return words.slice(0, limit);
    const byId = new Map<string, RankedPassage>(words.map((one) => [one.passage.id, one]));
    const asWords = words.map(({ passage, score }) => ({ id: passage.id, score }));
    const fused = fuseByRank([...near.map(() => asWords), ...near]).slice(0, limit);
    const ranked = await Promise.all(
      fused.map(async ({ id, score }): Promise<RankedPassage[]> => {
        const found = byId.get(id);
        if (found) return [{ ...found, score }];
        const passage = await knowledge.getPassage(id);
        // Found by meaning alone: none of the question's words stand there.
        return passage
          ? [
              {
                passage,
                score,
                coverage: 0,
                matchedTerms: 0,
                terms: words[0]?.terms ?? 0,
                why: [{ feature: 'meaning', share: 1 }],
              },
            ]
          : [];
      }),
    );
    return ranked.flat();
  };
  const searchHere = async (query: SearchQuery, limit: number, signal: AbortSignal): Promise<readonly RankedPassage[]> => {
    const isMeant = query.questions.length > 0 && (await meaning.askedHost()) !== undefined;
    return isMeant ? searchBoth(query, limit, signal) : knowledge.search(query, limit, signal);
  };
  return {
    async search(query, limit, signal) {
      const askable: readonly StoreSource[] = (await stores?.listAskable(query)) ?? [];
      if (query.from === 'vector-stores') {
        return fuseLists([[], ...((await stores?.search(askable, query, FUSED, signal)) ?? [])], limit);
      }
      if (!stores || askable.length === 0) return searchHere(query, limit, signal);
      const [here, there] = await Promise.all([
        searchHere(query, Math.max(limit, FUSED), signal),
        stores.search(askable, query, FUSED, signal),
      ]);
      return fuseLists([here, ...there.map((list) => list.filter((one) => !isSaidIn(here, one)))], limit);
    },
    async askedHosts(query) {
      const isMeant = query.questions.length > 0 && query.from !== 'vector-stores';
      const meant = isMeant ? await meaning.askedHost() : undefined;
      const askable = (await stores?.listAskable(query)) ?? [];
      return [
        ...new Set([...(meant === undefined ? [] : [meant]), ...askable.map(({ origin }) => new URL(origin.baseUrl).host)]),
      ];
    },
    count: knowledge.count,
  };
}

/** With one list alone its own scores stay. */
function fuseLists(lists: readonly (readonly RankedPassage[])[], limit: number): readonly RankedPassage[] {
  const [here = [], ...there] = lists;
  if (there.every((list) => list.length === 0)) return here.slice(0, limit);
  const byId = new Map(lists.flat().map((one) => [one.passage.id as string, one]));
  const ids = lists.map((list) => list.map(({ passage, score }) => ({ id: passage.id, score })));
  return fuseByRank(ids)
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const one = byId.get(id);
      return one ? [{ ...one, score }] : [];
    });
}

/** A source that is here and in a store as well is cited from here. */
function isSaidIn(here: readonly RankedPassage[], { passage: { title, text } }: RankedPassage): boolean {
  return here.some(({ passage }) => passage.title === title && (text.includes(passage.text) || passage.text.includes(text)));
}
