import type { Failure, Result } from '../../domain/failure.ts';
import type { TicketLayout } from '../../domain/ticket-layout.ts';
import { ticketIdSchema, toTicketLock, type Ticket, type TicketId, type TicketLock } from '../../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { isGone, unreadable } from '../read-json.ts';
import { toTicket, type TicketParts } from '../ticket-parts.ts';
import { findLayoutBox } from './find-layout-box.ts';
import { holdsMessage } from './holds-message.ts';
import { readLayout, type LayoutMiss } from './read-layout.ts';

/** What one helpdesk is, beside how tickets are read in general. */
export type HelpdeskSpec = Pick<
  HelpdeskAdapter,
  'id' | 'name' | 'support' | 'seesSent' | 'matches' | 'readMacros' | 'teamIn' | 'askEveryMs'
> & {
  readonly layout: TicketLayout;
  /** The id in the address of a ticket's page; `undefined` on every other page. */
  readonly ticketIdIn: (url: URL, page: HelpdeskPage) => string | undefined;
  /** Reads through the product's own same-origin API, with GETs. */
  readonly readApi?: (page: HelpdeskPage, id: TicketId, signal: AbortSignal) => Promise<Result<TicketParts>>;
  /** Reads the page with more than its layout can say. */
  readonly readPage?: (page: HelpdeskPage, id: TicketId) => Result<TicketParts, LayoutMiss>;
  /** The ticket's own page, without filters and anchors. */
  readonly ticketUrl: (url: URL, id: TicketId) => URL;
};

/**
 * An adapter that asks the product's API first and reads the page where there is none, or where it does not answer. Both fail: the reason of both. A session
 * that ended is said at once; the page still shows what it had.
 */
export function createAdapter(spec: HelpdeskSpec): HelpdeskAdapter {
  /** Tickets that the API has given on this page: one that it has no more is gone, whatever the page still shows. */
  const given = new Set<string>();
  const openTicketId = (page: HelpdeskPage): TicketId | undefined =>
    spec.matches(page) ? ticketIdSchema.safeParse(spec.ticketIdIn(page.url, page)).data : undefined;
  const readTicket = async (page: HelpdeskPage, signal: AbortSignal): Promise<Result<Ticket>> => {
    const id = openTicketId(page);
    if (id === undefined) return unreadable(spec.name, 'the ticket in the page address');
    const parts = await readParts(spec, page, id, given, signal);
    return parts.ok ? toTicket(page, spec, id, spec.ticketUrl(page.url, id), parts.value) : parts;
  };
  const lockShown = (page: HelpdeskPage): TicketLock | undefined => {
    const id = openTicketId(page);
    const shown = id === undefined ? undefined : readShown(spec, page, id);
    const ticket =
      id !== undefined && shown?.ok ? toTicket(page, spec, id, spec.ticketUrl(page.url, id), shown.value) : undefined;
    return ticket?.ok ? toTicketLock(ticket.value) : undefined;
  };
  const showsMessage = (page: HelpdeskPage, messageId: string): boolean =>
    holdsMessage(page, spec.layout, openTicketId(page) ?? '', messageId);
  return {
    id: spec.id,
    name: spec.name,
    support: spec.support,
    seesSent: spec.seesSent,
    ...(spec.askEveryMs === undefined ? {} : { askEveryMs: spec.askEveryMs }),
    ...(spec.readMacros ? { readMacros: spec.readMacros } : {}),
    ...(spec.teamIn ? { teamIn: spec.teamIn } : {}),
    matches: spec.matches,
    openTicketId,
    readTicket,
    async readLock(page, signal) {
      const ticket = await readTicket(page, signal);
      return ticket.ok ? { ok: true, value: toTicketLock(ticket.value) } : ticket;
    },
    ...(spec.readApi ? {} : { lockShown }),
    ...(namesNoTicket(spec) ? { showsMessage } : {}),
    findReplyBox(page) {
      const id = openTicketId(page);
      return id === undefined ? { kind: 'none' } : findLayoutBox(page, spec.layout, id);
    },
    replyPageUrl: () => undefined,
  };
}

/** Whose box it is can't be told from the box: only an API's ids of messages, where the page bears them too, tell what it stands beside. */
function namesNoTicket({ readApi, layout: { parts } }: HelpdeskSpec): boolean {
  return readApi !== undefined && parts.messageId !== undefined && !parts.ticketId && !parts.replyTicketId && !parts.pane;
}

async function readParts(
  spec: HelpdeskSpec,
  page: HelpdeskPage,
  id: TicketId,
  given: Set<string>,
  signal: AbortSignal,
): Promise<Result<TicketParts>> {
  const told = await spec.readApi?.(page, id, signal);
  const key = `${page.url.host} ${id}`;
  if (told?.ok) given.add(key);
  else if (told && isGone(told.error) && given.has(key))
    return unreadable(spec.name, `ticket ${id}: it was deleted or merged, or is hidden from you now`, 410);
  if (told?.ok || told?.error.kind === 'signed-out' || signal.aborted)
    return told ?? unreadable(spec.name, 'the ticket (reading was stopped)');
  const seen = readShown(spec, page, id);
  if (seen.ok) return seen;
  const { missing, tried } = seen.error;
  const why = told ? `${describe(told.error)}; and the page does not show ${missing}` : missing;
  return {
    ok: false,
    error: {
      kind: 'ticket-unreadable',
      helpdesk: spec.name,
      missing: why,
      tried: tried.slice(0, 40).map((line) => line.slice(0, 300)),
    },
  };
}

const readShown = (spec: HelpdeskSpec, page: HelpdeskPage, id: TicketId): Result<TicketParts, LayoutMiss> =>
  spec.readPage?.(page, id) ?? readLayout(page, spec.layout, id);

const describe = (failure: Failure): string => (failure.kind === 'ticket-unreadable' ? failure.missing : failure.kind);
