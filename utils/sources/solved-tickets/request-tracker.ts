import { z } from 'zod';
import { beneath, withQuery } from '../paged/address.ts';
import { countField, idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { requestTrackerApi } from '../paged/product-apis.ts';
import { sinceOf, toTicketItem } from './ticket-list.ts';
import { toSolvedTicket, type Redact, type ThreadMessage } from './to-solved-ticket.ts';

const PAGE_SIZE = 50;
const MAX_PAGES = 5;
/** Of a hundred. An agent isn't told how many pages there are, and what they may not see leaves gaps on a page. */
const HALF_FULL = 50;

const pageSchema = z.looseObject({ items: z.array(z.unknown()), pages: countField.nullish() });
const listedSchema = z.looseObject({ id: idField, LastUpdated: z.string() });
const linkSchema = z.looseObject({ id: idField });
const ticketSchema = z.looseObject({
  id: idField,
  Subject: z.string().nullish(),
  LastUpdated: z.string(),
  Requestor: z.array(linkSchema),
});
const historySchema = z.looseObject({ id: idField, Type: z.string(), Creator: linkSchema });
const attachmentSchema = z.looseObject({
  TransactionId: idField,
  ContentType: z.string().nullish(),
  Filename: z.string().nullish(),
  Content: z.string().nullish(),
});
type Attachment = z.infer<typeof attachmentSchema>;

/** What a requester can read; comments are the team's. */
const PUBLIC_TYPES = new Set(['Create', 'Correspond']);

/** @see https://docs.bestpractical.com/rt/latest/RT/REST2.html#Tickets */
export const createRequestTrackerTickets = (redact: Redact): PagedProduct => ({
  kind: 'solved-tickets',
  ...requestTrackerApi,
  noun: 'Ticket',
  start: (origin, now) => [toPage(sinceOf(origin, now).toISOString().slice(0, 19).replace('T', ' '), 1)],
  pages: { tickets: readTickets, ticket: (context) => readTicket(context, redact) },
});

const toPage = (since: string, page: number): Place => ({
  of: 'tickets',
  path: withQuery('tickets', {
    query: `Status = 'resolved' AND Resolved > '${since}'`,
    fields: 'LastUpdated',
    orderby: 'id',
    per_page: PAGE_SIZE,
    page,
  }),
  with: { since, page: String(page) },
});

function readTickets({ place, parse, parseEach }: VisitContext): Visit {
  const { items: list, pages } = parse(pageSchema);
  const { since = '', page = '1' } = place.with ?? {};
  const items = parseEach(list, listedSchema).map(({ id, LastUpdated }) =>
    toTicketItem(id, `ticket/${encodeURIComponent(id)}`, LastUpdated),
  );
  const hasMore = pages === null || pages === undefined ? list.length > 0 : Number(page) < pages;
  return { items, next: hasMore ? [toPage(since, Number(page) + 1)] : [] };
}

async function readTicket(context: VisitContext, redact: Redact): Promise<Visit> {
  const { place, json, parseEach, origin } = context;
  const [ticket] = parseEach([json], ticketSchema);
  if (!ticket) return {};
  const root = `ticket/${ticket.id}`;
  const history = await readAll(context, `${root}/history`, 'Type,Creator', historySchema);
  const attachments = await readAll(
    context,
    `${root}/attachments`,
    'TransactionId,ContentType,Filename,Content',
    attachmentSchema,
  );
  const requesters = new Set(ticket.Requestor.map(({ id }) => id));
  const messages = history
    .filter(({ Type }) => PUBLIC_TYPES.has(Type))
    .map(({ id, Creator }): ThreadMessage => {
      const by = requesters.has(Creator.id) ? 'requester' : Creator.id === 'RT_System' ? 'other' : 'agent';
      return { by, body: toBody(attachments.filter(({ TransactionId }) => TransactionId === id)) };
    });
  const url = beneath(new URL(origin.baseUrl), `Ticket/Display.html?id=${ticket.id}`).href;
  const thread = { subject: ticket.Subject ?? '', url, updatedAt: ticket.LastUpdated, messages };
  return { items: toSolvedTicket(place, thread, redact) };
}

/** The message itself: its plain form where it has one, and no file. */
function toBody(attachments: readonly Attachment[]): string {
  const texts = attachments.filter(({ Filename, Content }) => !Filename && Content);
  const plain = texts.find(({ ContentType }) => ContentType === 'text/plain');
  return (plain ?? texts.find(({ ContentType }) => ContentType === 'text/html'))?.Content ?? '';
}

async function readAll<T>({ ask }: VisitContext, path: string, fields: string, schema: z.ZodType<T>): Promise<T[]> {
  const all: T[] = [];
  const listSchema = z.looseObject({ items: z.array(schema), pages: countField.nullish() });
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await ask(withQuery(path, { fields, per_page: 100, page }), listSchema);
    all.push(...(answer?.items ?? []));
    if (!answer || (answer.pages ? page >= answer.pages : answer.items.length < HALF_FULL)) break;
  }
  return all;
}
