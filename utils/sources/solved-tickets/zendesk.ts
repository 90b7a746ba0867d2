import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { countField, idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { zendeskApi } from '../paged/product-apis.ts';
import { sinceOf, toTicketItem } from './ticket-list.ts';
import { toSolvedTicket, type Redact, type Thread } from './to-solved-ticket.ts';

const PAGE_SIZE = 50;
/** A search answers with no more than this many, whatever it found. */
const MAX_FOUND = 1000;
/** A time in which more tickets than that were solved is not divided further. */
const MIN_SPAN_MS = 60_000;
/** Comments are read up to this many pages of a hundred; who needed more than that says little in the last one. */
const MAX_PAGES = 5;

const searchSchema = z.looseObject({ results: z.array(z.unknown()), count: countField });
const foundSchema = z.looseObject({ id: idField, updated_at: z.string() });
const ticketSchema = z.looseObject({
  ticket: z.looseObject({
    id: idField,
    subject: z.string().nullish(),
    requester_id: idField,
    updated_at: z.string(),
    status: z.string(),
  }),
});
const commentsSchema = z.looseObject({
  comments: z.array(
    z.looseObject({ author_id: idField, public: z.boolean(), html_body: z.string().nullish(), body: z.string().nullish() }),
  ),
  users: z.array(z.looseObject({ id: idField, role: z.string() })).nullish(),
  next_page: z.string().nullish(),
});

/** @see https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/ and /tickets/ticket_comments/ */
export const createZendeskTickets = (redact: Redact): PagedProduct => ({
  kind: 'solved-tickets',
  ...zendeskApi,
  noun: 'Ticket',
  start: (origin, now) => [toSearch(sinceOf(origin, now), now, 1)],
  pages: { search: readSearch, ticket: (context) => readTicket(context, redact) },
});

function toSearch(from: Date, until: Date, page: number): Place {
  const [since, before] = [from, until].map((date) => date.toISOString().replace(/\.\d+Z$/, 'Z'));
  const query = `type:ticket status>=solved solved>=${since} solved<${before}`;
  const path = withQuery('search.json', { query, sort_by: 'created_at', sort_order: 'asc', per_page: PAGE_SIZE, page });
  return { of: 'search', path, with: { from: from.toISOString(), until: until.toISOString(), page: String(page) } };
}

function readSearch({ place, parse, parseEach }: VisitContext): Visit {
  const { results, count } = parse(searchSchema);
  const { from = '', until = '', page = '1' } = place.with ?? {};
  const [start, end] = [new Date(from), new Date(until)];
  if (count > MAX_FOUND && page === '1' && end.getTime() - start.getTime() > MIN_SPAN_MS) {
    const middle = new Date(Math.round((start.getTime() + end.getTime()) / 2000) * 1000);
    return { next: [toSearch(start, middle, 1), toSearch(middle, end, 1)] };
  }
  const items = parseEach(results, foundSchema).map(({ id, updated_at }) => toTicketItem(id, `tickets/${id}.json`, updated_at));
  const hasMore = Number(page) * PAGE_SIZE < Math.min(count, MAX_FOUND);
  return { items, next: hasMore ? [toSearch(start, end, Number(page) + 1)] : [] };
}

async function readTicket({ place, json, parseEach, ask, toPath, origin }: VisitContext, redact: Redact): Promise<Visit> {
  const [ticket] = parseEach([json], ticketSchema).map((answer) => answer.ticket);
  if (!ticket) return {};
  const messages: Thread['messages'][number][] = [];
  let next: string | undefined = withQuery(`tickets/${ticket.id}/comments.json`, {
    include: 'users',
    sort_order: 'asc',
    per_page: 100,
  });
  for (let page = 0; next && page < MAX_PAGES; page += 1) {
    const answer: z.infer<typeof commentsSchema> | undefined = await ask(next, commentsSchema);
    const roles = new Map(answer?.users?.map(({ id, role }) => [id, role]));
    for (const comment of answer?.comments ?? []) {
      if (!comment.public) continue;
      const isAgent = ['agent', 'admin'].includes(roles.get(comment.author_id) ?? '');
      const by = comment.author_id === ticket.requester_id ? 'requester' : isAgent ? 'agent' : 'other';
      messages.push({ by, body: comment.html_body ?? comment.body ?? '' });
    }
    next = answer?.next_page ? toPath(answer.next_page) : undefined;
  }
  const url = new URL(`/agent/tickets/${ticket.id}`, origin.baseUrl).href;
  return { items: toSolvedTicket(place, { subject: ticket.subject ?? '', url, updatedAt: ticket.updated_at, messages }, redact) };
}
