import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { draftIdSchema, type DraftOutcome } from '../domain/draft.ts';
import type { Result } from '../domain/failure.ts';
import type { InsertResult } from '../domain/insertion.ts';
import type { PageReport } from '../domain/page-report.ts';
import { defaultSettings } from '../domain/settings.ts';
import { ticketSchema, type Message, type Ticket } from '../domain/ticket.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createJournal } from '../storage/journal.ts';
import { createOutcomeLog } from '../storage/outcome-log.ts';
import * as tabs from '../storage/tab-store.ts';
import { createDraftDecider } from './decide-drafts.ts';
import { createDraftInserter } from './insert-drafts.ts';
import { createSentReconciler } from './reconcile-sent.ts';
import { createPlainDeps } from '../pipeline/plain-deps.ts';
import { BOUNDARY } from '../pipeline/test-support.ts';
import { createDraftServer } from './serve-draft-requests.ts';
import { createTicketTracker } from './track-tickets.ts';
import { articleText, inMemorySearch } from './test-support.ts';

const TAB = 7;
const draftId = draftIdSchema.parse('draft-1');
const maria = { id: 'u1', name: 'Maria Keller' };
const ana = { id: 'a1', name: 'Ana Ruiz' };
const message = (id: string, role: Message['role'], text: string, visibility: Message['visibility'] = 'public'): Message => ({
  id,
  author: role === 'agent' ? ana : maria,
  role,
  visibility,
  at: '2026-11-20T09:00:00.000Z',
  text,
  quoted: '',
  attachments: [],
});
const question = message('m1', 'requester', 'How long is a password reset link valid?');
const ticketWith = (...messages: Message[]): Ticket =>
  ticketSchema.parse({
    host: 'desk',
    helpdesk: 'demo',
    id: '12',
    url: 'http://desk/tickets/12',
    subject: 'Reset link',
    requester: maria,
    agent: ana,
    messages,
  });
const reportOf = (ticket: Ticket, replyBox: 'here' | 'elsewhere' = 'here'): Extract<PageReport, { kind: 'ticket' }> => ({
  kind: 'ticket',
  ticket,
  replyBox: replyBox === 'here' ? { kind: 'here', visibility: 'public' } : { kind: 'elsewhere' },
});

/** A worker over the stores as they are now; making a second one is what a worker that ended and woke up is. */
function wakeWorker(answerInsert: (order: { insertId: string; text: string }) => Promise<Result<InsertResult>>) {
  let tick = Date.parse('2026-11-20T10:00:00.000Z');
  const now = (): Date => new Date((tick += 1000));
  const open = createDatabaseOpener();
  const outcomes = createOutcomeLog(open, createJournal());
  const drafts = createDraftStore(open);
  const inserter = createDraftInserter({ ...tabs, drafts, outcomes, now, orderInsert: (_tab, order) => answerInsert(order) });
  return {
    outcomes,
    drafts,
    inserter,
    decider: createDraftDecider({ drafts, outcomes, readTabs: tabs.readTabs, now }),
    track: createTicketTracker({
      ...tabs,
      outcomes,
      reconcile: createSentReconciler({ outcomes, drafts, now }),
      resumeInsert: inserter.resume,
      now,
    }),
    serve: createDraftServer({
      readTab: tabs.readTab,
      drafts,
      outcomes,
      now,
      readAssistDeps: async () => createPlainDeps({ search: inMemorySearch(), clock: () => 0, makeBoundary: () => BOUNDARY }),
      readSettings: async () => defaultSettings,
      browserLanguage: () => 'en',
    }),
  };
}

const takes = async ({ text }: { text: string }): Promise<Result<InsertResult>> => ({
  ok: true,
  value: {
    kind: 'inserted',
    receipt: { at: '2026-11-20T10:05:00.000Z', text, visibility: 'public', technique: 'textarea', keptText: false },
  },
});

