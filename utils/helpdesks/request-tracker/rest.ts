import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { readJson, unreadable } from '../read-json.ts';
import { toWebPath } from './web-path.ts';

export const NAME = 'Request Tracker';

/** Perl answers numbers as strings or numbers, depending on where they came from. */
const idSchema = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
const linkSchema = z.object({ id: idSchema });

export const restTicketSchema = z.object({
  id: idSchema,
  Subject: z.nullish(z.string()),
  Status: z.optional(z.string()),
  Requestor: z.array(linkSchema),
  Queue: z.optional(linkSchema),
});
export type RestTicket = z.infer<typeof restTicketSchema>;

export const historyPageSchema = z.object({
  items: z.array(z.object({ id: idSchema, Type: z.string(), Creator: linkSchema, Created: z.iso.datetime() })),
});
export type HistoryItem = z.infer<typeof historyPageSchema>['items'][number];

export const restQueueSchema = z.object({ Name: z.nullish(z.string()) });

export const restUserSchema = z.object({
  Name: z.optional(z.string()),
  RealName: z.nullish(z.string()),
  EmailAddress: z.nullish(z.string()),
  Privileged: z.nullish(z.union([z.number(), z.string(), z.boolean()])),
});

export const restTransactionSchema = z.object({
  _hyperlinks: z.array(z.object({ ref: z.optional(z.string()), _url: z.optional(z.string()) })),
});

export const restAttachmentSchema = z.object({
  ContentType: z.nullish(z.string()),
  Filename: z.nullish(z.string()),
  Content: z.nullish(z.string()),
});

/** Of all transactions only these carry a message. */
const messageTypes = new Set(['Create', 'Correspond', 'Comment']);
export const isMessage = ({ Type }: Pick<HistoryItem, 'Type'>): boolean => messageTypes.has(Type);

export const HISTORY_FIELDS = 'fields=Type,Creator,Created';

export function readRest<T>(
  page: HelpdeskPage,
  path: string,
  schema: z.core.$ZodType<T>,
  what: string,
  signal: AbortSignal,
): Promise<Result<T>> {
  return readJson(page, `${toWebPath(page.url)}/REST/2.0${path}`, schema, NAME, what, signal);
}

/** The ticket of this id; not the one that it was merged into, which RT gives in its place, and not one that was deleted. */
export async function readOwnTicket(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<RestTicket>> {
  const ticket = await readRest(page, `/ticket/${id}`, restTicketSchema, 'the ticket', signal);
  if (!ticket.ok) return ticket;
  const { id: given, Status } = ticket.value;
  if (given !== id) return unreadable(NAME, `ticket ${id}: it was merged into ticket ${given}`, 410);
  return Status === 'deleted' ? unreadable(NAME, `ticket ${id}: it was deleted`, 410) : ticket;
}
