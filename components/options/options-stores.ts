import { createArticleReader, type ArticleReader } from '../knowledge/article-reader.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { createDraftStore, type DraftStore } from '../../utils/storage/draft-store.ts';
import { createJournal } from '../../utils/storage/journal.ts';
import { createKnowledgeStore, type KnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import { createOutcomeLog, type OutcomeLog } from '../../utils/storage/outcome-log.ts';

/** The stores that our own pages read and change. */
export type OptionsStores = {
  readonly knowledge: KnowledgeStore;
  readonly articles: ArticleReader;
  readonly outcomes: OutcomeLog;
  readonly drafts: DraftStore;
};

export function createOptionsStores(): OptionsStores {
  const open = createDatabaseOpener();
  return {
    knowledge: createKnowledgeStore(open),
    articles: createArticleReader(open),
    outcomes: createOutcomeLog(open, createJournal()),
    drafts: createDraftStore(open),
  };
}
