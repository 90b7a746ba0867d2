import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDemoHelpdesk } from '../../scripts/demo-helpdesk/create-demo-helpdesk.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readDrafts, readOutcomes, sendFromPage } from '../support/own-data.ts';
import { endWorkerAtStop, readCalls, watchWorker } from '../support/worker-stops.ts';

/** Every step of the ladder that one played reply leaves behind, once. */
const LADDER = ['eligible', 'inserted', 'offered', 'retained', 'seen', 'sent'];
const QUESTION = 'Hello, how long is a password reset link valid?';

let extension: Extension;
let helpdesk: Awaited<ReturnType<typeof createDemoHelpdesk>>;
let own: Page;
let session: CDPSession;

beforeAll(async () => {
  helpdesk = await createDemoHelpdesk({ port: 0, dataFile: join(await mkdtemp(join(tmpdir(), 'deskside-desk-')), 'data.json') });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
  session = await extension.browserSession();
  await sendFromPage(own, 'sample-add', {});
});
afterAll(async () => {
  await extension.close();
  await helpdesk.close();
});

/** The requester asks, the agent opens the ticket, inserts the draft and sends it: the whole line. */
async function playLine(ticketId: string): Promise<void> {
  await fetch(`${helpdesk.url}/simulate/tickets/${ticketId}/requester-message`, {
    method: 'POST',
    body: JSON.stringify({ text: QUESTION }),
    headers: { 'content-type': 'application/json' },
  });
  const ticket = await extension.context.newPage();
  await ticket.goto(`${helpdesk.url}/tickets/${ticketId}`);
  const panel = await extension.openOwnPage(`sidepanel.html?tab=${await extension.tabIdOf(ticket)}`);
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel.getByText('It is not sent').waitFor();
  const typed = await ticket.locator('[data-reply-editor]').innerText();
  expect(typed.split('Kind regards').length, 'the reply stands in the box once').toBe(2);
  await ticket.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(async () => (await outcomesOf(ticketId)).filter((step) => step === 'sent').length).toBeGreaterThan(0);
  await panel.close();
  await ticket.close();
}

const outcomesOf = async (ticketId: string): Promise<string[]> =>
  (await readOutcomes(own)).filter((row) => row.ticketId === ticketId).map((row) => row.step);

/** Looking changes nothing: a worker that ends between two looks has left what one left that ended before the first. */
const isLook = (call: string | undefined): boolean => /^idb\.transaction|\.get(?:All|Key)?(?:\(|$)/.test(call ?? '');

/** Before and after each call that is more than a look, and before the first; with `STOPS=all` before every call. */
const chooseStops = (calls: readonly string[]): readonly number[] =>
  [...calls.keys()].filter((at) => process.env['STOPS'] === 'all' || at === 0 || !isLook(calls[at]) || !isLook(calls[at - 1]));

it('the worker may end before and after any change of a store or message of the line: no draft is lost, no outcome is lost or doubled', async () => {
  const first = await helpdesk.addTicket({ subject: 'Reset link 0' });
  await watchWorker(await extension.worker());
  await playLine(first);
  const calls = await readCalls(await extension.worker());
  expect(calls.length, 'the line makes calls that can be stopped at').toBeGreaterThan(40);
  console.log(`The line makes these ${calls.length} calls:\n${calls.map((call, index) => `${index + 1}. ${call}`).join('\n')}`);

  const chosen = chooseStops(calls);
  let stops = 0;
  for (const at of chosen) {
    const ticketId = await helpdesk.addTicket({ subject: `Reset link ${at + 1}` });
    const worker = await extension.worker();
    await watchWorker(worker, at);
    const line = playLine(ticketId);
    const wasStopped = await endWorkerAtStop(extension, worker, session, line);
    await line;
    stops += wasStopped ? 1 : 0;
    expect((await outcomesOf(ticketId)).toSorted(), `outcomes after a stop before call ${at + 1}, ${calls[at]}`).toEqual(LADDER);
    const drafts = (await readDrafts(own)).filter(
      (record) => record.lock.ticketId === ticketId && record.outcome?.kind === 'drafted',
    );
    expect(drafts.length, `drafts after a stop before call ${at + 1}, ${calls[at]}`).toBe(1);
  }
  expect(chosen.length, 'the line changes something often enough').toBeGreaterThan(40);
  expect(stops, 'stops that were reached').toBeGreaterThan(chosen.length * 0.9);
}, 1_800_000);
