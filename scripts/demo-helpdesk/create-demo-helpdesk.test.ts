import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createDemoHelpdesk, type DemoHelpdesk } from './create-demo-helpdesk.ts';
import type { HelpdeskSeed } from './helpdesk-seed.ts';

const START = new Date('2026-11-21T12:00:00.000Z');
const answerSchema = z.object({
  id: z.string(),
  subject: z.string(),
  status: z.string(),
  requester: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  me: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  messages: z.array(
    z.object({
      id: z.string(),
      author: z.object({ id: z.string(), name: z.string(), email: z.string() }),
      authorRole: z.enum(['requester', 'agent']),
      visibility: z.enum(['public', 'internal']),
      createdAt: z.string(),
      text: z.string().optional(),
      quoted: z.string(),
      attachments: z.array(z.string()),
    }),
  ),
});

const open = new Set<DemoHelpdesk>();
afterEach(async () => {
  await Promise.all([...open].map((helpdesk) => helpdesk.close()));
  open.clear();
});

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'desk-')), 'data.json');
async function start(dataFile = newFile(), seed?: HelpdeskSeed): Promise<DemoHelpdesk> {
  const helpdesk = await createDemoHelpdesk({ dataFile, now: () => START, ...(seed ? { seed } : {}) });
  open.add(helpdesk);
  return helpdesk;
}
const readPage = async (url: string): Promise<string> => (await fetch(url)).text();
const readTicket = async ({ url }: DemoHelpdesk, id: string, query = ''): Promise<z.infer<typeof answerSchema>> =>
  answerSchema.parse(await (await fetch(`${url}/api/tickets/${id}${query}`)).json());
const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Sends as the page's form does, with the token that stands in the page. */
async function send({ url }: DemoHelpdesk, id: string, fields: Record<string, string>): Promise<Response> {
  const csrf = /name="csrf" value="([^"]+)"/.exec(await readPage(`${url}/tickets/${id}`))?.[1] ?? '';
  const body = new URLSearchParams({ csrf, visibility: 'public', after: 'stay', ...fields });
  return fetch(`${url}/tickets/${id}/reply`, { method: 'POST', body, redirect: 'manual' });
}

it('lists the open tickets with requester and waiting time', async () => {
  const list = await readPage((await start()).url);
  expect(list).toContain('<meta name="helpdesk" content="deskside-demo"');
  expect(list).toContain('SAML SSO with Okta: &quot;Audience mismatch&quot; after setup');
  expect(list).toContain('Priya Natarajan');
  expect(list).toContain('3 d 4 h');
});

it('gives a ticket as JSON, oldest message first, times counted from the start', async () => {
  const helpdesk = await start();
  const ticket = await readTicket(helpdesk, helpdesk.idOf('double-charge'));
  expect(ticket.requester.email).toBe('maria.keller@kellerbakery.example');
  expect(ticket.me.name).toBe('Ana Ruiz');
  expect(ticket.messages.map(({ authorRole, visibility }) => `${authorRole} ${visibility}`)).toEqual([
    'requester public',
    'agent public',
    'agent internal',
    'requester public',
  ]);
  expect(ticket.messages.at(-1)?.createdAt).toBe('2026-11-21T06:30:00.000Z');
  expect(ticket.messages.at(-1)?.text).not.toContain('sorry for the scare');
  expect(ticket.messages.at(-1)?.quoted).toContain('sorry for the scare');
});

it('has the ticket of 200 messages and the empty one', async () => {
  const helpdesk = await start();
  const long = await readTicket(helpdesk, helpdesk.idOf('long-conversation'));
  expect(long.messages).toHaveLength(200);
  const times = long.messages.map((message) => message.createdAt);
  expect(times).toEqual(times.toSorted());
  expect((await readTicket(helpdesk, helpdesk.idOf('empty'))).messages).toEqual([]);
});

it('keeps what was sent across a restart, and leaves no half-written file behind', async () => {
  const file = newFile();
  const first = await start(file);
  const id = first.idOf('invite-member');
  const sent = await send(first, id, { text: 'Hi Owen,\r\n\r\n1. Open Settings\r\n2. Invite', after: 'close' });
  expect(sent.status).toBe(303);
  await first.close();
  const second = await start(file);
  const ticket = await readTicket(second, id);
  expect(ticket.status).toBe('closed');
  expect(ticket.messages.at(-1)).toMatchObject({ authorRole: 'agent', text: 'Hi Owen,\n\n1. Open Settings\n2. Invite' });
  expect(await (await fetch(`${second.url}/api/sent`)).json()).toMatchObject([
    { ticketId: id, visibility: 'public', closed: true },
  ]);
  expect(readdirSync(dirname(file))).toEqual(['data.json']);
});

