import { expect, it } from 'vitest';
import { draftRecordSchema, type DraftRecord } from '../domain/draft.ts';
import { toOpportunityId, toTicketLock } from '../domain/ticket.ts';
import type { CaseField } from '../domain/triage.ts';
import { assist, asks, deps, makeModel, reset } from './test-support.ts';
import { writeCaseNote } from './write-case-note.ts';

const fields: CaseField[] = [
  { name: 'goal', kind: 'text', about: 'What the requester wants', isRequired: true },
  { name: 'days', kind: 'number', about: 'Days waited', isRequired: true },
];
const record: DraftRecord = draftRecordSchema.parse({
  id: 'd1',
  opportunityId: toOpportunityId(asks),
  lock: toTicketLock(asks),
  subject: asks.subject,
  createdAt: '2026-11-21T10:00:00.000Z',
  versions: [],
});
const write = (change: Parameters<typeof deps>[1], of: DraftRecord = record) =>
  writeCaseNote({ ticket: asks, record: of, fields }, deps([reset], change), new AbortController().signal);

it('each value of the model’s is checked, and the field that fails is named', async () => {
  const chat = makeModel(JSON.stringify({ goal: 'Reset the password', days: 'many' }));
  const note = await write({ models: { chat } });
  expect(note).toMatchObject({ by: 'model', values: { goal: 'Reset the password' } });
  expect(note.problems.map(({ field }) => field)).toEqual(['days']);
});

it('without a model it is filled with what is known, and says what is missing', async () => {
  const note = await write({});
  expect(note.by).toBe('rules');
  expect(note.problems.map(({ field }) => field)).toContain('days');
});

it('what is known of a draft already is not judged again', async () => {
  const outcome = await assist(asks, deps([reset]));
  const chat = makeModel('{}');
  const triage = (): never => expect.fail('the draft knows');
  await write({ models: { chat }, triage }, { ...record, outcome });
  expect(chat.asked).toHaveLength(1);
});

it('a failing model makes no note', async () => {
  const failure = { kind: 'backend-unreachable', host: 'h' } as const;
  await expect(write({ models: { chat: makeModel(failure) } })).rejects.toMatchObject({ failure });
});
