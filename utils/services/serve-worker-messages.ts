import { toFailure, type Failure } from '../domain/failure.ts';
import { send, serveMessages } from '../messaging/messenger.ts';
import { changeSettings } from '../storage/settings-store.ts';
import { readTab, writeTab } from '../storage/tab-store.ts';
import { readTaught } from '../storage/taught-store.ts';
import { addSampleKnowledge } from './add-sample-knowledge.ts';
import type { createWorker } from './create-worker.ts';
import { findMacros } from './find-macros.ts';
import { injectInto } from './site-access.ts';

type DoneOrFailed = { kind: 'done' } | { kind: 'failed'; failure: Failure };

const settle = (work: Promise<unknown>): Promise<DoneOrFailed> =>
  work.then(
    () => ({ kind: 'done' }),
    (thrown: unknown) => ({ kind: 'failed', failure: toFailure(thrown) }),
  );

/** Answers every message that the worker answers; call it once, in the first turn. */
export function serveWorkerMessages(worker: ReturnType<typeof createWorker>): void {
  const { inserter, decider, backendSettings, embeddingSettings } = worker;
  serveMessages({
    'page-reported': async ({ report }, { tabId }) => {
      if (tabId !== undefined) await worker.trackTicket(tabId, report);
      return { kind: 'done' };
    },
    'taught-read': async (_request, { host }) => {
      const helpdesks = await readTaught();
      return { kind: 'taught', helpdesks: helpdesks.filter((helpdesk) => helpdesk.host === host).slice(0, 5) };
    },
    'teaching-order': ({ tabId, order }) => settle(worker.teaching.carryOut(tabId, order)),
    'teach-shown': async ({ shown }, { tabId }) => {
      if (tabId !== undefined) await worker.teaching.shown(tabId, shown);
      return { kind: 'done' };
    },
    'teach-troubled': async ({ trouble }, { tabId }) => {
      if (tabId !== undefined) await worker.teaching.troubled(tabId, trouble);
      return { kind: 'done' };
    },
    'teach-stopped': async (_request, { tabId }) => {
      if (tabId !== undefined) await worker.teaching.stop(tabId);
      return { kind: 'done' };
    },
    'ticket-read': async ({ tabId }) => {
      const first = await send('page-read', {}, tabId);
      const read = first.ok || !(await injectInto(tabId)) ? first : await send('page-read', {}, tabId);
      if (!read.ok) return { kind: 'not-allowed', host: '' };
      await worker.trackTicket(tabId, read.value.report);
      return { kind: 'done' };
    },
    'draft-seen': ({ draftId }) => settle(decider.seen(draftId)),
    'draft-edit': ({ draftId, text }) => settle(decider.edit(draftId, text)),
    'draft-reject': (request) => settle(decider.reject(request)),
    'draft-insert': ({ draftId, tabId, text, visibility }) => inserter.insert(tabId, draftId, text, visibility),
    'draft-choose': ({ draftId, version }) => settle(decider.choose(draftId, version)),
    'insert-undo': async ({ draftId, tabId }) => {
      const answer = await send('reply-undo', {}, tabId);
      if (!answer.ok) return { kind: 'failed', failure: answer.error };
      if (answer.value.kind === 'nothing-to-undo')
        return {
          kind: 'failed',
          failure: { kind: 'unexpected', said: 'The reply box has changed since. Take the text out by hand.' },
        };
      const state = await readTab(tabId);
      if (state) {
        const { lastInsert: _undone, ...rest } = state;
        await writeTab(rest);
      }
      return settle(decider.undone(draftId));
    },
    'macros-find': findMacros,
    'knowledge-changed': async () => {
      await worker.knowledge.reload();
      worker.noteKnowledgeChanged();
      return { kind: 'done' };
    },
    'knowledge-search': (request) => worker.searchByHand(request),
    'recall-list': () => worker.recall.list(),
    'passage-change': ({ passage }) => worker.recall.tellChange(passage),
    'source-add': ({ source, key }) => settle(worker.syncs.add(source, key).then(() => worker.stores.check(source.origin))),
    'sync-start': ({ sourceId }) => settle(worker.syncs.start(sourceId)),
    'sync-cancel': ({ sourceId }) => settle(worker.syncs.cancel(sourceId)),
    'article-review': ({ sourceId, articleId, state }) => settle(worker.syncs.review(sourceId, articleId, state)),
    'sample-add': () => settle(addSampleKnowledge(worker.knowledge).then(worker.noteKnowledgeChanged)),
    'backend-save': ({ endpoint, key }) =>
      settle(
        backendSettings
          .saveKey(endpoint, key)
          .then((hasKey) => changeSettings({ backend: { kind: 'openai-compatible', endpoint: { ...endpoint, hasKey } } })),
      ),
    'embedding-estimate': (input) => embeddingSettings.estimate(input),
    'embedding-start': ({ key, ...input }) => settle(embeddingSettings.start(input, key)),
    'embedding-pause': () => settle(worker.embedKnowledge.pause()),
    'embedding-cancel': () => settle(embeddingSettings.cancel()),
    'embedding-remove': () => settle(embeddingSettings.remove()),
    'look-up-offer': async ({ server, secret }) => {
      const offered = await worker.lookUps.offer(server, secret, new AbortController().signal);
      return offered.ok ? { kind: 'offered', tools: offered.value } : { kind: 'refused', why: offered.error };
    },
    'look-up-save': ({ server, secret }) => settle(worker.lookUps.save(server, secret)),
    'look-up-remove': ({ serverId }) => settle(worker.lookUps.remove(serverId)),
    'connection-test': async ({ endpoint, key, styling }) => ({
      kind: 'tested',
      steps: await backendSettings.test(endpoint, key, styling),
    }),
    'styling-save': ({ endpoint, key }) =>
      settle(backendSettings.saveKey(endpoint, key).then((hasKey) => changeSettings({ styling: { ...endpoint, hasKey } }))),
    'key-known': async ({ baseUrl }) => ({ kind: 'told', hasKey: await backendSettings.hasKey(baseUrl) }),
    'models-list': ({ endpoint, key }) =>
      backendSettings.listModels(endpoint, key).then(
        ({ chat, embedding }) => ({ kind: 'listed', chat: [...chat], embedding: [...embedding] }),
        (thrown: unknown) => ({ kind: 'failed', failure: toFailure(thrown) }),
      ),
    'spending-read': async () => ({ kind: 'counted', ...(await worker.spending.totals()) }),
    'triage-changed': async () => {
      worker.forgetTriage();
      return { kind: 'done' };
    },
  });
}
