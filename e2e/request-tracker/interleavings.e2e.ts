import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertResultSchema, type InsertResult } from '../../utils/domain/insertion.ts';
import { pageReportSchema } from '../../utils/domain/page-report.ts';
import { toTicketLock, type TicketLock, type Visibility } from '../../utils/domain/ticket.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { toInk } from './read-from-rest.ts';
import { orderInTab, sendToTab } from '../support/send-to-tab.ts';
import { askRest, createTicket, openSignedIn, RT, startRequestTracker } from './rt.ts';

const REPLY = 'Please open Settings and choose Billing, then try the payment again.';
const OTHER = '2';

/** When the change comes: before the click, while Request Tracker is being asked, while the editor starts. */
const moments = ['before', 'while asking', 'while the editor starts'] as const;
type Moment = (typeof moments)[number];
type Scene = { readonly id: string; readonly page: Page };
type Case = { readonly refused: string; readonly detail?: RegExp; readonly change: (scene: Scene) => Promise<unknown> };

const asRoot = (path: string, body: object): Promise<unknown> => askRest(path, { user: 'root', body });
const setForm = (page: Page, selector: string, value: string): Promise<void> =>
  page.locator(`form[name=TicketUpdate] ${selector}`).evaluate((field, to) => void Object.assign(field, { value: to }), value);

const cases: Readonly<Record<string, Case>> = {
  nothing: { refused: '', change: async () => undefined },
  'a reply arrives': {
    refused: 'new-message',
    change: ({ id }) => asRoot(`/ticket/${id}/correspond`, { Content: 'One more thing.', ContentType: 'text/plain' }),
  },
  'a colleague comments': {
    refused: 'new-message',
    change: ({ id }) => asRoot(`/ticket/${id}/comment`, { Content: 'I am on it.', ContentType: 'text/plain' }),
  },
  'the requester changes': {
    refused: 'requester-changed',
    change: ({ id }) => asRoot(`/ticket/${id}`, { Requestor: 'dmoss@mosstickets.example' }),
  },
  'the ticket is merged': {
    refused: 'ticket-unreadable',
    detail: /merged into ticket 2/,
    change: ({ id }) => asRoot(`/ticket/${id}`, { MergeInto: Number(OTHER) }),
  },
  'the ticket is deleted': {
    refused: 'ticket-unreadable',
    detail: /was deleted/,
    change: ({ id }) => asRoot(`/ticket/${id}`, { Status: 'deleted' }),
  },
  'the address goes to another ticket': {
    refused: 'other-ticket',
    change: ({ page }) =>
      page.evaluate((to) => history.pushState(null, '', to), `/Ticket/Update.html?Action=Respond&id=${OTHER}`),
  },
  'the tab goes to another ticket': {
    refused: 'page-gone',
    change: ({ page }) => page.goto(`${RT}/Ticket/Update.html?Action=Respond&id=${OTHER}`, { waitUntil: 'commit' }),
  },
  'the pane turns to another ticket': { refused: 'other-ticket', change: ({ page }) => setForm(page, 'input[name=id]', OTHER) },
  'the audience is switched': {
    refused: 'internal-note or public-reply',
    change: async ({ page }) => {
      const select = page.locator('select#UpdateType');
      await setForm(page, 'select#UpdateType', (await select.inputValue()) === 'response' ? 'private' : 'response');
    },
  },
  'a second box opens': {
    refused: 'several-editors',
    change: ({ page }) => page.locator('textarea#UpdateContent').evaluate((box) => box.after(box.cloneNode(true))),
  },
  'Request Tracker breaks': {
    refused: 'ticket-unreadable',
    change: ({ page }) => page.route('**/REST/2.0/ticket/**', (route) => route.fulfill({ status: 500, body: '<h1>Oops</h1>' })),
  },
  'Request Tracker wants fewer requests': {
    refused: 'ticket-unreadable',
    change: ({ page }) => page.route('**/REST/2.0/ticket/**', (route) => route.fulfill({ status: 429, body: '{}' })),
  },
};

let extension: Extension;
let page: Page;
let played = 0;
let inserts = 0;
beforeAll(async () => {
  await startRequestTracker({ reset: true });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  page = await openSignedIn(extension.context);
}, 300_000);
afterAll(async () => {
  process.stdout.write(`${played} interleavings over Request Tracker's own pages, ${inserts} inserted\n`);
  await extension?.close();
});

async function readLock(tab: Page): Promise<TicketLock> {
  const { report } = (await sendToTab(extension, tab, 'page-read', {})) as { report: unknown };
  const parsed = pageReportSchema.parse(report);
  if (parsed.kind !== 'ticket') throw new Error(JSON.stringify(parsed));
  return toTicketLock(parsed.ticket);
}

/** A page that is gone answers nothing; the worker then says `page-gone`. */
async function insert(tabId: number, lock: TicketLock, visibility: Visibility, insertId: string): Promise<InsertResult> {
  const answer = await orderInTab(extension, tabId, 'reply-insert', { insertId, lock, text: REPLY, visibility });
  return answer === undefined
    ? { kind: 'refused', reason: 'page-gone', detail: 'the page did not answer' }
    : insertResultSchema.parse(answer);
}

/** How often the reply stands in each box of the page, and whose box that is. */
async function readBoxes(tab: Page): Promise<{ times: number; ticket: string; audience: string }> {
  await tab.locator('iframe.cke_wysiwyg_frame').waitFor();
  const shown = await tab.frameLocator('iframe.cke_wysiwyg_frame').locator('body.cke_editable').innerText();
  return {
    times: toInk(shown).split(toInk(REPLY)).length - 1,
    ticket: await tab.locator('form[name=TicketUpdate] input[name=id]').first().inputValue(),
    audience: (await tab.locator('select#UpdateType').inputValue()) === 'response' ? 'public' : 'internal',
  };
}

