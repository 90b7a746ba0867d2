import type { HelpdeskAdapter } from '../ports/helpdesk-adapter.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { gorgias } from './gorgias.ts';
import { helpScout } from './help-scout.ts';
import { hubSpot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { jiraServiceManagement } from './jira-service-management.ts';
import { salesforce } from './salesforce.ts';
import { zendesk } from './zendesk.ts';
import { zohoDesk } from './zoho-desk.ts';

/** Helpdesks at their vendor’s own hosts (`domain/vendor-hosts.ts`). A new one is one line here. */
export const vendorHelpdesks: readonly HelpdeskAdapter[] = [
  freshdesk,
  front,
  gorgias,
  helpScout,
  hubSpot,
  intercom,
  jiraServiceManagement,
  salesforce,
  zendesk,
  zohoDesk,
];
