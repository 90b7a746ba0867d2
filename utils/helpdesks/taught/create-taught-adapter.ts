import type { TaughtHelpdesk } from '../../domain/taught-helpdesk.ts';
import type { HelpdeskAdapter } from '../../ports/helpdesk-adapter.ts';
import { createAdapter } from '../layout/create-adapter.ts';
import { matchAddress, toTicketUrl } from './match-address.ts';

/** The adapter of a helpdesk that an agent has shown: every page of its host, and a ticket where its address says so. */
export function createTaughtAdapter({ id, name, host, address, layout }: TaughtHelpdesk): HelpdeskAdapter {
  return createAdapter({
    id,
    name,
    support: 'taught',
    seesSent: true,
    layout,
    matches: ({ url }) => url.host === host,
    ticketIdIn: (url) => matchAddress(address, url),
    ticketUrl: (url) => toTicketUrl(address, url),
  });
}
