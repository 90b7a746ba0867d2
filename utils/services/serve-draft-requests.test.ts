import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { draftIdSchema, toShownVersion, type DraftRecord } from '../domain/draft.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { StrategyId } from '../domain/strategy.ts';
import type { TabState } from '../domain/tab-state.ts';
import { ticketIdSchema, type Ticket } from '../domain/ticket.ts';
import type { DraftStreamDown, DraftStreamUp } from '../messaging/contract.ts';
import type { AssistTicketDeps } from '../pipeline/draft-run.ts';
import { asks, by, deps, makeModel, quoted, reply, reset, type SaidAnswer } from '../pipeline/test-support.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { SpendingEstimate } from '../ports/spending.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createDraftDecider } from './decide-drafts.ts';
import { createDraftServer } from './serve-draft-requests.ts';

const elsewhereTicket: Ticket = { ...asks, id: ticketIdSchema.parse('other') };
const draftId = draftIdSchema.parse('d1');
const shorter = reply('A reset link is valid for 60 minutes and works once. [1]');
const extras = JSON.stringify({
  intent: 'reset_password',
  urgency: 'high',
  sentiment: 'neutral',
  risks: [],
  tags: ['login'],
  summary: { goal: 'Reset', blocks: '', promised: [], next: 'Reply' },
});
const start: DraftStreamUp = {
  kind: 'draft-start',
  tabId: 7,
  draftId,
  again: false,
  without: [],
  pinned: [],
  facts: [],
  anyway: false,
};
const about = { tabId: 7, draftId } as const;
const refine: DraftStreamUp = { kind: 'draft-refine', ...about, step: { kind: 'shorter' }, requestId: 'r1' };

let wanted: (StrategyId | undefined)[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  wanted = [];
});

function wake(assist: Partial<AssistTicketDeps> = {}, ticket: Ticket = asks) {
  let tick = Date.parse('2026-11-21T10:00:00.000Z');
  const now = (): Date => new Date((tick += 1000));
  const drafts = createDraftStore(createDatabaseOpener());
  const outcomes = { append: async () => undefined };
  const tab: TabState = {
    tabId: 7,
    at: now().toISOString(),
    report: { kind: 'ticket', ticket, replyBox: { kind: 'here', visibility: 'public' } },
  };
  const serve = createDraftServer({
    readTab: async () => tab,
    drafts,
    outcomes,
    now,
    readAssistDeps: async (id) => (wanted.push(id), deps([reset], { ...assist, ...(id ? by(id) : {}) })),
    readSettings: async () => defaultSettings,
    browserLanguage: () => 'de',
  });
  const ask = async (request: DraftStreamUp): Promise<DraftStreamDown | undefined> => {
    const events: DraftStreamDown[] = [];
    await serve(request, (event) => void events.push(event), new AbortController().signal);
    return events.at(-1);
  };
  const read = async (): Promise<DraftRecord> => (await drafts.get(draftId)) ?? expect.fail('no draft is stored');
  return { ask, read, drafts, decider: createDraftDecider({ drafts, outcomes, readTabs: async () => [tab], now }) };
}
const withModel = (...answers: readonly SaidAnswer[]) => {
  const chat = makeModel(...answers);
  return { chat, ...wake({ models: { chat } }) };
};

it('a refinement is added to the draft and stands; asked again under its id, it is neither made nor paid for again', async () => {
  const { ask, read, chat } = withModel(reply(quoted), shorter);
  await ask(start);
  expect(await ask(refine)).toEqual({ kind: 'draft-changed', draftId });
  expect(await ask(refine)).toEqual({ kind: 'draft-changed', draftId });
  expect((await read()).versions.map((version) => version.by)).toEqual(['drafter', 'refiner']);
  expect(chat.asked).toHaveLength(2);
  await ask({ ...refine, requestId: 'r2' });
  expect((await read()).versions).toHaveLength(3);
});

