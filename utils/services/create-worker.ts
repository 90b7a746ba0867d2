import { testConnection } from '../backends/test-connection.ts';
import { createBackend } from '../backends/registry.ts';
import { createEmbeddedBackend } from '../backends/embedded.ts';
import { send } from '../messaging/messenger.ts';
import type { AssistTicketDeps } from '../pipeline/assist-ticket.ts';
import { redactText } from '../privacy/redact-text.ts';
import { createSourceRegistry } from '../sources/source-registry.ts';
import { createArticleReader } from '../storage/article-reader.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createJournal } from '../storage/journal.ts';
import { createKnowledgeStore } from '../storage/knowledge-store.ts';
import { createOutcomeLog } from '../storage/outcome-log.ts';
import { createSecretStore } from '../storage/secret-store.ts';
import { changeSettings, readSettings } from '../storage/settings-store.ts';
import * as tabs from '../storage/tab-store.ts';
import { createBackendSettings } from './backend-settings.ts';
import { createEmbedding } from './create-embedding.ts';
import { createEmbeddingSettings } from './embedding-settings.ts';
import { createDraftDecider } from './decide-drafts.ts';
import { createDraftInserter } from './insert-drafts.ts';
import { createSentReconciler } from './reconcile-sent.ts';
import { createRecallList } from './recall-list.ts';
import { createRecallAnswers } from './serve-recall.ts';
import { createHandSearch } from './search-by-hand.ts';
import { createKnowledgeSearch } from './search-knowledge.ts';
import { createStoreSearching } from './create-store-searching.ts';
import { createLookUpService } from './serve-look-ups.ts';
import { createDraftServer } from './serve-drafts.ts';
import { createSyncing } from './sync/create-syncing.ts';
import { createTicketTracker } from './track-tickets.ts';

/** Builds everything the worker does from the stores it rests on. Opens nothing until first use, and keeps nothing that the stores don't. */
export function createWorker() {
  const now = (): Date => new Date();
  const open = createDatabaseOpener();
  const outcomes = createOutcomeLog(open, createJournal());
  const drafts = createDraftStore(open);
  const knowledge = createKnowledgeStore(open);
  const secrets = createSecretStore(open);
  const inserter = createDraftInserter({
    readTab: tabs.readTab,
    writeTab: tabs.writeTab,
    readPendingInsert: tabs.readPendingInsert,
    writePendingInsert: tabs.writePendingInsert,
    clearPendingInsert: tabs.clearPendingInsert,
    drafts,
    outcomes,
    now,
    orderInsert: (tabId, order) => send('reply-insert', order, tabId),
  });
  const standIn = createEmbeddedBackend();
  const embedding = createEmbedding(open, secrets);
  // What can't be embedded is in the state of the embedding, for the page to show.
  const noteKnowledgeChanged = (): void => void embedding.embedKnowledge.noteKnowledgeChanged().catch(() => undefined);
  const stores = createStoreSearching(knowledge, secrets);
  const search = createKnowledgeSearch(knowledge, embedding.meaning, stores);
  const backendSettings = createBackendSettings({ secrets, testConnection });
  const lookUps = createLookUpService({ secrets, readSettings, changeSettings, fetch: (input, init) => fetch(input, init), now });

  const readAssistDeps = async (): Promise<AssistTicketDeps> => {
    const settings = await readSettings();
    const key = settings.backend.kind === 'embedded' ? '' : await secrets.read(new URL(settings.backend.endpoint.baseUrl).origin);
    const backend = settings.backend.kind === 'embedded' ? standIn : createBackend(settings.backend, key);
    const sentReplies = (await outcomes.all()).filter((row) => row.step === 'sent').length;
    return {
      search,
      lookUps: await lookUps.readLookUps(),
      backend,
      standIn,
      minEnough: settings.minEnough,
      sentReplies,
      clock: () => performance.now(),
    };
  };

  return {
    outcomes,
    knowledge,
    inserter,
    decider: createDraftDecider({ drafts, outcomes, readTabs: tabs.readTabs, now }),
    serveDraft: createDraftServer({ readTab: tabs.readTab, drafts, outcomes, readAssistDeps, now }),
    trackTicket: createTicketTracker({
      readTab: tabs.readTab,
      writeTab: tabs.writeTab,
      outcomes,
      reconcile: createSentReconciler({ outcomes, drafts, now }),
      resumeInsert: inserter.resume,
      now,
    }),
    backendSettings,
    lookUps,
    embedKnowledge: embedding.embedKnowledge,
    embeddingSettings: createEmbeddingSettings({
      ...embedding,
      saveKey: (endpoint, key) => backendSettings.saveKey(endpoint, key),
      changeSettings,
    }),
    syncs: createSyncing({
      writer: knowledge,
      secrets,
      findSource: createSourceRegistry({ redact: (text) => redactText(text).text }).findSource,
      noteKnowledgeChanged,
    }),
    noteKnowledgeChanged,
    stores,
    searchByHand: createHandSearch(search),
    recall: createRecallAnswers(createRecallList({ outcomes, drafts, articles: createArticleReader(open), now })),
  };
}
