import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { draftIdSchema, draftRecordSchema, type DraftOutcome } from '../domain/draft.ts';
import { toLookUpPassage, type LookUpFound } from '../domain/look-up.ts';
import { toOpportunityId, toTicketLock, ticketSchema } from '../domain/ticket.ts';
import { assistTicket } from '../pipeline/assist-ticket.ts';
import { plainAsk } from '../pipeline/draft-run.ts';
import { createPlainDeps } from '../pipeline/plain-deps.ts';
import { BOUNDARY, makeModel } from '../pipeline/test-support.ts';
import { createDatabaseOpener } from './database.ts';
import { createDraftStore } from './draft-store.ts';

/** Stands in the look-up and in no reply. */
const LIVE = 'canary-4711';
const found: LookUpFound = {
  kind: 'found',
  serverId: 'shop',
  server: 'shop.example',
  tool: 'order',
  title: 'Order',
  calledAt: '2026-11-21T10:00:00.000Z',
  fields: [],
  text: `The parcel was sent on Monday and arrives in 3 days. Tracking: ${LIVE}.`,
  isCut: false,
  isRequestersOwn: true,
  hash: 'ab',
};
const ticket = ticketSchema.parse({
  host: 'desk',
  helpdesk: 'demo',
  id: '1',
  url: 'http://desk/1',
  subject: 'Parcel',
  requester: { id: 'r', name: 'Ana' },
  messages: [
    {
      id: 'm',
      author: { id: 'r', name: 'Ana' },
      role: 'requester',
      visibility: 'public',
      at: '2026-11-20T09:00:00.000Z',
      text: 'Hello, when does my parcel arrive, and when was it sent?',
      quoted: '',
      attachments: [],
    },
  ],
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function draft(...answers: string[]): Promise<DraftOutcome> {
  const deps = createPlainDeps({
    search: { search: async () => [], count: async () => 1 },
    lookUps: { lookUp: async () => [found] },
    models: { chat: makeModel(...answers) },
    clock: () => 0,
    makeBoundary: () => BOUNDARY,
  });
  const ask = { ...plainAsk, draftId: 'd', askedAt: '2026-11-21T10:00:00.000Z' };
  return assistTicket(ticket, deps, ask, new AbortController().signal, () => undefined);
}

async function keep(outcome: DraftOutcome): Promise<string> {
  const store = createDraftStore(createDatabaseOpener());
  const passage = toLookUpPassage(found, 'en');
  const record = draftRecordSchema.parse({
    id: draftIdSchema.parse('d'),
    opportunityId: toOpportunityId(ticket),
    lock: toTicketLock(ticket),
    subject: '',
    createdAt: '2026-11-21T10:00:00.000Z',
    versions: [],
    outcome,
    progress: { stages: [], stage: 'draft', text: '', language: 'en', sources: [{ number: 1, passage }] },
  });
  await store.save(record);
  return JSON.stringify(await store.get(record.id));
}

it('a look-up that a draft rests on is stored without its values, whatever the model wrote on the way', async () => {
  const outcome = await draft(
    `<think>${LIVE}</think>Hello,\n\nThe parcel was sent on Monday and arrives in 3 days. [1]\n\nBest regards`,
  );
  expect(outcome.kind).toBe('drafted');
  expect(JSON.stringify(outcome)).toContain(LIVE);
  expect(await keep(outcome)).not.toContain(LIVE);
});

it('a look-up that was looked at before nothing was drafted is stored without its values', async () => {
  const outcome = await draft('NO_ANSWER');
  expect(outcome).toMatchObject({ kind: 'abstained', nearest: [{ passage: { text: expect.stringContaining(LIVE) as string } }] });
  expect(await keep(outcome)).not.toContain(LIVE);
});

it('a conflict that quotes a look-up is not stored', async () => {
  const outcome = await draft('Hello,\n\nThe parcel was sent on Monday and arrives in 3 days. [1]\n\nBest regards');
  if (outcome.kind !== 'drafted') return expect.fail(outcome.kind);
  const side = { source: 1, sentence: { start: 0, end: 4 }, value: { start: 0, end: 4 }, said: LIVE };
  const conflicts = [
    { kind: 'passages' as const, a: side, b: side, about: LIVE, preferred: 'none' as const, because: 'none' as const },
  ];
  const draftConflicts = [{ kind: 'draft' as const, sentence: 'x', value: { start: 0, end: 1 }, passage: side }];
  expect(await keep({ ...outcome, draft: { ...outcome.draft, conflicts, draftConflicts } })).not.toContain(LIVE);
});
