import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';

/** The helpdesk of this page, as it was taught before as it is built in; none when two claim it, since the wrong one could write into the wrong place. */
export function findHelpdesk(page: HelpdeskPage): HelpdeskAdapter | undefined {
  const taught = page.taught?.find((adapter) => isClaimed(adapter, page));
  if (taught) return taught;
  const matching = page.known?.filter((adapter) => isClaimed(adapter, page)) ?? [];
  return matching.length === 1 ? matching[0] : undefined;
}

/** A page that trips up one helpdesk's look at it may still be another's. */
function isClaimed(adapter: HelpdeskAdapter, page: HelpdeskPage): boolean {
  try {
    return adapter.matches(page);
  } catch {
    return false;
  }
}
