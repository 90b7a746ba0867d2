import { createFindingsReader, type FindingsReader } from '../knowledge/article-findings.ts';
import type { SourceId } from '../../utils/domain/passage.ts';
import { removeSourceEverywhere } from '../../utils/services/remove-source.ts';
import { createAnswerCache } from '../../utils/storage/answer-cache.ts';
import { createArticleReader } from '../../utils/storage/article-reader.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { createDraftStore, type DraftStore } from '../../utils/storage/draft-store.ts';
import { createJournal } from '../../utils/storage/journal.ts';
import { createKnowledgeStore, type KnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import { createOutcomeLog, type OutcomeLog } from '../../utils/storage/outcome-log.ts';
import { createSpendingLog } from '../../utils/storage/spending-log.ts';
import { createTriageModelStore, type TriageModelStore } from '../../utils/storage/triage-model-store.ts';
import { createVectorStore, type VectorStore } from '../../utils/storage/vector-store.ts';
import { createVoiceStore, type VoiceStore } from '../../utils/storage/voice-store.ts';

/** The stores that our own pages read and change. */
export type OptionsStores = {
  readonly knowledge: KnowledgeStore;
  readonly articles: FindingsReader;
  /** Everywhere; with `forget` its text goes from drafts and outcomes too. */
  readonly removeSource: (id: SourceId, forget: boolean) => Promise<unknown>;
  readonly readEmbedding: VectorStore['readState'];
  readonly outcomes: OutcomeLog;
  readonly drafts: DraftStore;
  readonly voices: VoiceStore;
  readonly triageModel: TriageModelStore;
  /** Drafts, outcomes, what models answered, and what requests cost. */
  readonly removeRecords: () => Promise<unknown>;
};

export function createOptionsStores(): OptionsStores {
  const open = createDatabaseOpener();
  const knowledge = createKnowledgeStore(open);
  const outcomes = createOutcomeLog(open, createJournal());
  const drafts = createDraftStore(open);
  const answers = createAnswerCache(open, () => new Date());
  const parts = { answers, knowledge, outcomes, drafts, articles: createArticleReader(open), vectors: createVectorStore(open) };
  return {
    knowledge,
    outcomes,
    drafts,
    voices: createVoiceStore(open),
    triageModel: createTriageModelStore(open),
    articles: createFindingsReader(open),
    removeRecords: () =>
      Promise.all([outcomes.removeAll(), drafts.removeAll(), answers.removeAll(), createSpendingLog(open).removeAll()]),
    readEmbedding: parts.vectors.readState,
    removeSource: (id, forget) => removeSourceEverywhere({ ...parts, now: () => new Date() }, id, { forget }),
  };
}
