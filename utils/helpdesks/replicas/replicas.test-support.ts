import type { Replica } from './replica.test-support.ts';
import { chatwootReplica } from './chatwoot.test-support.ts';
import { freeScoutReplica } from './freescout.test-support.ts';
import { freshdeskReplica } from './freshdesk.test-support.ts';
import { frontReplica } from './front.test-support.ts';
import { gorgiasReplica } from './gorgias.test-support.ts';
import { helpScoutReplica } from './help-scout.test-support.ts';
import { hubSpotReplica } from './hubspot.test-support.ts';
import { intercomReplica } from './intercom.test-support.ts';
import { jiraServiceManagementReplica } from './jira-service-management.test-support.ts';
import { osTicketReplica } from './osticket.test-support.ts';
import { salesforceReplica } from './salesforce.test-support.ts';
import { zammadDesktopReplica, zammadReplica } from './zammad.test-support.ts';
import { zendeskReplica } from './zendesk.test-support.ts';
import { zohoDeskReplica } from './zoho-desk.test-support.ts';

/** Every helpdesk that can't be run here. */
export const replicas: readonly Replica[] = [
  chatwootReplica,
  freeScoutReplica,
  freshdeskReplica,
  frontReplica,
  gorgiasReplica,
  helpScoutReplica,
  hubSpotReplica,
  intercomReplica,
  jiraServiceManagementReplica,
  osTicketReplica,
  salesforceReplica,
  zammadDesktopReplica,
  zammadReplica,
  zendeskReplica,
  zohoDeskReplica,
];
