import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { outcomeRowSchema, type OutcomeRow } from '../domain/outcome.ts';
import { createDatabaseOpener, type DesksideDatabase } from './database.ts';
import { createJournal } from './journal.ts';
import { createOutcomeLog } from './outcome-log.ts';

const eligible = (ticket: string, at = '2026-11-20T10:00:00.000Z'): OutcomeRow =>
  outcomeRowSchema.parse({
    id: `eligible:demo/desk/${ticket}/`,
    opportunityId: `demo/desk/${ticket}/`,
    at,
    helpdesk: 'demo',
    ticketId: ticket,
    agent: { id: '1', name: 'Ana' },
    step: 'eligible',
  });
const broken = (): Promise<DesksideDatabase> =>
  Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError'));

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

it('a row that is appended twice is there once, as it was first written', async () => {
  const log = createOutcomeLog(createDatabaseOpener(), createJournal());
  await log.append([eligible('1')]);
  await log.append([eligible('1', '2026-11-21T10:00:00.000Z'), eligible('2')]);
  expect((await log.all()).map((row) => [row.ticketId, row.at.slice(0, 10)])).toEqual([
    ['1', '2026-11-20'],
    ['2', '2026-11-20'],
  ]);
});

it('the journal is empty once the database has the rows', async () => {
  const journal = createJournal();
  await createOutcomeLog(createDatabaseOpener(), journal).append([eligible('1')]);
  expect(await journal.read()).toEqual([]);
});

it('with a broken database rows wait in the journal, are reported, and are put in once it works again', async () => {
  const journal = createJournal();
  const log = createOutcomeLog(broken, journal);
  await log.append([eligible('1')]);
  expect(await log.all()).toHaveLength(1);

  const mended = createOutcomeLog(createDatabaseOpener(), journal);
  await mended.replay();
  expect(await mended.all()).toHaveLength(1);
  expect(await journal.read()).toEqual([]);
});

it('a row in the journal and in the database is one row', async () => {
  const journal = createJournal();
  const log = createOutcomeLog(createDatabaseOpener(), journal);
  await log.append([eligible('1')]);
  await journal.write([eligible('1')]);
  expect(await log.all()).toHaveLength(1);
});

it('when neither store takes the row, the failure says that storage is full', async () => {
  const full = { ...createJournal(), write: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) };
  const log = createOutcomeLog(() => Promise.reject(new DOMException('full', 'QuotaExceededError')), full);
  await expect(log.append([eligible('1')])).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
});

it('rows of one ticket are found by prefix and those of a ticket with a longer number are not', async () => {
  const log = createOutcomeLog(createDatabaseOpener(), createJournal());
  await log.append([eligible('1'), eligible('12')]);
  expect((await log.ofTicket('demo/desk/1/')).map((row) => row.ticketId)).toEqual(['1']);
});

it('rows older than the day given go, newer ones stay', async () => {
  const log = createOutcomeLog(createDatabaseOpener(), createJournal());
  await log.append([eligible('1', '2025-01-01T00:00:00.000Z'), eligible('2')]);
  expect(await log.removeBefore('2026-01-01T00:00:00.000Z')).toBe(1);
  expect((await log.all()).map((row) => row.ticketId)).toEqual(['2']);
});
