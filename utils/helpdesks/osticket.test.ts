import { expect, it } from 'vitest';
import { osTicket } from './osticket.ts';
import { openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';
import { osTicketReplica } from './replicas/osticket.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(osTicketReplica, startState('4101'));

async function readMessages(page: OpenReplica) {
  const ticket = await osTicket.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value.messages;
}

const entry = (page: OpenReplica, id: string, css: string): Element => {
  const found = page.document.querySelector(`#thread-entry-${id} ${css}`);
  if (!found) throw new Error(`${id} ${css}`);
  return found;
};

it('takes a collaborator for a participant by the label that only their entries bear, in any language', async () => {
  const page = open();
  entry(page, '9001', '.textra').insertAdjacentHTML('beforeend', '<span class="label label-bare">Cc Mitarbeiter</span>');
  expect((await readMessages(page)).map(({ role }) => role)).toEqual(['participant', 'agent', 'agent', 'requester']);
});

it('reads entries of a merged ticket as they stand in the thread', async () => {
  const page = open();
  entry(page, '9001', '.textra').insertAdjacentHTML(
    'beforeend',
    '<span data-toggle="tooltip" title="Ticket #7" class="label label-bare"><i class="icon-code-fork"></i></span>',
  );
  expect((await readMessages(page))[0]).toMatchObject({ id: '9001', role: 'requester', visibility: 'public' });
});

it('reads the same order whichever end of the thread the agent has on top', async () => {
  const page = open();
  const items = page.document.querySelector('#thread-items');
  const before = await readMessages(page);
  for (const item of [...(items?.children ?? [])].toReversed()) items?.append(item);
  expect(await readMessages(page)).toEqual(before);
});

it('names files apart from the text', async () => {
  const page = open();
  entry(page, '9004', '.thread-body').insertAdjacentHTML(
    'beforeend',
    '<div class="attachments"><span class="attachment-info"><a class="no-pjax truncate filename" download="bill.pdf">bill.pdf</a><small class="filesize faded">2 kb</small></span></div>',
  );
  expect((await readMessages(page)).at(-1)).toMatchObject({ text: '12 and 13 November.', attachments: ['bill.pdf'] });
});

it('writes into the plain field where rich text is off', () => {
  const page = open();
  const box = page.document.querySelector('form#reply .redactor-box');
  if (box) box.outerHTML = '<textarea name="response" id="response" class=" draft draft-delete fullscreen"></textarea>';
  expect(osTicket.findReplyBox(page)).toMatchObject({ kind: 'found', box: { family: 'textarea', visibility: 'public' } });
});

it('reads a ticket that the agent may note on and not reply to, and finds the note only', async () => {
  const page = open();
  page.move({ mode: 'internal' });
  page.document.querySelector('form#reply')?.remove();
  expect(await readMessages(page)).toHaveLength(4);
  expect(osTicket.findReplyBox(page)).toMatchObject({ kind: 'found', box: { ticketId: '4101', visibility: 'internal' } });
});
