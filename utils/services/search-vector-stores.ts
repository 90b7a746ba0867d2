import { within, type BackendDeps } from '../backends/backend-deps.ts';
import type { Server } from '../backends/ask-server.ts';
import { createVectorStoreApi } from '../backends/vector-store-api.ts';
import { createVectorStoreSearch } from '../backends/vector-stores.ts';
import { FailureError } from '../domain/failure.ts';
import { audienceSchema, type Passage, type RankedPassage, type Source, type SourceOrigin } from '../domain/passage.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import type { SecretStore } from '../storage/secret-store.ts';
import { toMatchPatterns } from './sync/source-fetch.ts';

/** A draft waits for a store no longer than this. */
export const TIMEOUT_MS = 5000;

/** A person who has just added a store waits for its answer. */
const CHECK_MS = 15_000;

export type StoreSource = Source & { readonly origin: Extract<SourceOrigin, { kind: 'vector-store' }> };

export type StoreSearchDeps = {
  readonly listSources: () => Promise<readonly Source[]>;
  readonly secrets: Pick<SecretStore, 'read'>;
  /** May the browser ask all of these match patterns? */
  readonly isAllowed: (patterns: readonly string[]) => Promise<boolean>;
  /** Takes personal data out of a question before it leaves the browser. */
  readonly redact: (text: string) => string;
  readonly backend: BackendDeps;
};

export type StoreSearch = {
  /** Is the store there, and does its key open it? Throws `FailureError`s of the `source-…` kinds. Other origins are not asked. */
  readonly check: (origin: SourceOrigin | undefined) => Promise<void>;
  /** The stores that hold something for this query's readers; a store for others is not even asked. */
  readonly listAskable: (query: SearchQuery) => Promise<readonly StoreSource[]>;
  /**
   * A list for each store, best first, with nothing that the query's readers may not see; empty for one that fails or hasn't
   * answered after 5 s. Rejects only with the signal's reason.
   */
  readonly search: (
    stores: readonly StoreSource[],
    query: SearchQuery,
    limit: number,
    signal: AbortSignal,
  ) => Promise<readonly (readonly RankedPassage[])[]>;
};

/** Searches the vector stores among the sources, where they are; nothing of them is kept. */
export function createStoreSearch({ listSources, secrets, isAllowed, redact, backend }: StoreSearchDeps): StoreSearch {
  const toServer = async (baseUrl: string): Promise<Server> => ({
    endpoint: { baseUrl, model: '' },
    key: await secrets.read(new URL(baseUrl).origin),
    deps: backend,
  });
  const ask = async (source: StoreSource, query: SearchQuery, limit: number, signal: AbortSignal): Promise<RankedPassage[]> => {
    const { baseUrl, storeId } = source.origin;
    if (!(await isAllowed(toMatchPatterns(source.origin)))) return [];
    const store = createVectorStoreSearch({ server: await toServer(baseUrl), storeId, sourceId: source.id });
    const found = await store.search({ ...query, questions: query.questions.map(redact) }, limit, signal);
    return found.flatMap((one) => {
      const passage = narrow(one.passage, source);
      return isFor(one.passage, query) && isFor(passage, query) ? [{ ...one, passage }] : [];
    });
  };
  const askInTime = async (...[source, query, limit, signal]: Parameters<typeof ask>): Promise<RankedPassage[]> => {
    const over = new AbortController();
    const asked = ask(source, query, limit, AbortSignal.any([signal, over.signal])).catch(() => []);
    try {
      return (await within(asked, TIMEOUT_MS, backend.sleep, signal)) ?? [];
    } finally {
      over.abort();
    }
  };
  return {
    async check(origin) {
      if (origin?.kind !== 'vector-store') return;
      const over = new AbortController();
      try {
        const api = createVectorStoreApi(await toServer(origin.baseUrl));
        const read = await within(api.readStore(origin.storeId, over.signal), CHECK_MS, backend.sleep, over.signal);
        if (!read) throw new FailureError({ kind: 'source-unreachable', host: new URL(origin.baseUrl).host });
      } finally {
        over.abort();
      }
    },
    async listAskable(query) {
      if (query.pool === 'solved-tickets' || query.questions.length === 0) return [];
      const sources: readonly Source[] = await listSources().catch(() => []);
      return sources.filter(isStore).filter((source) => isFor(source, query));
    },
    search: async (stores, query, limit, signal) => {
      const lists = await Promise.all(stores.map((source) => askInTime(source, query, limit, signal)));
      signal.throwIfAborted();
      return lists;
    },
  };
}

function isStore(source: Source): source is StoreSource {
  return source.origin?.kind === 'vector-store';
}

/** A store's own word on who may read a file counts as far as the source allows: of the two the narrower one holds. */
function narrow(passage: Passage, { audience, segments = [] }: Source): Passage {
  const widths = audienceSchema.options;
  return widths.indexOf(passage.audience) >= widths.indexOf(audience)
    ? passage
    : { ...passage, audience, segments: [...segments] };
}

function isFor({ audience, segments = [] }: Pick<Passage, 'audience' | 'segments'>, query: SearchQuery): boolean {
  if (!query.mayUse.includes(audience)) return false;
  return audience !== 'segment' || segments.some((segment) => query.segments?.includes(segment));
}
