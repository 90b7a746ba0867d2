import { FailureError } from '../../domain/failure.ts';
import type { Article, Source } from '../../domain/passage.ts';
import type { SourceRead } from '../../ports/knowledge-source.ts';
import { type FoundItem, type ItemHead, type Place } from './paged-product.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { changed } from './source-failure.ts';
import { fromMark, toArticle, toInstant, toMark, toReaders } from './to-article.ts';
import { visitPlace, type Reading } from './visit-place.ts';

/** Of a single item: gone, or a server that stumbles over it. */
const GONE = [404, 410];
const STUMBLED = [500, 502, 504];

/** What a step has brought so far. */
export type Step = {
  readonly articles: Article[];
  readonly unchanged: string[];
  readonly removed: string[];
  readonly unreadable: Source['unreadable'];
};

export type StepContext = {
  readonly reading: Reading;
  readonly request: SourceRead;
  /** Ids met since this worker began to read, and those of each list by its address without the page. */
  readonly seen: Set<string>;
  readonly seenOnList: Map<string, Set<string>>;
  readonly step: Step;
};

/** A page of a list: items with a text become articles, items without one become places to visit, before what is on the next page. */
export async function collectList(context: StepContext, place: Place): Promise<{ next: Place[]; total: number | undefined }> {
  const { reading, request, seen, step } = context;
  const answer = await reading.client.ask(place.path);
  const { items = [], next = [], total } = await visitPlace(reading, place, answer, step.unreadable);
  const [list = ''] = place.path.split('?');
  const before = context.seenOnList.get(list) ?? new Set<string>();
  if (items.length > 0 && items.every(({ id }) => before.has(id))) {
    throw changed(reading.client.host, 'a next page that is another one');
  }
  for (const { id } of items) before.add(id);
  context.seenOnList.set(list, before);
  const onPage = new Set<string>();
  const places: Place[] = [];
  for (const item of items) {
    if (onPage.has(item.id)) step.unreadable.push({ name: item.name, reason: `another one has its number, ${item.id}` });
    // Lists move while they are read: what slipped to a later page has been read.
    if (onPage.has(item.id) || seen.has(item.id)) continue;
    onPage.add(item.id);
    if (await isUnchanged(item, request)) step.unchanged.push(item.id);
    else if (item.at) places.push({ ...item.at, item: toHead(item) });
    else takeItem(context, item, '');
  }
  for (const id of onPage) seen.add(id);
  return { next: [...places, ...next], total };
}

/** One item at its own place, asked for with the mark of the version that is known. */
export async function collectItem(context: StepContext, place: Place, item: ItemHead): Promise<void> {
  const { reading, request, step } = context;
  const readers = toReaders(item, request.source);
  const etag = fromMark((await request.known(item.id))?.etag, readers);
  const headers = etag ? { 'if-none-match': etag } : {};
  try {
    const answer = await reading.client.ask(place.path, { headers, allowed: [...GONE, ...STUMBLED] });
    if (answer.status === 304) return void step.unchanged.push(item.id);
    if (GONE.includes(answer.status)) return void step.removed.push(item.id);
    if (answer.status !== 200) throw new UnreadableError(`the server answered with an error (${answer.status})`);
    const misfits: Source['unreadable'] = [];
    const { items = [] } = await visitPlace(reading, place, answer, misfits);
    for (const found of items) takeItem(context, found, answer.headers.get('etag') ?? '');
    const [misfit] = misfits;
    if (misfit) throw new UnreadableError(misfit.reason);
  } catch (thrown) {
    if (!isOfItem(thrown)) throw thrown;
    step.unreadable.push({ name: item.name, reason: toReason(thrown) });
    // What was read of it before is better than nothing, as long as the same people may read it.
    if (etag !== undefined) step.unchanged.push(item.id);
  }
}

function takeItem({ reading, request, step }: StepContext, item: FoundItem, etag: string): void {
  if (!item.page) return;
  try {
    const { id: sourceId } = request.source;
    const readers = toReaders(item, request.source);
    const fetchedAt = reading.now().toISOString();
    step.articles.push(toArticle(toHead(item), item.page(), readers, { sourceId, fetchedAt, etag: toMark(readers, etag) }));
  } catch (thrown) {
    step.unreadable.push({ name: item.name, reason: toReason(thrown) });
  }
}

/** Known with this date, and for these readers. Without a date nothing is known. */
async function isUnchanged(item: ItemHead, { known, source }: SourceRead): Promise<boolean> {
  const updatedAt = toInstant(item.updatedAt);
  if (!updatedAt) return false;
  const before = await known(item.id);
  return toInstant(before?.updatedAt) === updatedAt && fromMark(before?.etag, toReaders(item, source)) !== undefined;
}

function isOfItem(thrown: unknown): boolean {
  if (thrown instanceof UnreadableError) return true;
  return thrown instanceof FailureError && thrown.failure.kind === 'source-rejected' && thrown.failure.status >= 404;
}

function toReason(thrown: unknown): string {
  if (thrown instanceof UnreadableError) return thrown.message;
  if (thrown instanceof FailureError && thrown.failure.kind === 'source-rejected')
    return `the server answered with an error (${thrown.failure.status})`;
  return 'its text could not be taken apart';
}

function toHead({ id, name, audience, segments, updatedAt }: ItemHead): ItemHead {
  return { id, name, audience, ...(segments ? { segments } : {}), ...(updatedAt ? { updatedAt } : {}) };
}
