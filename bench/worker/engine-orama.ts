import { create, insertMultiple, load, save, search, type RawData } from '@orama/orama';
import { keep, read } from './shelf.ts';
import { LIMIT, type StoredEngine } from './stored-engine.ts';

export const engine: StoredEngine = {
  async build(passages, size) {
    const index = create({ schema: { title: 'string', text: 'string' } });
    await insertMultiple(
      index,
      passages.map(({ id, title, text }) => ({ id, title, text })),
    );
    return keep('orama', size, save(index));
  },
  async open(size) {
    const index = create({ schema: { title: 'string', text: 'string' } });
    load(index, (await read('orama', size)) as RawData);
    return async (question) => (await search(index, { term: question, limit: LIMIT })).hits.length;
  },
};
