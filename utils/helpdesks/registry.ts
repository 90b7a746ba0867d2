import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { chatwoot } from './chatwoot.ts';
import { demoHelpdesk } from './demo.ts';
import { freeScout } from './freescout.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { gorgias } from './gorgias.ts';
import { helpScout } from './help-scout.ts';
import { hubSpot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { jiraServiceManagement } from './jira-service-management.ts';
import { osTicket } from './osticket.ts';
import { requestTracker } from './request-tracker.ts';
import { salesforce } from './salesforce.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zohoDesk } from './zoho-desk.ts';

/** Every helpdesk that is known; a new one is one line here. */
export const helpdesks: readonly HelpdeskAdapter[] = [
  chatwoot,
  freeScout,
  freshdesk,
  front,
  gorgias,
  helpScout,
  hubSpot,
  intercom,
  jiraServiceManagement,
  osTicket,
  requestTracker,
  salesforce,
  zammad,
  zendesk,
  zohoDesk,
  demoHelpdesk,
];

/** The helpdesk of this page, as it was taught before as it is built in; none when two claim it, since the wrong one could write into the wrong place. */
export function findHelpdesk(page: HelpdeskPage): HelpdeskAdapter | undefined {
  const taught = page.taught?.find((adapter) => isClaimed(adapter, page));
  if (taught) return taught;
  const matching = helpdesks.filter((adapter) => isClaimed(adapter, page));
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
