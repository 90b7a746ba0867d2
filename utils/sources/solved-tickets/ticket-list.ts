import type { FoundItem, ProductOrigin } from '../paged/paged-product.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The beginning of the time that an origin asks for. */
export function sinceOf(origin: ProductOrigin, now: Date): Date {
  const days = origin.kind === 'solved-tickets' ? origin.sinceDays : 0;
  return new Date(now.getTime() - days * DAY_MS);
}

/** A ticket to be read by itself. Of what its people wrote nothing stands in it: it waits in the cursor, which is kept. */
export function toTicketItem(id: string, path: string, updatedAt: string): FoundItem {
  return { id, name: `Ticket ${id}`, audience: 'internal', updatedAt, at: { of: 'ticket', path } };
}