async function draft(worker: ReturnType<typeof wakeWorker>, id = draftId, again = false): Promise<DraftOutcome | undefined> {
  let outcome: DraftOutcome | undefined;
  const emit = (event: { kind: string; outcome?: DraftOutcome }): void => {
    if (event.kind === 'draft-end') outcome = event.outcome;
  };
  await worker.serve(
    { kind: 'draft-start', tabId: TAB, draftId: id, again, without: [], pinned: [], facts: [], anyway: false },
    emit,
    new AbortController().signal,
  );
  return outcome;
}

const steps = async (worker: ReturnType<typeof wakeWorker>): Promise<string[]> =>
  (await worker.outcomes.all()).map((row) => row.step).toSorted();

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

it('a ticket whose newest public message is the requester’s is eligible, once', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', 'internal remark', 'internal'))));
  expect(await steps(worker)).toEqual(['eligible']);
});

it('a ticket that waits for the requester is not eligible', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', 'It is 60 minutes.'))));
  expect(await steps(worker)).toEqual([]);
});

it('the whole ladder: eligible, offered, seen, inserted, sent, retained', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  const outcome = await draft(worker);
  expect(outcome?.kind).toBe('drafted');
  await worker.decider.seen(draftId);
  const text = (await worker.drafts.get(draftId))?.versions[0]?.text ?? '';
  expect(await worker.inserter.insert(TAB, draftId, text)).toMatchObject({ kind: 'inserted' });
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', `${text}\n\nAna Ruiz`))));
  expect(await steps(worker)).toEqual(['eligible', 'inserted', 'offered', 'retained', 'seen', 'sent']);
  expect((await worker.outcomes.all()).find((row) => row.step === 'sent')).toMatchObject({ retainedShare: 1, agent: ana });
});

it('every step asked for twice, and by a second worker, is counted once', async () => {
  const first = wakeWorker(takes);
  const second = wakeWorker(takes);
  let text = '';
  for (const worker of [first, second, first]) {
    await worker.track(TAB, reportOf(ticketWith(question)));
    await draft(worker);
    text = (await worker.drafts.get(draftId))?.versions[0]?.text ?? '';
    await worker.decider.seen(draftId);
    await worker.inserter.insert(TAB, draftId, text);
  }
  const sent = reportOf(ticketWith(question, message('m2', 'agent', text)));
  await first.track(TAB, sent);
  await second.track(TAB, sent);
  expect(await steps(second)).toEqual(['eligible', 'inserted', 'offered', 'retained', 'seen', 'sent']);
});

it('a reply that was written without the draft is the agent’s own, and nothing is retained', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', 'One hour.'))));
  expect(await steps(worker)).toEqual(['eligible', 'offered', 'own-reply']);
});

it('a sent reply that kept under 60 % of the draft is sent but not retained', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.inserter.insert(TAB, draftId, articleText);
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', 'Something else entirely was said here.'))));
  expect(await steps(worker)).not.toContain('retained');
  expect(await steps(worker)).toContain('sent');
});

it('an internal note is never taken for the sent reply', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.inserter.insert(TAB, draftId, articleText);
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', articleText, 'internal'))));
  expect(await steps(worker)).not.toContain('sent');
});

it('the requester writing again makes a new draft and no new opportunity', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'requester', 'And how long is the code valid?'))));
  await draft(worker, draftIdSchema.parse('draft-2'));
  expect((await worker.drafts.get(draftIdSchema.parse('draft-2')))?.lock.lastMessageId).toBe('m2');
  expect(await steps(worker)).toEqual(['eligible', 'offered']);
});

it('a draft that exists for the conversation as it is now is shown again, not made again', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await draft(worker, draftIdSchema.parse('draft-2'));
  expect(await worker.drafts.get(draftIdSchema.parse('draft-2'))).toBeUndefined();
});

it('a worker that ended before the page answered asks again with the same insert id', async () => {
  const asked: string[] = [];
  const ends = wakeWorker(({ insertId }) => {
    asked.push(insertId);
    return new Promise(() => undefined);
  });
  await ends.track(TAB, reportOf(ticketWith(question)));
  await draft(ends);
  void ends.inserter.insert(TAB, draftId, articleText);
  await expect.poll(() => asked).toHaveLength(1);

  const next = wakeWorker(async (order) => {
    asked.push(order.insertId);
    return takes(order);
  });
  await next.track(TAB, reportOf(ticketWith(question)));
  expect(asked[1]).toBe(asked[0]);
  expect(await steps(next)).toContain('inserted');
});

