import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { draftIdSchema, draftRecordSchema } from '../domain/draft.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createRecordRemover, type RemoveOldRecordsDeps } from './remove-old-records.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const noon = new Date(2026, 10, 21, 12);
function remove(keepDays: number, change: Partial<RemoveOldRecordsDeps> = {}) {
  const said: Record<string, string> = {};
  const note = (name: string) => async (at: string) => ((said[name] = at), 0);
  const deps: RemoveOldRecordsDeps = {
    outcomes: { removeBefore: note('outcomes') },
    drafts: { removeBefore: note('drafts') },
    spendingLog: { removeBefore: async (at) => void (said['spending'] = at) },
    answers: { get: async () => undefined, put: async () => undefined, removeOld: async () => void (said['answers'] = 'old') },
    readKeepDays: async () => keepDays,
    now: () => noon,
    ...change,
  };
  return createRecordRemover(deps)().then(() => said);
}

it('drafts, outcomes and costs go together when they are older than the team keeps them; answers after their day', async () => {
  const before = new Date(noon.getTime() - 90 * 24 * 60 * 60 * 1000).toISOString();
  expect(await remove(90)).toEqual({ outcomes: before, drafts: before, spending: before, answers: 'old' });
});

it('costs of this month stay, however short the time: budgets count them', async () => {
  expect((await remove(1))['spending']).toBe(new Date(2026, 10, 1).toISOString());
});

it('what can’t be removed does not keep the others', async () => {
  const broken = { removeBefore: () => Promise.reject(new Error('no database')) };
  expect(Object.keys(await remove(90, { outcomes: broken })).toSorted()).toEqual(['answers', 'drafts', 'spending']);
});

it('a draft goes with all that is stored with it, by the time it was begun', async () => {
  const drafts = createDraftStore(createDatabaseOpener());
  for (const [id, createdAt] of [
    ['old', '2026-08-01T10:00:00.000Z'],
    ['new', '2026-11-20T10:00:00.000Z'],
  ])
    await drafts.save(
      draftRecordSchema.parse({
        id,
        createdAt,
        opportunityId: 'o',
        subject: '',
        versions: [],
        lock: { host: 'desk', helpdesk: 'demo', ticketId: '1', requesterId: 'u', lastMessageId: '' },
      }),
    );
  await remove(90, { drafts });
  expect(await drafts.get(draftIdSchema.parse('old'))).toBeUndefined();
  expect(await drafts.get(draftIdSchema.parse('new'))).toBeDefined();
});
