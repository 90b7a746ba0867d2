import { describe, expect, it } from 'vitest';
import { ticketIdSchema, ticketSchema, toTicketLock } from '../domain/ticket.ts';
import { findHelpdesk } from './find-helpdesk.ts';
import { helpdesks } from './registry.ts';
import { replicas } from './replicas/replicas.test-support.ts';
import { openSaved, savedHelpdesks } from './saved-helpdesks.test-support.ts';

const { signal } = new AbortController();

it('has a recording or a replica for every adapter', () => {
  const tried = [...savedHelpdesks, ...replicas].map(({ adapter }) => adapter.id);
  expect([...new Set(tried)].toSorted()).toEqual(helpdesks.map(({ id }) => id).toSorted());
});

describe.each(savedHelpdesks)('$adapter.name', (saved) => {
  const { adapter, holds, ticketPath, replyPath } = saved;
  const isData = (path: string): boolean => saved.pages[path]?.type.includes('json') ?? false;
  const readBroken = (answer: Parameters<typeof openSaved>[2]) => adapter.readTicket(openSaved(saved, replyPath, answer), signal);

  it('knows its own pages and no other helpdesk’s', () => {
    expect(findHelpdesk(openSaved(saved, ticketPath))).toBe(adapter);
    for (const other of savedHelpdesks)
      if (other !== saved) expect(adapter.matches(openSaved(other, other.ticketPath))).toBe(false);
  });

  it('takes the ticket id from the address', () => {
    expect(adapter.openTicketId(openSaved(saved, ticketPath))).toBe(holds.id);
    expect(adapter.openTicketId({ ...openSaved(saved, ticketPath), url: new URL('http://127.0.0.1:8090/') })).toBeUndefined();
  });

  it('reads the whole ticket, the same from each of its pages', async () => {
    const read = await adapter.readTicket(openSaved(saved, ticketPath), signal);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(ticketSchema.parse(read.value)).toEqual(read.value);
    expect(read.value).toMatchObject({
      helpdesk: adapter.id,
      id: holds.id,
      queue: holds.queue,
      requester: { id: holds.requester },
      agent: { id: holds.agent },
    });
    expect(read.value.messages.map(({ visibility }) => visibility).slice(0, holds.visibilities.length)).toEqual(
      holds.visibilities,
    );
    expect(read.value.messages.map(({ text }) => text).join('\n')).toMatch(holds.lastText);
    expect(await adapter.readTicket(openSaved(saved, replyPath), signal)).toEqual(read);
  });

  it('gives the lock that the ticket it read has', async () => {
    const read = await adapter.readTicket(openSaved(saved, ticketPath), signal);
    const lock = await adapter.readLock(openSaved(saved, replyPath), signal);
    expect(read.ok && toTicketLock(read.value)).toEqual(lock.ok && lock.value);
  });

  it('asks the helpdesk again for the lock, not the page', async () => {
    const page = openSaved(saved, replyPath);
    await adapter.readLock(page, signal);
    const first = page.asked.length;
    await adapter.readLock(page, signal);
    expect(first).toBeGreaterThan(0);
    expect(page.asked.length).toBe(2 * first);
  });

  it('finds the reply box with its own ticket and audience, or where it is', () => {
    const search = adapter.findReplyBox(openSaved(saved, replyPath));
    if (search.kind === 'found') expect(search.box).toMatchObject({ ticketId: holds.id, visibility: 'public' });
    // A saved page runs no editor.
    else expect(search.kind).toBe('not-ready');
    const away = openSaved(saved, ticketPath);
    const url = adapter.replyPageUrl(away, ticketIdSchema.parse(holds.id), 'public');
    expect(adapter.findReplyBox(away).kind !== 'none' || url?.origin === away.url.origin).toBe(true);
  });

  it('refuses to choose between two boxes', () => {
    const page = openSaved(saved, replyPath);
    const form = page.document.querySelector('form[data-reply-form], form[name="TicketUpdate"]');
    form?.after(form.cloneNode(true));
    expect(adapter.findReplyBox(page).kind).toBe('several');
  });

  it('says signed out when a login page comes in place of data', async () => {
    const read = await readBroken((path, known) => (isData(path) ? { type: 'text/html', text: saved.login } : known));
    expect(read).toMatchObject({ ok: false, error: { kind: 'signed-out' } });
  });

  it.each(Object.keys(saved.pages).filter((path) => !path.includes('RT_System')))(
    'has no half ticket when %s is missing, broken or an error page',
    async (broken) => {
      const whole = await readBroken(undefined);
      for (const answer of [
        undefined,
        { type: 'text/html', text: '<h1>Oops', status: 500 },
        { type: 'application/json', text: '{"items":' },
        { type: 'text/html', text: '<p>half' },
      ]) {
        const read = await readBroken((path, known) => (path === broken ? answer : known));
        const unsaid = { agent: undefined, queue: undefined };
        if (read.ok) expect({ ...read.value, ...unsaid }).toEqual({ ...(whole.ok ? whole.value : {}), ...unsaid });
        else expect(read.error).toMatchObject({ kind: 'ticket-unreadable', missing: expect.stringMatching(/\w/) });
      }
    },
  );

  it('asks with GET, of its own origin only', async () => {
    const page = openSaved(saved, ticketPath);
    await adapter.readTicket(page, signal);
    for (const path of page.asked) expect(new URL(path, page.url).origin).toBe(page.url.origin);
  });
});