it('sends nothing without the token of the page', async () => {
  const helpdesk = await start();
  const id = helpdesk.idOf('sso-okta');
  expect((await send(helpdesk, id, { csrf: 'guessed', text: 'Hello' })).status).toBe(403);
  expect(await (await fetch(`${helpdesk.url}/api/sent`)).json()).toEqual([]);
});

it('sends no empty reply', async () => {
  const helpdesk = await start();
  expect((await send(helpdesk, helpdesk.idOf('sso-okta'), { text: ' \n ' })).status).toBe(400);
});

it('keeps a message inside the team unless it is marked public', async () => {
  const helpdesk = await start();
  const id = helpdesk.idOf('sso-okta');
  await send(helpdesk, id, { text: 'Hello', visibility: 'something else' });
  expect((await readTicket(helpdesk, id)).messages.at(-1)?.visibility).toBe('internal');
});

it('shows what people wrote as text, never as markup', async () => {
  const hostile = '</textarea><script>alert(1)</script><img src=x onerror="x()">';
  const helpdesk = await start(newFile(), {
    people: [{ id: 'p', name: hostile, email: hostile }],
    agents: [],
    me: 'p',
    tickets: [
      {
        id: '1',
        ref: 'hostile',
        queue: '',
        subject: hostile,
        status: 'new',
        requester: 'p',
        messages: [{ author: 'p', at: '-1h', visibility: 'public', text: hostile, quoted: hostile, attachments: [hostile] }],
      },
    ],
  });
  const pages = await Promise.all(['/', '/tickets/1', '/tickets/1?editor=plain'].map((path) => readPage(helpdesk.url + path)));
  for (const page of pages) {
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<img');
  }
});

it('allows no inline script', async () => {
  const policy = (await fetch((await start()).url)).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
});

it('offers the rich editor, and the plain one on request', async () => {
  const { url, idOf } = await start();
  const address = `${url}/tickets/${idOf('sso-okta')}`;
  expect(await readPage(address)).toMatch(/contenteditable="true"[^>]*data-reply-editor/);
  const plain = await readPage(`${address}?editor=plain`);
  expect(plain).toMatch(/<textarea[^>]*data-reply-editor/);
  expect(plain).not.toContain('contenteditable');
});

it('lets the requester write again and change, and opens a closed ticket', async () => {
  const helpdesk = await start();
  const id = helpdesk.idOf('invite-member');
  await send(helpdesk, id, { text: 'Done.', after: 'close' });
  const simulated = `${helpdesk.url}/simulate/tickets/${id}`;
  expect((await post(`${simulated}/requester-message`, { text: 'One more thing' })).status).toBe(201);
  expect((await post(`${simulated}/requester`, { id: 'x', name: 'X', email: 'x@x.example' })).status).toBe(200);
  const ticket = await readTicket(helpdesk, id);
  expect(ticket.status).toBe('open');
  expect(ticket.messages.at(-1)).toMatchObject({ author: { id: 'owen.price' }, text: 'One more thing' });
  expect(ticket.requester.id).toBe('x');
});

it("simulates nothing for another site's form", async () => {
  const { url, idOf } = await start();
  const answer = await fetch(`${url}/simulate/tickets/${idOf('sso-okta')}/requester-message`, {
    method: 'POST',
    body: '{"text":"x"}',
  });
  expect(answer.status).toBe(415);
});

it('drops one text when asked to answer by half, in the address or through the page', async () => {
  const helpdesk = await start();
  const id = helpdesk.idOf('sso-okta');
  const missing = async (query = ''): Promise<number> =>
    (await readTicket(helpdesk, id, query)).messages.filter((message) => message.text === undefined).length;
  expect(await missing()).toBe(0);
  expect(await missing('?half=1')).toBe(1);
  await readPage(`${helpdesk.url}/tickets/${id}?half=1`);
  expect(await missing()).toBe(1);
  await readPage(`${helpdesk.url}/tickets/${id}`);
  expect(await missing()).toBe(0);
});

it('opens new tickets with ids of their own', async () => {
  const helpdesk = await start();
  const ids = [await helpdesk.addTicket({ subject: 'A' }), await helpdesk.addTicket({ subject: 'B' })];
  expect(new Set(ids).size).toBe(2);
  expect((await readTicket(helpdesk, ids[1] ?? '')).subject).toBe('B');
});