it('an edit while a refinement streams is not overwritten by a snapshot, and goes on standing', async () => {
  const worker = withModel(reply(quoted));
  await worker.ask(start);
  const chat: LanguageModel = {
    ...makeModel(''),
    async *stream() {
      yield { kind: 'text', text: shorter.slice(0, 20) };
      await worker.decider.edit(draftId, 'My own words.');
      yield { kind: 'text', text: shorter.slice(20) };
    },
  };
  await wake({ models: { chat } }).ask(refine);
  const record = await worker.read();
  expect(toShownVersion(record)?.text).toBe('My own words.');
  expect(record.versions.map((version) => version.by)).toEqual(['drafter', 'agent', 'refiner', 'agent']);
});

it('a late snapshot does not touch a draft that has its end', async () => {
  const { ask, read, drafts } = withModel(reply(quoted));
  await ask(start);
  const before = await read();
  const { outcome: _end, ...open } = before;
  await drafts.saveProgress({
    ...open,
    versions: [],
    progress: { stages: [], stage: 'draft', text: 'late', language: 'en', sources: [] },
  });
  expect(await read()).toEqual(before);
});

it('a refinement begins from the edit that stands', async () => {
  const { ask, chat, decider } = withModel(reply(quoted), shorter);
  await ask(start);
  await decider.edit(draftId, 'The link, Lucía, is valid for 60 minutes.');
  await ask(refine);
  expect(JSON.stringify(chat.asked[1])).toContain('The link, Lucía,');
});

it('draft and conversation are read in the agent’s language, one reading of each', async () => {
  const german = 'Hallo, wie lange ist der Link zum Zurücksetzen des Passworts gültig? Danke und viele Grüße.';
  const { ask, read } = withModel(reply(quoted), german);
  await ask(start);
  for (const what of ['conversation', 'draft', 'conversation'] as const) await ask({ kind: 'draft-read', ...about, what });
  expect((await read()).readings?.map(({ what, language }) => [what, language])).toEqual([
    ['draft', 'de'],
    ['conversation', 'de'],
  ]);
});

it('extras and the case note join the draft and leave its text', async () => {
  const { ask, read } = withModel(reply(quoted), extras, '{}');
  await ask(start);
  const [first] = (await read()).versions;
  expect(await ask({ kind: 'draft-extras', ...about })).toEqual({ kind: 'draft-changed', draftId });
  expect(await ask({ kind: 'draft-note', ...about })).toEqual({ kind: 'draft-changed', draftId });
  expect(await read()).toMatchObject({
    outcome: { draft: { triage: { by: 'model', urgency: 'high' }, summary: { language: 'de' } } },
    caseNote: { by: 'model' },
    versions: [first],
  });
});

it('comparing drafts by the strategy that was asked for, and stores nothing', async () => {
  const { ask, drafts } = withModel(reply('It is valid for a while.'));
  const end = await ask({ kind: 'draft-compare', tabId: 7, strategy: 'prompt-only' });
  expect(end).toMatchObject({ kind: 'draft-end', outcome: { kind: 'drafted', draft: { strategy: 'prompt-only' } } });
  expect(wanted).toEqual(['prompt-only']);
  expect(await drafts.ofTicket('')).toEqual([]);
});

it('each comparison counts for its own ticket: a limit for one draft is none for all', async () => {
  const ids: string[] = [];
  const spending = {
    refuse: async (one: SpendingEstimate) => (ids.push(one.draftId), undefined),
    note: async () => undefined,
  };
  for (const ticket of [asks, elsewhereTicket]) {
    const { ask } = wake({ spending, models: { chat: makeModel(reply(quoted)) } }, ticket);
    await ask({ kind: 'draft-compare', tabId: 7, strategy: 'retrieval' });
  }
  expect(new Set(ids).size).toBe(2);
});

