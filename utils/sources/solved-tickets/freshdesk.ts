import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { freshdeskApi } from '../paged/product-apis.ts';
import { sinceOf, toTicketItem } from './ticket-list.ts';
import { toSolvedTicket, type Redact, type Thread } from './to-solved-ticket.ts';

const PAGE_SIZE = 50;
/** The list ends there, whatever there is. */
const LAST_PAGE = 300;
const CONVERSATIONS = 100;
const MAX_PAGES = 5;
/** Resolved and closed. */
const SOLVED = [4, 5];
/** Source of a ticket that an agent began by writing to someone. */
const OUTBOUND = 10;

const listedSchema = z.looseObject({ id: idField, status: z.number(), updated_at: z.string() });
const ticketSchema = z.looseObject({
  id: idField,
  subject: z.string().nullish(),
  source: z.number(),
  description: z.string().nullish(),
  updated_at: z.string(),
});
const conversationsSchema = z.array(z.looseObject({ incoming: z.boolean(), private: z.boolean(), body: z.string().nullish() }));

/** @see https://developers.freshdesk.com/api/#list_all_tickets and /#list_all_ticket_notes */
export const createFreshdeskTickets = (redact: Redact): PagedProduct => ({
  kind: 'solved-tickets',
  ...freshdeskApi,
  noun: 'Ticket',
  start: (origin, now) => [
    toPage(
      sinceOf(origin, now)
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      1,
    ),
  ],
  pages: { tickets: readTickets, ticket: (context) => readTicket(context, redact) },
});

/** The newest change first: what changes meanwhile moves to a page that was read, and pushes nothing off a page that was not. */
const toPage = (since: string, page: number): Place => ({
  of: 'tickets',
  path: withQuery('tickets', { updated_since: since, order_by: 'updated_at', order_type: 'desc', per_page: PAGE_SIZE, page }),
  with: { since, page: String(page) },
});

function readTickets({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(z.array(z.unknown()));
  const { since = '', page = '1' } = place.with ?? {};
  const items = parseEach(list, listedSchema)
    .filter(({ status }) => SOLVED.includes(status))
    .map(({ id, updated_at }) => toTicketItem(id, `tickets/${id}`, updated_at));
  const hasMore = list.length >= PAGE_SIZE && Number(page) < LAST_PAGE;
  return { items, next: hasMore ? [toPage(since, Number(page) + 1)] : [] };
}

async function readTicket({ place, json, parseEach, ask, origin }: VisitContext, redact: Redact): Promise<Visit> {
  const [ticket] = parseEach([json], ticketSchema);
  if (!ticket) return {};
  const messages: Thread['messages'][number][] = [];
  messages.push({ by: ticket.source === OUTBOUND ? 'agent' : 'requester', body: ticket.description ?? '' });
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const path = withQuery(`tickets/${ticket.id}/conversations`, { per_page: CONVERSATIONS, page });
    const list = (await ask(path, conversationsSchema)) ?? [];
    for (const each of list)
      if (!each.private) messages.push({ by: each.incoming ? 'requester' : 'agent', body: each.body ?? '' });
    if (list.length < CONVERSATIONS) break;
  }
  const url = new URL(`/a/tickets/${ticket.id}`, origin.baseUrl).href;
  return { items: toSolvedTicket(place, { subject: ticket.subject ?? '', url, updatedAt: ticket.updated_at, messages }, redact) };
}
