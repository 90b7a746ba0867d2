import { sourceSchema, type Audience } from '../../domain/passage.ts';
import type { KnowledgeSource, KnownArticle, SourceDeps, SourceRead, SourceStep } from '../../ports/knowledge-source.ts';
import type { ProductOrigin } from './paged-product.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

/** More than any reading here needs. */
const MAX_ASKED = 500;

/** Answers like a server: a value is JSON, nothing is a 404. */
export type Answer = (url: URL, init: RequestInit) => unknown;

type StandIn = { readonly deps: SourceDeps; readonly asked: string[]; readonly waits: number[] };

/** Dependencies whose fetch asks `answer`, whose clock stands still and whose waits are noted and over at once. */
export function standIn(answer: Answer, key = 'secret'): StandIn {
  const asked: string[] = [];
  const waits: number[] = [];
  const deps: SourceDeps = {
    fetch: async (input, init = {}) => {
      const url = new URL(input);
      init.signal?.throwIfAborted();
      asked.push(url.href);
      if (asked.length > MAX_ASKED) throw new Error('This reading never ends.');
      const value = await answer(url, init);
      if (value instanceof Response) return value;
      return value === undefined ? new Response('{}', { status: 404 }) : Response.json(value);
    },
    readKey: async () => key,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
    },
    now: () => NOW,
  };
  return { deps, asked, waits };
}

export function toRead(
  origin: ProductOrigin,
  more: { cursor?: string; known?: readonly KnownArticle[]; audience?: Audience } = {},
): SourceRead {
  const source = sourceSchema.parse({
    id: 's1',
    kind: origin.kind,
    name: 'Help centre',
    audience: more.audience ?? 'public',
    importedAt: NOW.toISOString(),
    origin,
    articles: 0,
    passages: 0,
    unreadable: [],
  });
  return {
    source: { ...source, origin },
    cursor: more.cursor,
    known: async (id) => more.known?.find((each) => each.id === id),
  };
}

/** All steps up to the end or to what is thrown. */
export async function collect(
  source: KnowledgeSource,
  request: SourceRead,
  deps: SourceDeps,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ steps: SourceStep[]; thrown: unknown }> {
  const steps: SourceStep[] = [];
  try {
    for await (const step of source.read(request, deps, signal)) steps.push(step);
    return { steps, thrown: undefined };
  } catch (thrown) {
    return { steps, thrown };
  }
}

export const articlesOf = (steps: readonly SourceStep[]): SourceStep['articles'] => steps.flatMap(({ articles }) => articles);
