import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { json, page, redirect, type Answer } from './answer.ts';
import { demoMacros } from './demo-macros.ts';
import type { HelpdeskStore } from './helpdesk-store.ts';
import { renderNotice } from './page-layout.ts';
import { parseJson } from './read-form.ts';
import { toTicketAnswer } from './ticket-api.ts';
import { renderSentLog, renderTicketList } from './ticket-list-page.ts';
import { renderTicketPage } from './ticket-page.ts';

export type HelpdeskContext = {
  readonly store: HelpdeskStore;
  readonly csrfToken: string;
  readonly now: () => Date;
  /** How the API misbehaves per ticket, as the ticket's page was last opened (`?slow=MS`, `?half=1`). */
  readonly faults: Map<string, Fault>;
};
type Fault = { readonly slowMs: number; readonly half: boolean };

/** A request whose body, if it may have one, has been read. */
export type Call = { readonly method: string; readonly url: URL; readonly contentType: string; readonly body: string };

/** Longest delay that `?slow=` may ask for. */
const MAX_SLOW_MS = 60_000;

const staticFiles: Record<string, string> = { 'helpdesk.css': 'text/css', 'reply-editor.js': 'text/javascript' };
const requesterChange = z.object({ id: z.string().min(1), name: z.string(), email: z.string() });

export async function answerCall(call: Call, context: HelpdeskContext): Promise<Answer> {
  const [room = '', id = '', action = ''] = call.url.pathname.slice(1).split('/').map(decode);
  if (call.method === 'GET') {
    if (room === '') return page(renderTicketList(context.store.data(), readFilter(call.url), context.now()));
    if (room === 'sent') return page(renderSentLog(context.store.data()));
    if (room === 'static') return serveStaticFile(id, context);
    if (room === 'tickets' && action === '') return showTicket(id, call.url, context);
    if (room === 'api' && id === 'sent') return json(context.store.data().sent);
    if (room === 'api' && id === 'macros') return json(demoMacros);
    if (room === 'api' && id === 'tickets') return serveTicket(action, call.url, context);
  }
  if (call.method === 'POST') {
    if (room === 'tickets' && action === 'reply') return sendReply(id, call, context);
    if (room === 'simulate' && id === 'tickets')
      return simulate(action, decode(call.url.pathname.split('/')[4] ?? ''), call, context);
  }
  return notFound(context);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const readFilter = (url: URL): 'open' | 'closed' => (url.searchParams.get('show') === 'closed' ? 'closed' : 'open');

function readFault(url: URL): Fault {
  const slowMs = Number(url.searchParams.get('slow') ?? 0);
  return {
    slowMs: Number.isFinite(slowMs) ? Math.min(Math.max(slowMs, 0), MAX_SLOW_MS) : 0,
    half: url.searchParams.get('half') === '1',
  };
}

function notice({ store }: HelpdeskContext, status: number, title: string, text: string, back = '/'): Answer {
  return page(renderNotice(title, store.data().me.name, text, back), status);
}

const notFound = (context: HelpdeskContext): Answer =>
  notice(context, 404, 'Not found', 'There is no such page or ticket. Look for it in the list.');

function serveStaticFile(name: string, context: HelpdeskContext): Answer {
  const type = Object.hasOwn(staticFiles, name) ? staticFiles[name] : undefined;
  if (type === undefined) return notFound(context);
  return { status: 200, type: `${type}; charset=utf-8`, body: readFileSync(new URL(`static/${name}`, import.meta.url), 'utf8') };
}

function showTicket(id: string, url: URL, context: HelpdeskContext): Answer {
  const ticket = context.store.findTicket(id);
  if (!ticket) return notFound(context);
  context.faults.set(id, readFault(url));
  const editor = url.searchParams.get('editor') === 'plain' ? 'plain' : 'rich';
  return page(renderTicketPage(ticket, context.store.data(), { editor, csrfToken: context.csrfToken, now: context.now() }));
}

async function serveTicket(id: string, url: URL, { store, faults }: HelpdeskContext): Promise<Answer> {
  const asked = readFault(url);
  const ofPage = faults.get(id);
  await wait(Math.max(asked.slowMs, ofPage?.slowMs ?? 0));
  const ticket = store.findTicket(id);
  if (!ticket) return json({ error: 'There is no such ticket.' }, 404);
  return json(toTicketAnswer(ticket, store.data().me, asked.half || (ofPage?.half ?? false)));
}

function sendReply(id: string, call: Call, context: HelpdeskContext): Answer {
  const form = new URLSearchParams(call.body);
  const here = `/tickets/${encodeURIComponent(id)}${call.url.searchParams.get('editor') === 'plain' ? '?editor=plain' : ''}`;
  if (!isSameToken(form.get('csrf') ?? '', context.csrfToken)) {
    return notice(
      context,
      403,
      'Nothing was sent',
      'The page was opened before the helpdesk was restarted. Open the ticket again and send once more.',
      here,
    );
  }
  const text = (form.get('text') ?? '').replaceAll('\r\n', '\n').trim();
  if (text === '') return notice(context, 400, 'Nothing was sent', 'The reply is empty. Write something, then send it.', here);
  // What is not plainly meant for the requester stays in the team.
  const visibility = form.get('visibility') === 'public' ? 'public' : 'internal';
  const sent = context.store.sendReply(id, { text, visibility, closes: form.get('after') === 'close' });
  return sent ? redirect(`${here}#message-${sent.id}`) : notFound(context);
}

function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What happens on the requester's side, for tests and the demo. JSON only, which a form of another site can't send. */
function simulate(id: string, what: string, call: Call, { store }: HelpdeskContext): Answer {
  if (!call.contentType.startsWith('application/json')) return json({ error: 'Send JSON.' }, 415);
  const body = parseJson(call.body);
  if (what === 'requester-message') {
    const message = z.object({ text: z.string().min(1) }).safeParse(body);
    if (!message.success) return json({ error: 'Send {"text": "…"}.' }, 400);
    const added = store.addRequesterMessage(id, message.data.text);
    return added ? json({ id: added.id }, 201) : json({ error: 'There is no such ticket.' }, 404);
  }
  if (what === 'requester') {
    const requester = requesterChange.safeParse(body);
    if (!requester.success) return json({ error: 'Send {"id": "…", "name": "…", "email": "…"}.' }, 400);
    return store.changeRequester(id, requester.data)
      ? json({ id: requester.data.id })
      : json({ error: 'There is no such ticket.' }, 404);
  }
  return json({ error: 'Nothing of that name can be simulated.' }, 404);
}
