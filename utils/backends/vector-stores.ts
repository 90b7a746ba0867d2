import { passageSchema, type Passage, type RankedPassage, type SourceId } from '../domain/passage.ts';
import type { PassageSearch, SearchQuery } from '../ports/passage-search.ts';
import { toTerms } from '../text/terms.ts';
import type { Server } from './ask-server.ts';
import { hashText } from './hash-text.ts';
import { readAttributes, type FileFacts } from './vector-store-attributes.ts';
import { createVectorStoreApi, type StoreHit } from './vector-store-api.ts';

/** OpenAI's own limits: results of one search, and characters of a query that matter to an embedding. */
const MAX_RESULTS = 50;
const MAX_QUERY_CHARS = 4000;
/** Questions of one ticket that are searched apart; each is a request that costs money. */
const MAX_QUESTIONS = 4;

export type VectorStoreOrigin = {
  readonly server: Server;
  readonly storeId: string;
  /** The source that its passages belong to here. */
  readonly sourceId: SourceId;
};

/**
 * An OpenAI vector store as a place to search: nothing of it is kept here, and the questions leave the browser. The audience is
 * asked for in the request and checked again on what comes back; a file without a known audience is internal. `score` is the
 * store's own, comparable within one search; `coverage` is the share of the question's content words in the passage, all words
 * weighed alike. Throws `FailureError`s of the `source-…` kinds.
 */
export function createVectorStoreSearch({ server, storeId, sourceId }: VectorStoreOrigin): PassageSearch {
  const api = createVectorStoreApi(server);
  return {
    async search(query, limit, signal) {
      if (query.pool === 'solved-tickets' || query.mayUse.length === 0 || limit < 1) return [];
      const best = new Map<string, RankedPassage>();
      for (const question of query.questions.slice(0, MAX_QUESTIONS)) {
        const asked = {
          query: question.slice(0, MAX_QUERY_CHARS),
          filters: toFilter(query.mayUse),
          max_num_results: Math.min(MAX_RESULTS, limit * 2),
        };
        const hits = await api.search(storeId, asked, signal);
        const mayRank = hits
          .map((hit) => ({ hit, facts: readAttributes(hit.attributes) }))
          .filter(({ facts }) => mayUse(facts, query));
        for (const { hit, facts } of mayRank) {
          const passage = await toPassage(hit, facts, sourceId, query.language, new Date(server.deps.now()));
          if (!passage) continue;
          const ranked = rank(passage, hit.score, question, query.language);
          const known = best.get(passage.id);
          if (!known || known.score < ranked.score)
            best.set(passage.id, known ? { ...ranked, coverage: Math.max(known.coverage, ranked.coverage) } : ranked);
        }
      }
      return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, limit);
    },
    count: async () => (await api.readStore(storeId, new AbortController().signal)).file_counts.completed,
  };
}

function toFilter(mayUse: SearchQuery['mayUse']): unknown {
  const filters = mayUse.map((audience) => ({ type: 'eq', key: 'audience', value: audience }));
  return filters.length === 1 ? filters[0] : { type: 'or', filters };
}

/** The rule of who may see what, whatever the store did with the filter. */
function mayUse(facts: FileFacts, query: SearchQuery): boolean {
  if (!query.mayUse.includes(facts.audience)) return false;
  if (facts.audience === 'segment' && !facts.segments.some((segment) => query.segments?.includes(segment))) return false;
  if (query.region !== undefined && facts.region !== undefined && facts.region !== query.region) return false;
  return query.version === undefined || facts.version === undefined || facts.version === query.version;
}

async function toPassage(
  hit: StoreHit,
  facts: FileFacts,
  sourceId: SourceId,
  language: string,
  now: Date,
): Promise<Passage | undefined> {
  const text = hit.content
    .flatMap((part) => (part.type === 'text' && part.text !== undefined ? [part.text.trim()] : []))
    .join('\n\n')
    .trim();
  const { segments, region, version, url, updatedAt } = facts;
  return passageSchema.safeParse({
    id: (await hashText(`${hit.file_id}\n${text}`)).slice(0, 32),
    articleId: facts.articleId ?? hit.file_id,
    sourceId,
    title: facts.title ?? hit.filename,
    headings: [],
    text,
    locale: facts.locale ?? language,
    audience: facts.audience,
    ...(segments.length > 0 ? { segments } : {}),
    ...(region === undefined ? {} : { region }),
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
    ...(updatedAt === undefined || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(updatedAt) ? {} : { updatedAt }),
    fetchedAt: now.toISOString(),
    position: 0,
  }).data;
}

function rank(passage: Passage, score: number, question: string, language: string): RankedPassage {
  const terms = new Set(toTerms(question, language));
  const held = new Set(toTerms(`${passage.title}\n${passage.text}`, language));
  const matchedTerms = [...terms].filter((term) => held.has(term)).length;
  return {
    passage,
    score: Math.max(0, score),
    coverage: terms.size === 0 ? 0 : matchedTerms / terms.size,
    matchedTerms,
    terms: terms.size,
  };
}
