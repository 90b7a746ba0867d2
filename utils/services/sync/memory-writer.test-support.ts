import type { Article, Source } from '../../domain/passage.ts';
import type { Sync } from '../../domain/sync.ts';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';

/** The knowledge in memory, by the rules of the port, without an index. For tests. */
export function createMemoryWriter() {
  const sources = new Map<string, Source>();
  const articles = new Map<string, Article>();
  const syncs = new Map<string, Sync>();
  const seen = new Map<string, string>();
  const key = (sourceId: string, id: string): string => `${sourceId} ${id}`;
  const content = ({ fetchedAt: _fetched, updatedAt: _updated, etag: _etag, ...rest }: Article): string => JSON.stringify(rest);

  const writer: KnowledgeWriter = {
    listSources: async () => [...sources.values()],
    async putSource(source) {
      const { articles: count = 0, passages = 0 } = sources.get(source.id) ?? {};
      sources.set(source.id, { ...source, articles: count, passages });
    },
    getArticle: async (sourceId, id) => articles.get(key(sourceId, id)),
    async saveStep({ articles: given, unchanged, removed, sync }) {
      const row = { ...sync, unchanged: sync.unchanged + unchanged.length };
      for (const article of given) {
        const known = articles.get(key(sync.sourceId, article.id));
        if (!known) row.added += 1;
        else if (content(known) === content(article)) row.unchanged += 1;
        else row.changed += 1;
        articles.set(key(sync.sourceId, article.id), article);
      }
      for (const id of removed) if (articles.delete(key(sync.sourceId, id))) row.removed += 1;
      for (const id of [...given.map((article) => article.id), ...unchanged]) seen.set(key(sync.sourceId, id), sync.runId);
      syncs.set(row.sourceId, row);
      return row;
    },
    async finishRun(sync) {
      let removed = 0;
      for (const [place, article] of articles) {
        if (article.sourceId !== sync.sourceId || seen.get(place) === sync.runId) continue;
        articles.delete(place);
        removed += 1;
      }
      const row: Sync = { ...sync, state: 'done', removed: sync.removed + removed, completedAt: sync.steppedAt };
      syncs.set(row.sourceId, row);
      return row;
    },
    listSyncs: async () => [...syncs.values()],
    async saveSync(sync) {
      syncs.set(sync.sourceId, sync);
    },
  };
  return { ...writer, listArticles: async () => [...articles.values()] };
}
