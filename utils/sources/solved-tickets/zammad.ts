import { z } from 'zod';
import { beneath, withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { zammadApi } from '../paged/product-apis.ts';
import { sinceOf, toTicketItem } from './ticket-list.ts';
import { toSolvedTicket, type Redact, type ThreadMessage } from './to-solved-ticket.ts';

const PAGE_SIZE = 50;

const listedSchema = z.looseObject({ id: idField, state: z.string(), close_at: z.string().nullish(), updated_at: z.string() });
const ticketSchema = z.looseObject({ id: idField, title: z.string(), updated_at: z.string() });
const articlesSchema = z.array(z.looseObject({ sender: z.string(), internal: z.boolean(), body: z.string() }));

/** @see https://docs.zammad.org/en/latest/api/ticket/index.html#search and /articles.html */
export const createZammadTickets = (redact: Redact): PagedProduct => ({
  kind: 'solved-tickets',
  ...zammadApi,
  noun: 'Ticket',
  start: (origin, now) => [toPage(sinceOf(origin, now).toISOString(), 1)],
  pages: { tickets: readTickets, ticket: (context) => readTicket(context, redact) },
});

const toPage = (since: string, page: number): Place => ({
  of: 'tickets',
  path: withQuery('tickets/search', {
    query: `state.name:closed AND close_at:>=${since.slice(0, 10)}`,
    sort_by: 'updated_at',
    order_by: 'desc',
    expand: 'true',
    per_page: PAGE_SIZE,
    page,
  }),
  with: { since, page: String(page) },
});

/** A server without a search engine takes the query for words, so what it found is looked at once more. */
function readTickets({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(z.array(z.unknown()));
  const { since = '', page = '1' } = place.with ?? {};
  const items = parseEach(list, listedSchema)
    .filter(({ state, close_at }) => state === 'closed' && close_at && new Date(close_at) >= new Date(since))
    .map(({ id, updated_at }) => toTicketItem(id, `tickets/${id}`, updated_at));
  return { items, next: list.length >= PAGE_SIZE ? [toPage(since, Number(page) + 1)] : [] };
}

async function readTicket({ place, json, parseEach, ask, origin }: VisitContext, redact: Redact): Promise<Visit> {
  const [ticket] = parseEach([json], ticketSchema);
  if (!ticket) return {};
  const articles = (await ask(`ticket_articles/by_ticket/${ticket.id}`, articlesSchema)) ?? [];
  const messages = articles.flatMap(({ sender, internal, body }): ThreadMessage[] =>
    internal ? [] : [{ by: sender === 'Customer' ? 'requester' : sender === 'Agent' ? 'agent' : 'other', body }],
  );
  const url = `${beneath(new URL(origin.baseUrl), '').href}#ticket/zoom/${ticket.id}`;
  return { items: toSolvedTicket(place, { subject: ticket.title, url, updatedAt: ticket.updated_at, messages }, redact) };
}
