import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { demoHelpdesk } from './demo.ts';
import { helpdesks } from './registry.ts';
import { requestTracker } from './request-tracker.ts';

type Answer = { readonly type: string; readonly text: string; readonly status?: number };

/** A helpdesk without a server: saved pages and recorded answers. */
export type SavedHelpdesk = {
  readonly adapter: HelpdeskAdapter;
  readonly ticketPath: string;
  /** A page of the ticket with a reply box. */
  readonly replyPath: string;
  readonly login: string;
  readonly pages: Readonly<Record<string, Answer>>;
  /** What the recording holds, as a person reads it there. */
  readonly holds: {
    readonly id: string;
    readonly queue: string;
    readonly requester: string;
    readonly agent: string;
    readonly visibilities: readonly string[];
    readonly lastText: RegExp;
  };
};

const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/request-tracker.json'), 'utf8')) as Pick<
  SavedHelpdesk,
  'login' | 'pages'
>;

const demoPage = `<!doctype html><meta name="helpdesk" content="deskside-demo"><body><form data-reply-form data-ticket-id="7" data-visibility="public">
<div contenteditable="true" data-reply-editor><p><br></p><p>Ana Ruiz</p></div></form></body>`;
const maria = { id: 'maria', name: 'Maria Keller', email: 'maria@keller.example' };
const ana = { id: 'ana', name: 'Ana Ruiz', email: 'ana@northwind.example' };
const demoTicket = {
  id: '7',
  subject: 'Charged twice',
  queue: 'Billing',
  requester: maria,
  me: ana,
  messages: [
    {
      id: '1',
      author: maria,
      authorRole: 'requester',
      visibility: 'public',
      createdAt: '2026-11-18T10:00:00Z',
      text: 'I paid twice.',
      attachments: [],
    },
    {
      id: '2',
      author: ana,
      authorRole: 'agent',
      visibility: 'internal',
      createdAt: '2026-11-18T11:00:00Z',
      text: 'Looks like a hold.',
      attachments: ['a.png'],
    },
  ],
};

export const savedHelpdesks: readonly SavedHelpdesk[] = [
  {
    adapter: requestTracker,
    ticketPath: '/Ticket/Display.html?id=1',
    replyPath: '/Ticket/Update.html?Action=Respond&id=1',
    ...recorded,
    holds: {
      id: '1',
      queue: 'Support',
      requester: 'maria.keller',
      agent: 'agent1',
      visibilities: ['public', 'public', 'internal', 'public'],
      lastText: /booked/,
    },
  },
  {
    adapter: demoHelpdesk,
    ticketPath: '/tickets/7',
    replyPath: '/tickets/7',
    login: '<form><input type="password" name="pass"></form>',
    pages: {
      '/tickets/7': { type: 'text/html', text: demoPage },
      '/api/tickets/7': { type: 'application/json', text: JSON.stringify(demoTicket) },
    },
    holds: {
      id: '7',
      queue: 'Billing',
      requester: 'maria',
      agent: 'ana',
      visibilities: ['public', 'internal'],
      lastText: /hold/,
    },
  },
];

/** The saved page at `path`; `answer` may put another answer in place of a recorded one. */
export function openSaved(
  saved: SavedHelpdesk,
  path: string,
  answer: (path: string, recorded: Answer) => Answer | undefined = (_path, known) => known,
): HelpdeskPage & { readonly asked: string[] } {
  const url = new URL(path, 'http://127.0.0.1:8090');
  const window = new Window({ url: url.href });
  window.document.write(saved.pages[path]?.text ?? '');
  const asked: string[] = [];
  return {
    document: window.document as unknown as Document,
    known: helpdesks,
    url,
    asked,
    fetch: async (wanted) => {
      asked.push(wanted);
      const given = answer(wanted, saved.pages[wanted] ?? { type: 'application/json', text: '{}', status: 404 });
      if (!given) throw new TypeError('Failed to fetch');
      return new Response(given.text, { status: given.status ?? 200, headers: { 'content-type': given.type } });
    },
  };
}
