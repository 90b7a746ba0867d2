import { create, insertMultiple, search } from '@orama/orama';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { CreateEngine } from './engine.ts';

/** Other browser search libraries with their defaults, title and text as fields, any word matching; to compare with, not to judge them by. */
const createMiniSearch: CreateEngine = async (passages) => {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(passages.map(({ id, title, text }) => ({ id, title, text })));
  return async (question, _history, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => ({ id: String(id) }));
};

const createFlexSearch: CreateEngine = async (passages) => {
  const index = new Document({ document: { id: 'id', index: ['title', 'text'] } });
  for (const { id, title, text } of passages) index.add({ id, title, text });
  return async (question, _history, limit) => {
    const fields = index.search(question, { limit, suggest: true });
    return [...new Set(fields.flatMap(({ result }) => result.map(String)))].slice(0, limit).map((id) => ({ id }));
  };
};

const createOrama: CreateEngine = async (passages) => {
  const index = create({ schema: { title: 'string', text: 'string' } });
  await insertMultiple(
    index,
    passages.map(({ id, title, text }) => ({ id, title, text })),
  );
  return async (question, _history, limit) => {
    const { hits } = await search(index, { term: question, limit });
    return hits.map(({ id }) => ({ id }));
  };
};

export const libraries = { minisearch: createMiniSearch, flexsearch: createFlexSearch, orama: createOrama } as const;
