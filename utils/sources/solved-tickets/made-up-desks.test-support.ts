import type { SourceProduct } from '../../domain/passage.ts';
import type { Answer } from '../paged/test-support.ts';

export const SINCE_DAYS = 30;
const at = '2026-11-10T09:00:00.000Z';

/** What each desk answers about the same tickets: 1–45 solved and answered, 50 never answered, 51 only commented on inside. */
const ids = Array.from({ length: 45 }, (_, index) => index + 1);
const asked = (id: number): string =>
  `Hello,\n\nHow do I change setting ${id}? Write to kim@customer.example.\n\nKind regards\nKim`;
const note = 'Note for us: this one is a reseller.';
const between = 'Could you tell us your version?';
const solved = (id: number): string =>
  `Hi Kim,\n\nOpen the settings and choose ${id}.\n\nBest regards,\nAna\n\nOn 9 Nov 2026 Kim wrote:\n> ${asked(id)}`;
const html = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<div>${line.replace('>', '&gt;')}</div>`)
    .join('');

const solvedIds = [...ids, 50, 51];
const replies = (id: number): string[] => (id > 45 ? [] : [between, solved(id)]);

function part<T>(all: readonly T[], url: URL): T[] {
  const size = Math.min(20, Number(url.searchParams.get('per_page')));
  const page = Number(url.searchParams.get('page') ?? 1);
  return all.slice((page - 1) * size, page * size);
}

/** As `part`, but with as many on a page as were asked for, where only a full page says that there is a next one. */
function fullPart<T>(all: readonly T[], url: URL): T[] {
  const size = Number(url.searchParams.get('per_page'));
  const page = Number(url.searchParams.get('page') ?? 1);
  return all.slice((page - 1) * size, page * size);
}

type MadeUpDesk = { readonly product: SourceProduct; readonly baseUrl: string; readonly answer: Answer };

// https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/ and /tickets/ticket_comments/
const zendesk: MadeUpDesk = {
  product: 'zendesk',
  baseUrl: 'https://acme.zendesk.com',
  answer: (url) => {
    if (url.pathname === '/api/v2/search.json') {
      const query = url.searchParams.get('query') ?? '';
      const isAsked = query === 'type:ticket status>=solved solved>=2026-10-22T10:00:00Z solved<2026-11-21T10:00:00Z';
      const found = isAsked ? solvedIds : [];
      return { results: fullPart(found, url).map((id) => ({ id, result_type: 'ticket', updated_at: at })), count: found.length };
    }
    const [, id, comments] = /^\/api\/v2\/tickets\/(\d+)(\/comments)?\.json$/.exec(url.pathname) ?? [];
    if (!id) return undefined;
    if (!comments)
      return { ticket: { id: Number(id), subject: `Setting ${id}`, requester_id: 7, status: 'solved', updated_at: at } };
    const say = (author_id: number, text: string, isPublic = true) => ({
      author_id,
      public: isPublic,
      html_body: html(text),
      body: text,
    });
    const users = [
      { id: 7, role: 'end-user' },
      { id: 8, role: 'agent' },
    ];
    const all = [say(7, asked(Number(id))), ...replies(Number(id)).map((text) => say(8, text)), say(8, note, false)];
    return { comments: all, users, next_page: null };
  },
};

// https://developers.freshdesk.com/api/#tickets and /#conversations
const freshdesk: MadeUpDesk = {
  product: 'freshdesk',
  baseUrl: 'https://acme.freshdesk.com',
  answer: (url) => {
    const toTicket = (id: number) => ({ id, subject: `Setting ${id}`, status: id % 2 ? 4 : 5, source: 1, updated_at: at });
    if (url.pathname === '/api/v2/tickets') {
      const open = { ...toTicket(900), status: 2 };
      return url.searchParams.get('updated_since') === '2026-10-22T10:00:00Z'
        ? fullPart([open, ...solvedIds.map(toTicket)], url)
        : [];
    }
    const [, id, conversations] = /^\/api\/v2\/tickets\/(\d+)(\/conversations)?$/.exec(url.pathname) ?? [];
    if (!id) return undefined;
    if (!conversations) return { ...toTicket(Number(id)), description: html(asked(Number(id))) };
    const say = (text: string, isPrivate: boolean) => ({
      incoming: false,
      private: isPrivate,
      body: html(text),
      source: isPrivate ? 2 : 0,
    });
    return [...replies(Number(id)).map((text) => say(text, false)), say(note, true)];
  },
};

// https://docs.zammad.org/en/latest/api/ticket/index.html and /ticket/articles.html
const zammad: MadeUpDesk = {
  product: 'zammad',
  baseUrl: 'https://desk.example/zammad',
  answer: (url) => {
    const root = '/zammad/api/v1';
    const toTicket = (id: number) => ({ id, title: `Setting ${id}`, state: 'closed', close_at: at, updated_at: at });
    if (url.pathname === `${root}/tickets/search`) {
      const open = { ...toTicket(900), state: 'open', close_at: null };
      const old = { ...toTicket(901), close_at: '2026-01-01T00:00:00.000Z' };
      return fullPart([open, old, ...solvedIds.map(toTicket)], url);
    }
    const [, id] = /(\d+)$/.exec(url.pathname) ?? [];
    if (url.pathname === `${root}/tickets/${id}`) return toTicket(Number(id));
    if (url.pathname !== `${root}/ticket_articles/by_ticket/${id}`) return undefined;
    const say = (sender: string, text: string, internal = false) => ({
      sender,
      internal,
      body: html(text),
      content_type: 'text/html',
    });
    const robot = say('System', 'Your ticket was received.');
    return [
      say('Customer', asked(Number(id))),
      robot,
      ...replies(Number(id)).map((text) => say('Agent', text)),
      say('Agent', note, true),
    ];
  },
};

// https://docs.bestpractical.com/rt/latest/RT/REST2.html#Tickets; as RT 5.0.3 answered
const requestTracker: MadeUpDesk = {
  product: 'request-tracker',
  baseUrl: 'https://desk.example/rt',
  answer: (url) => {
    const root = '/rt/REST/2.0';
    const date = at.replace('.000Z', 'Z');
    const page = (all: readonly object[]) => ({
      items: part(all, url),
      page: Number(url.searchParams.get('page')),
      pages: Math.ceil(all.length / 20),
      total: all.length,
    });
    if (url.pathname === `${root}/tickets`) {
      const isAsked = url.searchParams.get('query') === "Status = 'resolved' AND Resolved > '2026-10-22 10:00:00'";
      return page(isAsked ? solvedIds.map((id) => ({ id: String(id), type: 'ticket', LastUpdated: date })) : []);
    }
    const [, id, what] = /\/ticket\/(\d+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
    if (!id) return undefined;
    const texts = [asked(Number(id)), ...replies(Number(id)), note];
    const types = ['Create', ...replies(Number(id)).map(() => 'Correspond'), 'Comment'];
    if (!what) return { id: Number(id), Subject: `Setting ${id}`, LastUpdated: date, Requestor: [{ id: 'kim', type: 'user' }] };
    if (what === 'history') {
      return page(types.map((Type, index) => ({ id: String(index + 1), Type, Creator: { id: index === 0 ? 'kim' : 'agent1' } })));
    }
    const mail = { TransactionId: '2', ContentType: 'multipart/alternative', Filename: '', Content: '' };
    const message = (text: string, index: number) => ({
      TransactionId: String(index + 1),
      ContentType: 'text/plain',
      Filename: '',
      Content: text,
    });
    const file = { TransactionId: '1', ContentType: 'text/plain', Filename: 'log.txt', Content: 'A file.' };
    return page([file, mail, ...texts.map(message)]);
  },
};

export const madeUpDesks: readonly MadeUpDesk[] = [zendesk, freshdesk, zammad, requestTracker];
