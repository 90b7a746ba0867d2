import type { HelpdeskAdapter } from '../ports/helpdesk-adapter.ts';
import { chatwoot } from './chatwoot.ts';
import { demoHelpdesk } from './demo.ts';
import { freeScout } from './freescout.ts';
import { osTicket } from './osticket.ts';
import { requestTracker } from './request-tracker.ts';
import { zammad } from './zammad.ts';

/** Helpdesks that a team may run at any host. A new one is one line here. */
export const ownHostHelpdesks: readonly HelpdeskAdapter[] = [chatwoot, freeScout, osTicket, requestTracker, zammad, demoHelpdesk];
