import MiniSearch from 'minisearch';
import { keep, read } from './shelf.ts';
import { LIMIT, type StoredEngine } from './stored-engine.ts';

export const engine: StoredEngine = {
  async build(passages, size) {
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(passages.map(({ id, title, text }) => ({ id, title, text })));
    return keep('minisearch', size, JSON.stringify(index));
  },
  async open(size) {
    const index = MiniSearch.loadJSON(String(await read('minisearch', size)), { fields: ['title', 'text'] });
    return async (question) => index.search(question).slice(0, LIMIT).length;
  },
};
