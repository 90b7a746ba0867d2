import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';

/**
 * The helpdesk of this page: what was taught of its tickets goes first, then what is built in, then what was taught of its host. None when two built-in ones
 * claim it, since the wrong one could write into the wrong place.
 */
export function findHelpdesk(page: HelpdeskPage): HelpdeskAdapter | undefined {
  const taught = page.taught?.filter((adapter) => isClaimed(adapter, page)) ?? [];
  const ofTicket = taught.find((adapter) => adapter.openTicketId(page) !== undefined);
  if (ofTicket) return ofTicket;
  const matching = page.known?.filter((adapter) => isClaimed(adapter, page)) ?? [];
  if (matching.length > 1) return undefined;
  return matching[0] ?? taught[0];
}

/** A page that trips up one helpdesk's look at it may still be another's. */
function isClaimed(adapter: HelpdeskAdapter, page: HelpdeskPage): boolean {
  try {
    return adapter.matches(page);
  } catch {
    return false;
  }
}
