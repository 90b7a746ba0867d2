import type { Article, Source, SourceId } from '../domain/passage.ts';
import type { Server } from './ask-server.ts';
import { hashText } from './hash-text.ts';
import { readAttributes, toAttributes } from './vector-store-attributes.ts';
import { createVectorStoreApi, type StoreFile, type VectorStoreApi } from './vector-store-api.ts';

/** Waits between two looks at a file that is being indexed, in milliseconds: seconds for a page, minutes for a large file. */
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8000;
/** About ten minutes; a file that takes longer is looked at again by the next upload. */
const MAX_LOOKS = 80;

export type UploadStep = {
  /** Articles done so far, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly articleId: string;
  readonly did: 'uploaded' | 'unchanged' | 'not-indexed-yet' | 'failed';
};

export type UploadRequest = {
  readonly server: Server;
  readonly storeId: string;
  readonly sourceId: SourceId;
  readonly articles: readonly Article[];
  readonly onUnreadable: (file: Source['unreadable'][number]) => void;
};

type StoredFile = { readonly file: StoreFile; readonly hash: string | undefined };

/**
 * Brings a source's articles into a vector store, one file each, and takes out what is no longer among them. What is there is
 * asked from the store itself, so an upload that was cut short goes on where it stopped and doubles nothing. A changed article's
 * old file goes only when the new one is indexed. Throws `FailureError`s of the `source-…` kinds, and the signal's reason.
 */
export async function* uploadArticles(request: UploadRequest, signal: AbortSignal): AsyncGenerator<UploadStep> {
  const { server, storeId, sourceId, articles, onUnreadable } = request;
  const api = createVectorStoreApi(server);
  const prefix = await toPrefix(sourceId);
  const stored = await readStored(api, storeId, sourceId, signal);
  await removeOrphans(api, prefix, stored, signal);
  const wanted = new Map(await Promise.all(articles.map(async (article) => [toKey(article), await toFile(article)] as const)));
  let done = 0;
  for (const article of articles) {
    const key = toKey(article);
    const { text, hash } = wanted.get(key) ?? (await toFile(article));
    const before = stored.get(key) ?? [];
    const same = before.find(
      (one) => one.hash === hash && (one.file.status === 'completed' || one.file.status === 'in_progress'),
    );
    const fileId =
      same?.file.id ??
      (await addFile(api, storeId, `${prefix}${hash.slice(0, 24)}.md`, text, toAttributes(article, hash), signal));
    const file = same?.file.status === 'completed' ? same.file : await waitUntilIndexed(api, server, storeId, fileId, signal);
    const isDone = file.status === 'completed';
    if (file.status === 'failed' || file.status === 'cancelled') {
      onUnreadable({
        name: article.title || article.id,
        reason: `The service could not index it: ${file.last_error?.message ?? file.status}`.slice(0, 300),
      });
      await removeStored(api, storeId, fileId, signal);
    }
    if (isDone) for (const old of before) if (old.file.id !== fileId) await removeStored(api, storeId, old.file.id, signal);
    stored.delete(key);
    done += 1;
    const did = same && isDone ? 'unchanged' : isDone ? 'uploaded' : file.status === 'in_progress' ? 'not-indexed-yet' : 'failed';
    yield { done, total: articles.length, articleId: article.id, did };
  }
  for (const gone of [...stored.values()].flat()) await removeStored(api, storeId, gone.file.id, signal);
}

/** Takes all of a source's files out of the store and deletes them at the backend. Files of others stay. May be asked again after it was cut short. */
export async function removeSourceFiles(
  { server, storeId, sourceId }: Pick<UploadRequest, 'server' | 'storeId' | 'sourceId'>,
  signal: AbortSignal,
): Promise<number> {
  const api = createVectorStoreApi(server);
  const files = [...(await readStored(api, storeId, sourceId, signal)).values()].flat();
  for (const { file } of files) await removeStored(api, storeId, file.id, signal);
  await removeOrphans(api, await toPrefix(sourceId), new Map(), signal);
  return files.length;
}

/** Begins the names of a source's files, so that one that was uploaded and not yet put into the store is found again. */
async function toPrefix(sourceId: SourceId): Promise<string> {
  return `deskside-${(await hashText(sourceId)).slice(0, 16)}-`;
}

/** An attribute holds 512 characters; of a longer id the beginning is what comes back. */
const toKey = (article: Article): string => article.id.slice(0, 512);

async function toFile(article: Article): Promise<{ readonly text: string; readonly hash: string }> {
  const sections = article.sections.map(({ headings, text }) =>
    [...headings.map((heading, depth) => `${'#'.repeat(depth + 2)} ${heading}`), text].join('\n\n'),
  );
  const text = [`# ${article.title}`, ...sections].join('\n\n');
  return { text, hash: await hashText(JSON.stringify([text, toAttributes(article, '')])) };
}

async function readStored(
  api: VectorStoreApi,
  storeId: string,
  sourceId: SourceId,
  signal: AbortSignal,
): Promise<Map<string, StoredFile[]>> {
  const stored = new Map<string, StoredFile[]>();
  for await (const file of api.listStoreFiles(storeId, signal)) {
    const facts = readAttributes(file.attributes);
    if (facts.sourceId !== sourceId) continue;
    const key = facts.articleId ?? '';
    stored.set(key, [...(stored.get(key) ?? []), { file, hash: facts.hash }]);
  }
  return stored;
}

async function addFile(
  api: VectorStoreApi,
  storeId: string,
  name: string,
  text: string,
  attributes: Record<string, string | number | boolean>,
  signal: AbortSignal,
): Promise<string> {
  const { id } = await api.uploadFile(name, text, signal);
  await api.attachFile(storeId, id, attributes, signal);
  return id;
}

async function waitUntilIndexed(
  api: VectorStoreApi,
  server: Server,
  storeId: string,
  fileId: string,
  signal: AbortSignal,
): Promise<StoreFile> {
  let file = await api.readStoreFile(storeId, fileId, signal);
  for (let looks = 1; file.status === 'in_progress' && looks < MAX_LOOKS; looks += 1) {
    await server.deps.sleep(Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (looks - 1)), signal);
    file = await api.readStoreFile(storeId, fileId, signal);
  }
  return file;
}

async function removeStored(api: VectorStoreApi, storeId: string, fileId: string, signal: AbortSignal): Promise<void> {
  await api.detachFile(storeId, fileId, signal);
  await api.removeFile(fileId, signal);
}

/** Files of ours that a run cut short left outside the store. */
async function removeOrphans(
  api: VectorStoreApi,
  prefix: string,
  stored: ReadonlyMap<string, readonly StoredFile[]>,
  signal: AbortSignal,
): Promise<void> {
  const inStore = new Set([...stored.values()].flat().map(({ file }) => file.id));
  const orphans: string[] = [];
  for await (const file of api.listFiles(signal))
    if (file.filename.startsWith(prefix) && !inStore.has(file.id)) orphans.push(file.id);
  for (const id of orphans) await api.removeFile(id, signal);
}
