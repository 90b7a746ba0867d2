import { z } from 'zod';
import { FailureError, type Failure } from '../../domain/failure.ts';
import { sourceIdSchema, type Article, type SourceId } from '../../domain/passage.ts';
import type { KnowledgeSource, SourceStep } from '../../ports/knowledge-source.ts';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';
import { createSyncService } from './create-sync-service.ts';
import type { SyncDeps } from './sync-deps.ts';

export const help = sourceIdSchema.parse('help');
const ORIGIN = 'https://help.example';
const PAGE = 10;
const byId = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1);
const MINUTE_MS = 60_000;

export type TestWriter = KnowledgeWriter & { readonly listArticles: (id: SourceId) => Promise<Article[]> };

/** A source to add; `part` changes it. */
export const sourceInput = (part: Partial<Parameters<ReturnType<typeof createSyncService>['add']>[0]> = {}) => ({
  id: help,
  kind: 'help-centre' as const,
  name: 'Help centre',
  audience: 'public' as const,
  importedAt: '2026-11-21T10:00:00.000Z',
  origin: { kind: 'help-centre' as const, product: 'zammad' as const, baseUrl: ORIGIN },
  ...part,
});

const pageSchema = z.object({ total: z.number(), entries: z.array(z.tuple([z.string(), z.number()])) });

/** Reads a place page by page, an unchanged article by its mark only; its cursor is the next page. */
const createPagedSource = (beforeRequest: (path: string, signal: AbortSignal) => Promise<void>): KnowledgeSource => ({
  isFor: ({ kind }) => kind === 'help-centre',
  async *read({ source, cursor, known }, deps, signal): AsyncGenerator<SourceStep> {
    for (let page = Number(cursor ?? 0); ; page += 1) {
      await beforeRequest(`/pages/${page}`, signal);
      const response = await deps.fetch(`${ORIGIN}/pages/${page}`, { signal, credentials: 'include' });
      const { total, entries } = pageSchema.parse(await response.json());
      if (page * PAGE >= total) return;
      const step = { articles: [] as Article[], unchanged: [] as string[] };
      for (const [id, version] of entries) {
        if ((await known(id))?.etag === `${version}`) step.unchanged.push(id);
        else step.articles.push(toArticle(source.id, id, version, deps.now()));
      }
      yield { ...step, removed: [], unreadable: [], cursor: `${page + 1}`, total };
    }
  },
});

export function toArticle(sourceId: SourceId, id: string, version: number, now: Date): Article {
  const text = `Article ${id} says in its version ${version} how long a reset link is valid.`;
  return {
    id,
    sourceId,
    title: `Article ${id}`,
    locale: 'en',
    audience: 'public',
    fetchedAt: now.toISOString(),
    etag: `${version}`,
    sections: [{ headings: [], text }],
  };
}

/** Everything outside of a worker: the place, the clock, the browser. Workers come and go over it. */
export function createWorld(writer: TestWriter) {
  const locks = new Map<string, object>();
  const world = {
    writer,
    /** The place's articles by id, with their versions. */
    place: new Map<string, number>(),
    now: new Date('2026-11-21T10:00:00.000Z'),
    alarm: undefined as Date | undefined,
    isAllowed: true,
    keys: new Map<string, string>(),
    requests: [] as string[],
    keptAlive: 0,
    /** What happens in the source before a request; may throw or hang. */
    onRequest: async (_turn: number, _signal: AbortSignal): Promise<void> => undefined,
    pass(minutes: number) {
      world.now = new Date(world.now.getTime() + minutes * MINUTE_MS);
    },
    row: async (id = help) => (await writer.listSyncs()).find(({ sourceId }) => sourceId === id),
    /** What is stored of the place, as the place would list it. */
    stored: async (id = help) =>
      (await writer.listArticles(id)).map((article): [string, number] => [article.id, Number(article.etag)]).toSorted(byId),
    listed: () => [...world.place].toSorted(byId),
  };

  const pagedSource = createPagedSource((path, signal) => world.onRequest(world.requests.push(path) - 1, signal));

  /**
   * A worker over what the ones before have left. It is killed before its access number `dieAt` to the store or the
   * network: nothing it asks for is answered any more. `accesses` are the ones it has made.
   */
  const startWorker = ({ dieAt = Infinity, ...over }: Partial<SyncDeps> & { dieAt?: number } = {}) => {
    const self = {};
    const death = Promise.withResolvers<'died'>();
    const accesses: string[] = [];
    const orDie = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      if (accesses.length >= dieAt) {
        for (const [lock, owner] of locks) if (owner === self) locks.delete(lock);
        death.resolve('died');
        return new Promise<never>(() => undefined);
      }
      accesses.push(name);
      return work();
    };
    const dying: KnowledgeWriter = {
      listSources: () => orDie('listSources', () => writer.listSources()),
      putSource: (source) => orDie('putSource', () => writer.putSource(source)),
      getArticle: (sourceId, id) => orDie('getArticle', () => writer.getArticle(sourceId, id)),
      saveStep: (step) => orDie('saveStep', () => writer.saveStep(step)),
      finishRun: (sync) => orDie('finishRun', () => writer.finishRun(sync)),
      listSyncs: () => orDie('listSyncs', () => writer.listSyncs()),
      saveSync: (sync) => orDie('saveSync', () => writer.saveSync(sync)),
    };
    const service = createSyncService({
      writer: dying,
      secrets: {
        read: async (origin) => world.keys.get(origin) ?? '',
        write: async (origin, key) => void world.keys.set(origin, key),
      },
      findSource: (origin) => (pagedSource.isFor(origin) ? pagedSource : undefined),
      fetch: (input) =>
        orDie('fetch', async () => {
          const page = Number(new URL(input).pathname.split('/').at(-1));
          return Response.json({ total: world.place.size, entries: world.listed().slice(page * PAGE, (page + 1) * PAGE) });
        }),
      sleep: async (_ms, signal) => signal.throwIfAborted(),
      isAllowed: async () => world.isAllowed,
      async tryLock(name, work) {
        if (locks.has(name)) return false;
        locks.set(name, self);
        await work().finally(() => locks.delete(name));
        return true;
      },
      keepAlive: () => {
        world.keptAlive += 1;
        return () => (world.keptAlive -= 1);
      },
      setAlarm: async (at) => void (world.alarm = at),
      noteKnowledgeChanged: () => undefined,
      now: () => world.now,
      makeId: () => crypto.randomUUID(),
      ...over,
    });
    return { ...service, accesses, died: death.promise };
  };
  return Object.assign(world, { startWorker });
}
export type World = ReturnType<typeof createWorld>;

/** Articles `from` up to, not including, `to` in version 1. */
export function fillPlace(world: World, to: number, from = 0): void {
  for (let index = from; index < to; index += 1) world.place.set(`a${String(index).padStart(3, '0')}`, 1);
}

export const failing = (failure: Failure) => async (): Promise<never> => {
  throw new FailureError(failure);
};
export const untilAborted = (_turn: number, signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

/** Does the work on the requests of these numbers, from 0; answers all others. */
export const onRequests =
  (turns: readonly number[], work: World['onRequest']): World['onRequest'] =>
  async (turn, signal) => {
    if (turns.includes(turn)) await work(turn, signal);
  };
