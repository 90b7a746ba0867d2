import { z } from 'zod';
import type { KnowledgeSource, SourceDeps, SourceRead, SourceStep } from '../../ports/knowledge-source.ts';
import { collectItem, collectList, type Step, type StepContext } from './collect-step.ts';
import { placeSchema, type PagedProduct, type Place, type ProductOrigin } from './paged-product.ts';
import { createSourceClient } from './source-client.ts';
import { changed } from './source-failure.ts';
import type { Reading } from './visit-place.ts';

/** Items that are asked for one by one and saved in one step; at five a second a worker that ends loses two seconds. */
const ITEMS_A_STEP = 10;

const cursorSchema = z.array(placeSchema);

/** One product's list of one kind of thing as a source. Its cursor is the list of requests that are still to be made. */
export function createPagedSource(product: PagedProduct): KnowledgeSource {
  const isFor: KnowledgeSource['isFor'] = (origin) =>
    origin.kind === product.kind && 'product' in origin && origin.product === product.product;
  return {
    isFor,
    read: (request, deps, signal) => {
      const { origin } = request.source;
      if (!('product' in origin) || !isFor(origin)) throw new Error(`${origin.kind} is not read by ${product.product}.`);
      return readPlaces(product, origin, request, deps, signal);
    },
  };
}

async function* readPlaces(
  product: PagedProduct,
  origin: ProductOrigin,
  request: SourceRead,
  deps: SourceDeps,
  signal: AbortSignal,
): AsyncGenerator<SourceStep> {
  const root = product.root(new URL(origin.baseUrl));
  const key = await deps.readKey(root.origin);
  const headers = { ...product.headers, ...(key ? product.keyHeaders(key) : {}) };
  const client = createSourceClient(root, headers, key !== '', deps, signal);
  const reading: Reading = { product, origin, client, now: deps.now, shapes: new Map() };
  const seen = new Set<string>();
  const seenOnList = new Map<string, Set<string>>();
  const cursors = new Set<string>();

  let places = readCursor(request.cursor) ?? [...product.start(origin, deps.now())];
  while (places.length > 0) {
    signal.throwIfAborted();
    const step: Step = { articles: [], unchanged: [], removed: [], unreadable: [] };
    const { rest, total } = await takeStep({ reading, request, seen, seenOnList, step }, places);
    const cursor = JSON.stringify(rest);
    if (cursors.has(cursor)) throw changed(client.host, 'a next page that is another one');
    cursors.add(cursor);
    places = rest;
    yield { ...step, cursor, total };
  }
}

async function takeStep(context: StepContext, places: Place[]): Promise<{ rest: Place[]; total?: number | undefined }> {
  const [first, ...others] = places;
  if (!first) return { rest: [] };
  if (!first.item) {
    const { next, total } = await collectList(context, first);
    return { rest: [...next, ...others], total };
  }
  let taken = 0;
  for (const place of places.slice(0, ITEMS_A_STEP)) {
    if (!place.item) break;
    await collectItem(context, place, place.item);
    taken += 1;
  }
  return { rest: places.slice(taken) };
}

/** A cursor that is not one of ours is no cursor: the reading starts anew, and what hasn't changed costs little. */
function readCursor(cursor: string | undefined): Place[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    return undefined;
  }
}
