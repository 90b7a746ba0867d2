import { z } from 'zod';
import { FailureError } from '../domain/failure.ts';
import type { Server } from './ask-server.ts';
import { askJson } from './ask-json.ts';

const attributesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type Attributes = z.infer<typeof attributesSchema>;

const storeSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  file_counts: z.looseObject({ completed: z.number().int().nonnegative(), total: z.number().int().nonnegative() }),
});
const fileSchema = z.looseObject({ id: z.string().min(1), filename: z.string() });
const storeFileSchema = z.looseObject({
  id: z.string().min(1),
  status: z.enum(['in_progress', 'completed', 'cancelled', 'failed']),
  last_error: z.looseObject({ message: z.string() }).nullish(),
  attributes: attributesSchema.nullish(),
});
export type StoreFile = z.infer<typeof storeFileSchema>;
const hitSchema = z.looseObject({
  file_id: z.string().min(1),
  filename: z.string(),
  score: z.number(),
  attributes: attributesSchema.nullish(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});
export type StoreHit = z.infer<typeof hitSchema>;

const pageOf = <T extends z.ZodType>(item: T) => z.looseObject({ data: z.array(item), has_more: z.boolean().default(false) });
const deletedSchema = z.looseObject({ deleted: z.boolean().optional() });

/** A store has at most 10,000 files; a list that goes on after that has gone wrong. */
const MAX_PAGES = 120;

/** OpenAI's vector stores and files, as documented at platform.openai.com, over the one way out that backends have. */
export function createVectorStoreApi(server: Server) {
  const segment = encodeURIComponent;
  const storePath = (storeId: string): string => `/vector_stores/${segment(storeId)}`;
  async function* list<T extends z.ZodType<{ id: string }>>(
    path: string,
    item: T,
    signal: AbortSignal,
  ): AsyncGenerator<z.infer<T>> {
    let after = '';
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = `limit=100${after === '' ? '' : `&after=${segment(after)}`}`;
      const { data, has_more: hasMore } = await askJson(
        server,
        { method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}${query}` },
        pageOf(item),
        signal,
      );
      yield* data;
      after = data.at(-1)?.id ?? '';
      if (!hasMore || after === '') return;
    }
  }
  const remove = async (path: string, signal: AbortSignal): Promise<void> => {
    try {
      await askJson(server, { method: 'DELETE', path }, deletedSchema, signal);
    } catch (thrown) {
      const isGone = thrown instanceof FailureError && thrown.failure.kind === 'source-rejected' && thrown.failure.status === 404;
      if (!isGone) throw thrown;
    }
  };
  return {
    createStore: (name: string, signal: AbortSignal) =>
      askJson(server, { method: 'POST', path: '/vector_stores', body: { name } }, storeSchema, signal),
    readStore: (storeId: string, signal: AbortSignal) =>
      askJson(server, { method: 'GET', path: storePath(storeId) }, storeSchema, signal),
    uploadFile(filename: string, text: string, signal: AbortSignal) {
      const body = new FormData();
      body.set('purpose', 'assistants');
      body.set('file', new File([text], filename, { type: 'text/markdown' }));
      return askJson(server, { method: 'POST', path: '/files', body }, fileSchema, signal);
    },
    listFiles: (signal: AbortSignal) => list('/files?purpose=assistants', fileSchema, signal),
    removeFile: (fileId: string, signal: AbortSignal) => remove(`/files/${segment(fileId)}`, signal),
    attachFile: (storeId: string, fileId: string, attributes: Attributes, signal: AbortSignal) =>
      askJson(
        server,
        { method: 'POST', path: `${storePath(storeId)}/files`, body: { file_id: fileId, attributes } },
        storeFileSchema,
        signal,
      ),
    readStoreFile: (storeId: string, fileId: string, signal: AbortSignal) =>
      askJson(server, { method: 'GET', path: `${storePath(storeId)}/files/${segment(fileId)}` }, storeFileSchema, signal),
    listStoreFiles: (storeId: string, signal: AbortSignal) => list(`${storePath(storeId)}/files`, storeFileSchema, signal),
    detachFile: (storeId: string, fileId: string, signal: AbortSignal) =>
      remove(`${storePath(storeId)}/files/${segment(fileId)}`, signal),
    search: async (storeId: string, body: { query: string; filters: unknown; max_num_results: number }, signal: AbortSignal) =>
      (
        await askJson(
          server,
          { method: 'POST', path: `${storePath(storeId)}/search`, body: { ...body, rewrite_query: false } },
          pageOf(hitSchema),
          signal,
        )
      ).data,
  };
}
export type VectorStoreApi = ReturnType<typeof createVectorStoreApi>;
