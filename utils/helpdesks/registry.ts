import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { demoHelpdesk } from './demo.ts';
import { helpScout } from './help-scout.ts';
import { osTicket } from './osticket.ts';
import { requestTracker } from './request-tracker.ts';

/** Every helpdesk that is known; a new one is one line here. */
export const helpdesks: readonly HelpdeskAdapter[] = [helpScout, osTicket, requestTracker, demoHelpdesk];

/** The helpdesk of this page, as it was taught before as it is built in; none when two claim it, since the wrong one could write into the wrong place. */
export function findHelpdesk(page: HelpdeskPage): HelpdeskAdapter | undefined {
  const taught = page.taught?.find((adapter) => adapter.matches(page));
  if (taught) return taught;
  const matching = helpdesks.filter((adapter) => adapter.matches(page));
  return matching.length === 1 ? matching[0] : undefined;
}
