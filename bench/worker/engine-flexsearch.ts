import { Index } from 'flexsearch';
import { keep, read } from './shelf.ts';
import { LIMIT, type StoredEngine } from './stored-engine.ts';

export const engine: StoredEngine = {
  async build(passages, size) {
    const index = new Index();
    for (const [at, { title, text }] of passages.entries()) index.add(at, `${title}\n${text}`);
    const parts: Record<string, string> = {};
    index.export((key, data) => {
      parts[key] = data;
    });
    return keep('flexsearch', size, parts);
  },
  async open(size) {
    const index = new Index();
    const parts = (await read('flexsearch', size)) as Record<string, string>;
    for (const [key, data] of Object.entries(parts)) index.import(key, data);
    return async (question) => index.search(question, { limit: LIMIT, suggest: true }).length;
  },
};