/** Holds what matches back until it is let go. */
async function hold(
  tab: Page,
  pattern: string,
): Promise<{ readonly reached: Promise<void>; readonly letGo: () => Promise<void> }> {
  const reached = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const wait = async (route: Route): Promise<void> => {
    reached.resolve();
    await free.promise;
    await route.fallback().catch(() => undefined);
  };
  await tab.route(pattern, wait);
  return {
    reached: reached.promise,
    async letGo() {
      free.resolve();
      await tab.unroute(pattern, wait);
    },
  };
}

async function play(moment: Moment, { change }: Case, visibility: Visibility, tabId: number): Promise<[InsertResult, string]> {
  const id = await createTicket(`Interleaving ${played}`);
  const scene = { id, page };
  const path = `${RT}/Ticket/Update.html?Action=${visibility === 'public' ? 'Respond' : 'Comment'}&id=${id}`;
  const insertId = `interleaving-${(played += 1)}`;
  if (moment === 'while the editor starts') {
    const editor = await hold(page, '**/RichText/config.js*');
    await page.goto(path, { waitUntil: 'commit' });
    await page.locator('select#UpdateType').waitFor({ state: 'attached' });
    const lock = await readLock(page);
    const result = insert(tabId, lock, visibility, insertId);
    await change(scene);
    await editor.letGo();
    return [await result, id];
  }
  await page.goto(path);
  await page.locator('iframe.cke_wysiwyg_frame').waitFor();
  const lock = await readLock(page);
  if (moment === 'before') {
    await change(scene);
    return [await insert(tabId, lock, visibility, insertId), id];
  }
  const asked = await hold(page, '**/REST/2.0/**');
  const result = insert(tabId, lock, visibility, insertId);
  await asked.reached;
  await change(scene);
  await asked.letGo();
  return [await result, id];
}

it.each(moments)(
  'a change that comes %s never brings the text to another ticket or audience',
  async (moment) => {
    const tabId = await extension.tabIdOf(page);
    for (const [name, each] of Object.entries(cases))
      for (const visibility of ['public', 'internal'] as const) {
        const what = `${name}, ${moment}, ${visibility}`;
        const [result, id] = await play(moment, each, visibility, tabId);
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        const { times, ticket, audience } = await readBoxes(page);
        if (each.refused === '') {
          expect(result, what).toMatchObject({ kind: 'inserted' });
          expect({ times, ticket, audience }, what).toEqual({ times: 1, ticket: id, audience: visibility });
          inserts += 1;
          continue;
        }
        expect(times, what).toBe(0);
        // The page that goes may still say that its question was broken off.
        if (name === 'the tab goes to another ticket')
          expect(result, what).toMatchObject({
            reason: moment === 'before' ? 'other-ticket' : expect.stringMatching(/^(?:page-gone|ticket-unreadable)$/),
          });
        else if (name === 'the audience is switched')
          expect(result, what).toMatchObject({ reason: visibility === 'public' ? 'internal-note' : 'public-reply' });
        else expect(result, what).toMatchObject({ kind: 'refused', reason: each.refused });
        if (each.detail && result.kind === 'refused') expect(result.detail, what).toMatch(each.detail);
      }
  },
  600_000,
);

it('in two tabs on one ticket each inserts once, and none after the other has sent', async () => {
  const id = await createTicket('Two tabs');
  const second = await extension.context.newPage();
  const tabs = [page, second];
  const tabIds: number[] = [];
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(`${RT}/Ticket/Update.html?Action=Respond&id=${id}#tab-${index}`);
    await tab.locator('iframe.cke_wysiwyg_frame').waitFor();
    tabIds.push(await extension.tabIdOf(tab));
  }
  const locks = await Promise.all(tabs.map(readLock));
  const twice = (index: number): Promise<InsertResult[]> =>
    Promise.all(
      [1, 2].map((click) => insert(tabIds[index] as number, locks[index] as TicketLock, 'public', `two-${index}-${click}`)),
    );
  for (const results of await Promise.all([twice(0), twice(1)]))
    expect(results).toMatchObject([{ kind: 'inserted' }, { kind: 'inserted', receipt: { technique: 'already-there' } }]);
  for (const tab of tabs) expect(await readBoxes(tab)).toEqual({ times: 1, ticket: id, audience: 'public' });
  await page.locator('form[name=TicketUpdate] input[name=SubmitTicket]').first().click();
  await page.waitForURL(/Display\.html/);
  expect(await insert(tabIds[1] as number, locks[1] as TicketLock, 'public', 'after-sending')).toMatchObject({
    kind: 'refused',
    reason: 'new-message',
  });
  played += 5;
  inserts += 2;
});

it('a session that ends refuses, and says so', async () => {
  const id = await createTicket('Signed out');
  await page.goto(`${RT}/Ticket/Update.html?Action=Respond&id=${id}`);
  await page.locator('iframe.cke_wysiwyg_frame').waitFor();
  const lock = await readLock(page);
  await extension.context.clearCookies();
  const result = await insert(await extension.tabIdOf(page), lock, 'public', 'signed-out');
  expect(result).toMatchObject({ kind: 'refused', reason: 'ticket-unreadable', detail: 'you are signed out of Request Tracker' });
  expect((await readBoxes(page)).times).toBe(0);
  played += 1;
  expect(played).toBeGreaterThanOrEqual(60);
});
