import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageReportSchema, type PageReport } from '../../utils/domain/page-report.ts';
import type { Ticket } from '../../utils/domain/ticket.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readFromRest, toInk } from './read-from-rest.ts';
import { measureReading } from '../support/measure-reading.ts';
import { requireReadsOnly } from '../support/record-script-requests.ts';
import { sendToTab } from '../support/send-to-tab.ts';
import { askRest, idOf, openSignedIn, readManifest, RT, startRequestTracker } from './rt.ts';

let extension: Extension;
let page: Page;

beforeAll(async () => {
  await startRequestTracker({ reset: true });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  page = await openSignedIn(extension.context);
}, 300_000);
afterAll(() => extension?.close());

const readAgain = async (tab = page, of = extension): Promise<PageReport> =>
  pageReportSchema.parse(((await sendToTab(of, tab, 'page-read', {})) as { report: unknown }).report);

async function readTicketAt(path: string, tab = page, of = extension): Promise<Ticket> {
  await tab.goto(`${RT}${path}`);
  const parsed = await readAgain(tab, of);
  if (parsed.kind !== 'ticket') throw new Error(JSON.stringify(parsed));
  return parsed.ticket;
}

/** What must agree with REST, list marks aside, which a page draws and an HTML body does not hold. */
const toComparable = (ticket: Ticket) => ({
  subject: ticket.subject,
  requester: ticket.requester.id,
  messages: ticket.messages.map(({ id, author, role, at, visibility, text, quoted, attachments }) => ({
    id,
    author: author.id,
    role,
    at,
    visibility,
    ownInk: toInk(text),
    quotedInk: toInk(quoted),
    attachments,
  })),
});

async function expectExact(ticket: Ticket): Promise<void> {
  const rest = await readFromRest(ticket.id);
  const read = toComparable(ticket);
  expect(read.subject).toBe(rest.subject);
  expect(read.requester).toBe(rest.requesters[0]);
  expect(
    read.messages.map(({ id, author, role, at, visibility, attachments }) => ({ id, author, role, at, visibility, attachments })),
  ).toEqual(
    rest.messages.map(({ id, author, role, at, visibility, attachments }) => ({ id, author, role, at, visibility, attachments })),
  );
  for (const [index, message] of rest.messages.entries()) {
    const unmarked = (ink: string): string => ink.replace(/\d\.|-/g, '');
    expect(unmarked(read.messages[index]?.ownInk ?? '') === unmarked(message.ownInk), `text of message ${message.id}`).toBe(true);
    expect(read.messages[index]?.quotedInk, `quote in message ${message.id}`).toBe(message.quotedInk);
  }
}

it('reads every seeded ticket exactly as REST has it, on its page and on its reply page', async () => {
  const { tickets } = await readManifest();
  expect(tickets.length).toBeGreaterThanOrEqual(8);
  let messages = 0;
  for (const { id } of tickets) {
    const shown = await readTicketAt(`/Ticket/Display.html?id=${id}`);
    await expectExact(shown);
    expect(await readTicketAt(`/Ticket/Update.html?Action=Respond&id=${id}`)).toEqual(shown);
    expect(shown.agent?.id).toBe('agent1');
    messages += shown.messages.length;
  }
  expect(messages).toBeGreaterThan(tickets.length);
}, 180_000);

it('sets quotes apart, keeps a very long message whole and tells a comment from a reply', async () => {
  const quote = 'Yes, please do.\n\nOn Thu Nov 19 01:26:25 2026, agent1 wrote:\n> Shall I send it\n> again today?\n';
  await askRest('/ticket/2/correspond', { body: { Content: quote, ContentType: 'text/plain' } });
  const long = Array.from({ length: 1500 }, (_, line) => `Line ${line} of the log & more <b>`).join('\n');
  await askRest('/ticket/2/comment', { body: { Content: long, ContentType: 'text/plain' } });
  const ticket = await readTicketAt('/Ticket/Display.html?id=2');
  await expectExact(ticket);
  const [quoting, log] = ticket.messages.slice(-2);
  expect(quoting).toMatchObject({ visibility: 'public', text: 'Yes, please do.' });
  expect(quoting?.quoted).toContain('Shall I send it\nagain today?');
  expect(log?.visibility).toBe('internal');
  expect(log?.text.split('\n').length).toBe(1500);
});

it('reads attachments by their names, in messages and in notes', async () => {
  const ticket = await readTicketAt(`/Ticket/Display.html?id=${await idOf('attachments')}`);
  expect(ticket.messages.map(({ visibility, attachments }) => [visibility, attachments])).toEqual([
    ['public', ['invoice NW-1182.txt', "reçu d'été.txt"]],
    ['public', ['table.csv']],
    ['internal', ['note.md']],
  ]);
});

it('reads 200 messages, each with its author, role and audience', async () => {
  const ticket = await readTicketAt(`/Ticket/Display.html?id=${await idOf('long-thread')}`);
  expect(ticket.messages.map(({ text }) => text.split('\n')[0])).toEqual(
    Array.from({ length: 200 }, (_, index) => `Message ${index + 1}`),
  );
  await expectExact(ticket);
  const { readMs, walkMs } = await measureReading(page, () => readAgain());
  process.stdout.write(`Request Tracker: ${readMs.toFixed(1)} ms for 200 messages; a plain walk ${walkMs.toFixed(2)} ms\n`);
  expect(readMs / walkMs).toBeLessThan(60);
}, 120_000);

it('reads the same when Request Tracker speaks French', async () => {
  const other = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  try {
    const tab = await openSignedIn(other.context, 'agent3');
    for (const ref of ['double-charge', 'quoted-replies', 'attachments']) {
      const ticket = await readTicketAt(`/Ticket/Display.html?id=${await idOf(ref)}`, tab, other);
      expect(await tab.locator('html').getAttribute('lang')).toBe('fr');
      await expectExact(ticket);
      expect(ticket.messages.some(({ visibility }) => visibility === 'internal')).toBe(true);
      expect(ticket.agent).toMatchObject({ id: 'agent3', name: 'Chloé Martin' });
    }
  } finally {
    await other.close();
  }
}, 120_000);

it('says that a ticket was merged or deleted while it was open', async () => {
  const [merged, deleted] = [await idOf('password-reset-es'), await idOf('gdpr-export-delete')];
  await readTicketAt(`/Ticket/Display.html?id=${merged}`);
  await askRest(`/ticket/${merged}`, { user: 'root', body: { MergeInto: Number(await idOf('double-charge')) } });
  expect(await readAgain()).toMatchObject({
    kind: 'unreadable',
    failure: { missing: expect.stringMatching(/merged into ticket 1$/) },
  });
  await readTicketAt(`/Ticket/Display.html?id=${deleted}`);
  await askRest(`/ticket/${deleted}`, { user: 'root', body: { Status: 'deleted' } });
  expect(await readAgain()).toMatchObject({ kind: 'unreadable', failure: { missing: expect.stringMatching(/was deleted$/) } });
});

it('asked everything with GET, of its own site', () => {
  expect(extension.scriptRequests.length, 'the recorder sees our scripts').toBeGreaterThan(50);
  requireReadsOnly(extension.scriptRequests);
});

it('says that the agent is signed out instead of reading a login page', async () => {
  await page.goto(`${RT}/Ticket/Display.html?id=1`);
  await sendToTab(extension, page, 'page-read', {});
  await extension.context.clearCookies();
  expect(await readAgain()).toMatchObject({ kind: 'unreadable', failure: { kind: 'signed-out' } });
});