const others = [
  refine,
  { kind: 'draft-read', ...about, what: 'draft' },
  { kind: 'draft-extras', ...about },
  { kind: 'draft-note', ...about },
] as const;
it.each(others)('$kind while the page shows another ticket is refused, and asks no model', async (request) => {
  await withModel(reply(quoted)).ask(start);
  const chat = makeModel((): string => expect.fail('the model must not be asked'));
  const elsewhere = wake({ models: { chat } }, elsewhereTicket);
  const before = await elsewhere.read();
  expect(await elsewhere.ask(request)).toMatchObject({ kind: 'draft-unchanged', failure: { kind: 'unexpected' } });
  expect(await elsewhere.read()).toEqual(before);
});

it.each(others)('$kind that fails leaves the draft as it was, and says why', async (request) => {
  await withModel(reply(quoted)).ask(start);
  const failure = { kind: 'backend-unreachable', host: 'h' } as const;
  const broken = wake({ models: { chat: makeModel(failure) } });
  const before = await broken.read();
  expect(await broken.ask(request)).toEqual({ kind: 'draft-unchanged', draftId, failure });
  expect(await broken.read()).toEqual(before);
});

it('a draft that was deleted meanwhile does not come back', async () => {
  const worker = withModel(reply(quoted), () => (void worker.drafts.removeAll(), shorter));
  await worker.ask(start);
  expect(await worker.ask(refine)).toMatchObject({ kind: 'draft-unchanged' });
  expect(await worker.drafts.get(draftId)).toBeUndefined();
});

it('a draft that is made twice at once keeps its first end, and what the agent did with it', async () => {
  let edited: Promise<unknown> | undefined;
  const first = withModel(reply(quoted));
  const second = wake({
    models: {
      chat: makeModel(() => ((edited = first.ask(start).then(() => first.decider.edit(draftId, 'Mine.'))), reply(quoted))),
    },
    clock: () => 0,
    readPinned: async () => [],
    cache: { get: async () => undefined, put: async () => void (await edited) },
  });
  await second.ask(start);
  expect(toShownVersion(await second.read())?.text).toBe('Mine.');
});

it('choosing a version twice adds it once; one that changed facts stands once chosen', async () => {
  const { ask, read, decider } = withModel(reply(quoted), reply('It is valid for a while. [1]'));
  await ask(start);
  await ask(refine);
  const [first, changed] = (await read()).versions;
  expect([changed?.changedFacts !== undefined, toShownVersion(await read())?.text]).toEqual([true, first?.text]);
  await decider.choose(draftId, 1);
  await decider.choose(draftId, 1);
  expect((await read()).versions).toHaveLength(3);
  expect(toShownVersion(await read())?.text).toBe(changed?.text);
  await decider.choose(draftId, 9);
  expect((await read()).versions).toHaveLength(3);
});

it('an edit is checked sentence by sentence, inherits citations, and keeps the language that stands', async () => {
  const german =
    'Hallo Lucía,\n\nein Link zum Zurücksetzen des Passworts ist 60 Minuten gültig und funktioniert einmal. [1]\n\nViele Grüße';
  const { ask, read, decider } = withModel(reply(quoted), german);
  await ask(start);
  await decider.edit(draftId, `${(await read()).versions[0]?.text ?? ''}\n\nThe moon is made of cheese.`);
  const said = (await read()).versions.at(-1)?.blocks?.flatMap((block) => block.lines.flat()) ?? [];
  expect(said.find(({ text }) => text.includes('60 minutes'))?.citations).toHaveLength(1);
  expect(said.find(({ text }) => text.includes('cheese'))?.support).toBe('unsupported');
  await ask({ kind: 'draft-refine', ...about, step: { kind: 'translate', language: 'de' } });
  const shown = toShownVersion(await read());
  await decider.edit(draftId, `${shown?.text ?? ''} Bis bald.`);
  expect((await read()).versions.at(-1)?.language).toBe('de');
});