it('an insert that needs the reply page goes on there, and not in another ticket', async () => {
  let box: 'here' | 'elsewhere' = 'elsewhere';
  const worker = wakeWorker(async (order) =>
    box === 'here' ? takes(order) : { ok: true, value: { kind: 'opening-reply-page' } },
  );
  await worker.track(TAB, reportOf(ticketWith(question), 'elsewhere'));
  await draft(worker);
  expect(await worker.inserter.insert(TAB, draftId, articleText)).toEqual({ kind: 'opening-reply-page' });
  expect(await steps(worker)).not.toContain('inserted');
  box = 'here';
  await worker.track(TAB, reportOf(ticketWith(question)));
  expect(await steps(worker)).toContain('inserted');
  expect((await tabs.readTab(TAB))?.lastInsert?.result.kind).toBe('inserted');
});

it('an insert that was waiting is given up when the agent opens another ticket', async () => {
  const worker = wakeWorker(async () => ({ ok: true, value: { kind: 'opening-reply-page' } }));
  await worker.track(TAB, reportOf(ticketWith(question), 'elsewhere'));
  await draft(worker);
  await worker.inserter.insert(TAB, draftId, articleText);
  await worker.track(TAB, reportOf(ticketSchema.parse({ ...ticketWith(question), id: '13' })));
  expect(await tabs.readPendingInsert(TAB)).toBeUndefined();
  expect(await steps(worker)).not.toContain('inserted');
});

it('an edit is kept as a version before the text goes anywhere', async () => {
  const worker = wakeWorker(async () => ({ ok: true, value: { kind: 'refused', reason: 'new-message', detail: '' } }));
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.inserter.insert(TAB, draftId, 'My own words.');
  expect((await worker.drafts.get(draftId))?.versions.map((version) => version.by)).toEqual(['drafter', 'agent']);
});

it('a rejection keeps the draft and names the article that was wrong', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.decider.reject({ draftId, reason: 'source-outdated', source: 1, note: 'Now 30 minutes' });
  expect((await worker.drafts.get(draftId))?.rejection?.reason).toBe('source-outdated');
  expect((await worker.outcomes.all()).find((row) => row.step === 'rejected')).toMatchObject({
    rejectedArticleId: 'reset.md',
    reason: 'source-outdated',
  });
});

it('a full disk ends the draft with a failure that says so; nothing is counted as offered, and the next try works', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  expect(await draft(worker)).toMatchObject({ kind: 'failed', failure: { kind: 'storage-full' } });
  full.mockRestore();
  expect(await steps(worker)).toEqual(['eligible']);
  expect(await draft(worker)).toMatchObject({ kind: 'drafted' });
});

it('an insert whose page is gone is refused, the draft stays, and nothing is counted', async () => {
  const worker = wakeWorker(async () => ({ ok: false, error: { kind: 'message-refused', said: 'no receiver' } }));
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  expect(await worker.inserter.insert(TAB, draftId, articleText)).toMatchObject({ kind: 'refused', reason: 'page-gone' });
  expect(await steps(worker)).not.toContain('inserted');
  expect((await worker.drafts.get(draftId))?.outcome?.kind).toBe('drafted');
});

it('undoing an insert is logged, and a reply sent after it is the agent’s own', async () => {
  const worker = wakeWorker(takes);
  await worker.track(TAB, reportOf(ticketWith(question)));
  await draft(worker);
  await worker.inserter.insert(TAB, draftId, articleText);
  await worker.decider.undone(draftId);
  await worker.track(TAB, reportOf(ticketWith(question, message('m2', 'agent', 'One hour.'))));
  expect(await steps(worker)).toEqual(['eligible', 'insert-undone', 'inserted', 'offered', 'own-reply']);
});
