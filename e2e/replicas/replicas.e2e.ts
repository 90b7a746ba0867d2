import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isReadable } from '../../utils/helpdesks/replicas/replica.test-support.ts';
import { replicas } from '../../utils/helpdesks/replicas/replicas.test-support.ts';
import { replicaTickets, signedIn, type ReplicaTicket } from '../../utils/helpdesks/replicas/replica-tickets.test-support.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readOutcomes, sendFromPage } from '../support/own-data.ts';
import { openReplicaSite } from './replica-site.ts';

const known = replicaTickets[0] as ReplicaTicket;
const question = 'Hello, how long is a password reset link valid?';
/** A ticket that the sample knowledge answers; each replica has one of its own, since two may show one product. */
const toAsked = (id: string): ReplicaTicket => ({
  ...known,
  id,
  subject: 'Reset link',
  messages: known.messages
    .slice(0, 2)
    .map((message, index) => (index > 0 ? message : { ...message, html: `<p>${question}</p>`, text: question })),
});
const other = replicaTickets[1] as ReplicaTicket;

let extension: Extension;
let own: Page;
beforeAll(async () => {
  extension = await launchExtension({ allowed: ['https://*/*'] });
  own = await extension.openOwnPage('options.html');
  await sendFromPage(own, 'sample-add', {});
});
afterAll(() => extension?.close());

const stepsOf = async (helpdesk: string): Promise<string[]> =>
  (await readOutcomes(own)).filter((row) => row.helpdesk === helpdesk).map(({ step }) => step);

it.each(
  replicas.filter(isReadable).map((replica, index) => [replica.adapter.name, replica, toAsked(String(5001 + index))] as const),
)('%s: from the open ticket to the reply that was sent, in a real browser', async (_name, replica, asked) => {
  const site = await openReplicaSite(extension.context, replica, [asked, other]);
  const ticket = await extension.context.newPage();
  await ticket.goto(site.url(asked.id));
  const panel = await extension.openOwnPage(`sidepanel.html?tab=${await extension.tabIdOf(ticket)}`);

  await panel.getByRole('button', { name: /^Insert/ }).click();
  if (replica.pageLacks.includes('audience')) {
    await panel.getByText('this page does not say who reads the box').waitFor();
    expect((await readEditors(ticket)).join('').trim()).toBe('');
    await panel.close();
    return ticket.close();
  }
  await panel.getByText('It is not sent').waitFor();
  const typed = await readEditors(ticket);
  expect(
    typed.filter((text) => text.includes('60 minutes')),
    'the reply stands in one box, once',
  ).toHaveLength(1);

  const reply = '<p>A reset link is valid for 60 minutes and works once.</p>';
  const sent = {
    ...asked,
    messages: [
      ...asked.messages,
      {
        ...asked.messages[0],
        id: '9990',
        author: signedIn,
        role: 'agent',
        at: '2026-11-21T09:00:00.000Z',
        html: reply,
        text: 'A reset link is valid for 60 minutes and works once.',
      },
    ],
  } as ReplicaTicket;
  site.move({ tickets: [sent, other] });
  await ticket.reload();
  if (replica.adapter.seesSent) await expect.poll(() => stepsOf(replica.adapter.id)).toContain('sent');
  await panel.close();
  await ticket.close();
  expect(
    site.requests.filter((each) => !each.startsWith('GET ')),
    'nothing but GET',
  ).toEqual([]);
});

/** What stands in each box of the page, frames of editors among them. */
async function readEditors(page: Page): Promise<string[]> {
  const boxes: string[] = [];
  for (const frame of page.frames())
    boxes.push(
      ...(await frame.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[contenteditable="true"], textarea')].map((box) =>
          box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? ''),
        ),
      )),
    );
  return boxes;
}
