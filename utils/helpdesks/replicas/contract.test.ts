import { describe, expect, it } from 'vitest';
import { findLockDifference, ticketSchema, toTicketLock, type Ticket } from '../../domain/ticket.ts';
import { isVendorHost } from '../../domain/vendor-hosts.ts';
import { findHelpdesk } from '../find-helpdesk.ts';
import { ownHostHelpdesks } from '../own-host-helpdesks.ts';
import { vendorHelpdesks } from '../vendor-helpdesks.ts';
import { isReadable, openReplica, startState, type OpenReplica, type Replica } from './replica.test-support.ts';
import { replicaTickets, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';
import { replicas } from './replicas.test-support.ts';

const { signal } = new AbortController();
const ids = replicaTickets.map(({ id }) => id);
const [first, second] = replicaTickets as [ReplicaTicket, ReplicaTicket];

const open = (replica: Replica, id = first.id): OpenReplica => openReplica(replica, startState(id));

async function readAt(replica: Replica, page: OpenReplica): Promise<Ticket> {
  const read = await replica.adapter.readTicket(page, signal);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

type Seen = Pick<ReplicaMessage, 'role' | 'visibility' | 'at' | 'text'> & { readonly author: string; readonly quoted: string };
const toSeen = ({ messages }: Ticket | ReplicaTicket): Partial<Seen>[] =>
  messages.map(
    ({ author, role, visibility, at, text, quoted = '' }) =>
      ({ author: author.name, role, visibility, at, text, quoted }) as Seen,
  );

/** What can be known at all: the page's own lacks count where there is nothing but the page. */
const toKnown = ({ pageLacks }: Replica, seen: object): object =>
  Object.fromEntries(Object.entries(seen).filter(([field]) => !pageLacks.some((each) => each === field)));

const newMessage: ReplicaMessage = {
  id: '9999',
  author: first.requester,
  role: 'requester',
  visibility: 'public',
  at: '2026-11-21T08:00:00.000Z',
  html: '<p>Any news?</p>',
  text: 'Any news?',
};
const withMessage = (message: ReplicaMessage, id = first.id): readonly ReplicaTicket[] =>
  replicaTickets.map((ticket) => (ticket.id === id ? { ...ticket, messages: [...ticket.messages, message] } : ticket));

function expectNoNoteAsReply(ticket: Ticket, known: ReplicaTicket): void {
  for (const [index, message] of ticket.messages.entries())
    if (message.visibility === 'public')
      expect(known.messages[index]?.visibility, 'a note is never taken for a reply').toBe('public');
}

/** The frame that shows `inner`, in the page or in one of its frames. */
function findFrame(document: Document, inner: Document): Element | undefined {
  for (const frame of document.querySelectorAll('iframe')) {
    const deeper = frame.contentDocument === inner ? frame : frame.contentDocument && findFrame(frame.contentDocument, inner);
    if (deeper) return deeper;
  }
  return undefined;
}

const troubles = {
  'forbids it (403)': { status: 403, type: 'application/json', text: '{"error":"Forbidden"}' },
  'asks for fewer requests (429)': { status: 429, type: 'application/json', text: '{}' },
  'breaks (500)': { status: 500, type: 'text/html', text: '<h1>Oops</h1>' },
  'answers with a page': { status: 200, type: 'text/html', text: '<!doctype html><p>Hello' },
  'answers with other data': { status: 200, type: 'application/json', text: '{"hello":[1,2]}' },
  'cuts its answer': { status: 200, type: 'application/json', text: '{"ticket":{"id":' },
} as const;

const nameEach = (of: readonly Replica[]) => of.map((replica) => [replica.adapter.name, replica] as const);

describe.each(nameEach(replicas))('%s', (_name, replica) => {
  const { adapter } = replica;
  const toId = (id: string): string => replica.toTicketId?.(id) ?? id;

  it('knows its own pages and no other helpdesk’s', () => {
    expect(findHelpdesk(open(replica))).toBe(adapter);
    for (const other of replicas)
      if (other.adapter.id !== adapter.id) expect(adapter.matches(open(other)), other.adapter.name).toBe(false);
  });

  it('takes the ticket id from the address', () => {
    expect(ids.map((id) => adapter.openTicketId(open(replica, id)))).toEqual(ids.map(toId));
    const page = open(replica);
    expect(adapter.openTicketId({ ...page, url: new URL(replica.otherPath, page.url) })).toBeUndefined();
  });
});

describe.each(nameEach(replicas.filter((replica) => !isReadable(replica))))(
  '%s, of whose page too little is known',
  (_name, replica) => {
    const { adapter } = replica;

    it('reads nothing and says so, and leaves its page to be taught', async () => {
      expect(adapter.support).toBe('experimental');
      for (const { id } of replicaTickets) {
        const page = open(replica, id);
        const missing = expect.stringMatching(/\w/);
        for (const read of [await adapter.readTicket(page, signal), await adapter.readLock(page, signal)])
          expect(read).toMatchObject({ ok: false, error: { kind: 'ticket-unreadable', helpdesk: adapter.name, missing } });
      }
    });

    it('finds no box that it takes for public', () => {
      expect(adapter.findReplyBox(open(replica))).not.toMatchObject({ box: { visibility: 'public' } });
    });
  },
);

it.each(nameEach(replicas))('%s is in the script that its host gets', (_name, { adapter, host }) => {
  expect((isVendorHost(host) ? vendorHelpdesks : ownHostHelpdesks).includes(adapter)).toBe(true);
});

describe.each(nameEach(replicas.filter(isReadable)))('%s', (_name, replica) => {
  const { adapter } = replica;
  const toId = (id: string): string => replica.toTicketId?.(id) ?? id;

  it.each(replicaTickets)('reads every message of ticket $id exactly', async (known) => {
    const ticket = await readAt(replica, open(replica, known.id));
    expect(ticketSchema.parse(ticket)).toEqual(ticket);
    expect(ticket).toMatchObject({
      host: replica.host,
      helpdesk: adapter.id,
      id: toId(known.id),
      subject: known.subject,
      incomplete: !replica.answer && replica.pageLacks.includes('at') ? expect.stringMatching(/times .* not exact/) : '',
    });
    expect(ticket.requester.name).toBe(known.requester.name);
    const toExpected = (seen: object): object => (replica.answer ? seen : toKnown(replica, seen));
    expect(toSeen(ticket).map(toExpected)).toEqual(toSeen(known).map(toExpected));
    expectNoNoteAsReply(ticket, known);
    expect(new Set(ticket.messages.map(({ id }) => id)).size).toBe(known.messages.length);
  });

  it.each(Object.entries(troubles))('reads the page exactly, or says what is missing, when the API %s', async (_what, answer) => {
    for (const known of replicaTickets) {
      const page = open(replica, known.id);
      page.break(() => answer);
      const read = await adapter.readTicket(page, signal);
      if (!read.ok) {
        expect(replica.pageLacks).toContain('everything');
        expect(read.error).toMatchObject({
          kind: 'ticket-unreadable',
          helpdesk: adapter.name,
          missing: expect.stringMatching(/\w/),
        });
        continue;
      }
      const keep = (seen: object): object => toKnown(replica, seen);
      expect(toSeen(read.value).map(keep)).toEqual(toSeen(known).map(keep));
      expectNoNoteAsReply(read.value, known);
    }
  });

  it('says signed out when a login page comes in place of data', async () => {
    const page = open(replica);
    page.break(() => replica.login);
    page.document.body.innerHTML = replica.answer ? page.document.body.innerHTML : replica.login.text;
    const read = await adapter.readTicket(page, signal);
    if (replica.answer) expect(read).toMatchObject({ ok: false, error: { kind: 'signed-out' } });
    else expect(read.ok).toBe(false);
  });

  it('reads no half ticket from a redesigned page: it says what is missing and where it looked', async () => {
    const page = open(replica);
    page.break(() => 'offline');
    for (const element of page.document.body.querySelectorAll('*'))
      for (const { name } of element.attributes) if (/^(?:class|id|data-|aria-|role)/.test(name)) element.removeAttribute(name);
    const read = await adapter.readTicket(page, signal);
    expect(read).toMatchObject({ ok: false, error: { kind: 'ticket-unreadable', missing: expect.stringMatching(/\w/) } });
    if (!replica.pageLacks.includes('everything'))
      expect(read).toMatchObject({ error: { tried: expect.arrayContaining([expect.stringMatching(/: 0 found$/)]) } });
    expect(JSON.stringify(read)).not.toContain('charged');
  });

  it('takes nothing inside a message for a message, an author or a mark', async () => {
    const page = open(replica);
    const whole = page.document.body.innerHTML;
    const tickets = replicaTickets.map((ticket) => ({
      ...ticket,
      messages: ticket.messages.map((message) => ({ ...message, html: `${message.html}<div>${whole}</div>` })),
    }));
    page.move({ tickets });
    const ticket = await readAt(replica, page);
    const marks = ({ author, role, visibility, at }: Ticket['messages'][number] | ReplicaMessage) => {
      const all = { author: author.name, role, visibility, at };
      return replica.answer ? all : toKnown(replica, all);
    };
    expect(ticket.subject).toBe(first.subject);
    expect(ticket.messages.map(marks)).toEqual(first.messages.map(marks));
  });

  it('gives the lock of the ticket it reads, and asks for it anew', async () => {
    const page = open(replica);
    const ticket = await readAt(replica, page);
    const before = page.asked.length;
    const lock = await adapter.readLock(page, signal);
    expect(lock).toEqual({ ok: true, value: toTicketLock(ticket) });
    if (replica.answer) expect(page.asked.length).toBeGreaterThan(before);
  });

  it('notices a new message, another requester and another ticket by the lock', async () => {
    const page = open(replica);
    const lock = toTicketLock(await readAt(replica, page));
    const differences = [];
    for (const change of [
      { tickets: withMessage(newMessage) },
      {
        tickets: replicaTickets.map((ticket) =>
          ticket.id === first.id
            ? {
                ...ticket,
                requester: second.requester,
                messages: ticket.messages.map((message) =>
                  message.role === 'requester' ? { ...message, author: second.requester } : message,
                ),
              }
            : ticket,
        ),
      },
      { tickets: replicaTickets, open: second.id, mounted: [first.id, second.id] },
    ]) {
      page.move(change);
      const now = await adapter.readLock(page, signal);
      differences.push(now.ok ? findLockDifference(lock, now.value) : now.error);
    }
    expect(differences).toEqual(['lastMessageId', 'requesterId', 'ticketId']);
  });

  if (adapter.seesSent)
    it('sees the reply that was sent', async () => {
      const page = open(replica);
      const sent: ReplicaMessage = {
        ...newMessage,
        author: first.messages[2]?.author ?? first.requester,
        role: 'agent',
        html: '<p>Sent as it is.</p>',
        text: 'Sent as it is.',
      };
      page.move({ tickets: withMessage(sent) });
      expect((await readAt(replica, page)).messages.at(-1)).toMatchObject({
        role: 'agent',
        visibility: 'public',
        text: 'Sent as it is.',
      });
    });

  it.each(['public', 'internal'] as const)('finds the box that writes a %s message, in its own ticket’s pane', (mode) => {
    const page = open(replica);
    page.move({ mode, mounted: ids });
    const search = adapter.findReplyBox(page);
    // What is not known to be public is internal: an adapter that can't tell never says public.
    const unsaid = mode === 'public' ? { visibility: 'internal', isUnsaid: true } : { visibility: 'internal' };
    const audience = replica.pageLacks.includes('audience') ? unsaid : { visibility: mode };
    expect(search).toMatchObject({ kind: 'found', box: { ticketId: toId(first.id), ...audience } });
  });

  it('has no box while none is open, and none of another ticket', () => {
    const page = open(replica);
    page.move({ box: 'closed' });
    expect(adapter.findReplyBox(page).kind).toBe('none');
    page.move({ box: 'open', open: second.id, mounted: [first.id, second.id] });
    expect(adapter.findReplyBox(page)).toMatchObject({ kind: 'found', box: { ticketId: toId(second.id) } });
  });

  it('refuses to choose between two boxes', () => {
    const page = open(replica);
    const search = adapter.findReplyBox(page);
    if (search.kind !== 'found') throw new Error(search.kind);
    const { element } = search.box;
    const box = element.ownerDocument === page.document ? element : findFrame(page.document, element.ownerDocument);
    box?.after(box.cloneNode(true));
    expect(adapter.findReplyBox(page).kind).not.toBe('found');
  });

  it('is not ended by five million characters in a message', async () => {
    const page = open(replica);
    const huge = 'All work and no play. '.repeat(230_000);
    page.move({ tickets: withMessage({ ...newMessage, html: `<p>${huge}</p>`, text: huge }) });
    const ticket = await readAt(replica, page);
    expect(ticket.messages).toHaveLength(first.messages.length + 1);
    expect(ticket.messages.at(-1)?.text.length).toBeLessThan(250_000);
    expect(ticket.incomplete).toMatch(/very long message/);
  });

  it('has no ticket when it was deleted while it was open', async () => {
    const page = open(replica);
    page.move({ tickets: replicaTickets.slice(1), mounted: [] });
    expect(await adapter.readTicket(page, signal)).toMatchObject({ ok: false, error: { kind: 'ticket-unreadable' } });
    expect(adapter.findReplyBox(page).kind).toBe('none');
  });

  it('asks with GET, of its own origin only', async () => {
    const page = open(replica);
    await adapter.readTicket(page, signal);
    await adapter.readLock(page, signal);
    await adapter.readMacros?.(page, signal);
    for (const path of page.asked) expect(new URL(path, page.url).origin).toBe(page.url.origin);
  });
});
