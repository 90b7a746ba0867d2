import { z } from 'zod';
import type { SourceOrigin } from '../../domain/passage.ts';
import type { KnowledgeSource, SourceDeps, SourceRead, SourceStep } from '../../ports/knowledge-source.ts';
import { listPages } from './list-pages.ts';
import { createPageClient } from './page-client.ts';
import { createPageReader, type PageStep } from './read-page.ts';

/** At four pages a second a worker that ends loses less than three seconds. */
const PAGES_A_STEP = 10;

/** The last page that was looked at: pages are read in the order of their addresses, so the list itself need not be kept. */
const cursorSchema = z.object({ after: z.string() });

type WebPagesOrigin = Extract<SourceOrigin, { kind: 'web-pages' }>;

/**
 * Pages of a site, from its sitemaps or one by one: as robots.txt allows, one request at a time, at least 250 ms apart, on the
 * origins of the given addresses only, at most 10,000. An article's id is its page's address.
 */
export const webPages: KnowledgeSource = {
  isFor: ({ kind }) => kind === 'web-pages',
  read: (request, deps, signal) => {
    const { origin } = request.source;
    if (origin.kind !== 'web-pages') throw new Error(`${origin.kind} is not read page by page.`);
    return readPages(origin, request, deps, signal);
  },
};

async function* readPages(
  origin: WebPagesOrigin,
  request: SourceRead,
  deps: SourceDeps,
  signal: AbortSignal,
): AsyncGenerator<SourceStep> {
  const client = createPageClient(deps, signal);
  const { pages, unreadable } = await listPages(origin.addresses, client);
  const after = readCursor(request.cursor);
  const rest = after === undefined ? pages : pages.filter(({ href }) => href > after);
  const readPage = createPageReader({ pages, request, client, now: deps.now });

  for (let at = 0; at < rest.length; at += PAGES_A_STEP) {
    const batch = rest.slice(at, at + PAGES_A_STEP);
    const step: PageStep = { articles: [], unchanged: [], removed: [], unreadable: [] };
    // What is said of the sitemaps is said once.
    if (at === 0 && after === undefined) step.unreadable.push(...unreadable);
    for (const url of batch) {
      signal.throwIfAborted();
      await readPage(url, step);
    }
    yield { ...step, cursor: JSON.stringify({ after: batch.at(-1)?.href }), total: pages.length };
  }
}

/** A cursor that is not one of ours is no cursor: the reading starts anew, and what hasn't changed costs little. */
function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    return cursorSchema.parse(JSON.parse(cursor)).after;
  } catch {
    return undefined;
  }
}
