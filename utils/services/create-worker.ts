import { browser } from 'wxt/browser';
import { browserDeps } from '../backends/backend-deps.ts';
import { createBuiltInModel } from '../backends/built-in-model.ts';
import { createLanguageModel } from '../backends/language-model.ts';
import { listModels } from '../backends/list-models.ts';
import { testConnection } from '../backends/test-connection.ts';
import { send } from '../messaging/messenger.ts';
import { redactText } from '../privacy/redact-text.ts';
import { createSourceRegistry } from '../sources/source-registry.ts';
import { createAnswerCache } from '../storage/answer-cache.ts';
import { createArticleReader } from '../storage/article-reader.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createJournal } from '../storage/journal.ts';
import { createKnowledgeStore } from '../storage/knowledge-store.ts';
import { createOutcomeLog } from '../storage/outcome-log.ts';
import { createSecretStore } from '../storage/secret-store.ts';
import { createSpendingLog } from '../storage/spending-log.ts';
import { createTriageModelStore } from '../storage/triage-model-store.ts';
import { createVoiceStore } from '../storage/voice-store.ts';
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
import { createDraftingDeps } from './drafting-deps.ts';
import { createDraftServer } from './serve-draft-requests.ts';
import { createSpending } from './spending.ts';
import { createTriageReader } from './triage-reader.ts';
import { createRecordRemover } from './remove-old-records.ts';
import { createSyncing } from './sync/create-syncing.ts';
import { createTicketTracker } from './track-tickets.ts';
import { createTeaching } from './create-teaching.ts';
import { teachingDeps } from './teaching-deps.ts';

/** A list of models that takes longer is not waited for: the name can be typed. */
const LIST_MODELS_MS = 15_000;

/** The general classifier, packed with the extension. */
async function readGeneralTriage(): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL('/triage/general-intents.bin'));
  return new Uint8Array(await response.arrayBuffer());
}

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
  const embedding = createEmbedding(open, secrets);
  // What can't be embedded is in the state of the embedding, for the page to show.
  const noteKnowledgeChanged = (): void => void embedding.embedKnowledge.noteKnowledgeChanged().catch(() => undefined);
  const stores = createStoreSearching(knowledge, secrets);
  const search = createKnowledgeSearch(knowledge, embedding.meaning, stores);
  const backendSettings = createBackendSettings({
    secrets,
    testConnection: (endpoint, key, styling) => testConnection(endpoint, key, browserDeps, undefined, { styling }),
    listModels: (endpoint, key) => listModels(endpoint, key, browserDeps, AbortSignal.timeout(LIST_MODELS_MS)),
  });
  const lookUps = createLookUpService({ secrets, readSettings, changeSettings, fetch: (input, init) => fetch(input, init), now });

  const spendingLog = createSpendingLog(open);
  const answers = createAnswerCache(open, now);
  const spending = createSpending({
    log: spendingLog,
    readBudget: async () => (await readSettings()).budget,
    now,
  });
  const articles = createArticleReader(open);
  const triage = createTriageReader({ models: createTriageModelStore(open), readGeneral: readGeneralTriage });
  const readAssistDeps = createDraftingDeps({
    readSettings,
    createModel: async (endpoint) => createLanguageModel(endpoint, await secrets.read(new URL(endpoint.baseUrl).origin)),
    createBuiltInModel,
    search,
    knowledge,
    articles,
    voices: createVoiceStore(open),
    readLookUps: () => lookUps.readLookUps(),
    readTriage: triage.readTriage,
    countSentReplies: async () => (await outcomes.all()).filter((row) => row.step === 'sent').length,
    spending,
    cache: answers,
    makeBoundary: browserDeps.makeBoundary,
    clock: () => performance.now(),
  });

  return {
    outcomes,
    knowledge,
    inserter,
    decider: createDraftDecider({ drafts, outcomes, readTabs: tabs.readTabs, now }),
    serveDraft: createDraftServer({
      readTab: tabs.readTab,
      drafts,
      outcomes,
      readAssistDeps,
      readSettings,
      browserLanguage: () => navigator.language,
      now,
    }),
    spending,
    removeOldRecords: createRecordRemover({
      outcomes,
      drafts,
      spendingLog,
      answers,
      readKeepDays: async () => (await readSettings()).keepOutcomesDays,
      now,
    }),
    forgetTriage: triage.forget,
    trackTicket: createTicketTracker({
      readTab: tabs.readTab,
      writeTab: tabs.writeTab,
      outcomes,
      reconcile: createSentReconciler({ outcomes, drafts, now }),
      resumeInsert: inserter.resume,
      now,
    }),
    teaching: createTeaching(teachingDeps),
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
    recall: createRecallAnswers(createRecallList({ outcomes, drafts, articles, now })),
  };
}
