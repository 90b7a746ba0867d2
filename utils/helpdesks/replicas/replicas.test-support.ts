import type { Replica } from './replica.test-support.ts';
import { freshdeskReplica } from './freshdesk.test-support.ts';
import { jiraServiceManagementReplica } from './jira-service-management.test-support.ts';
import { osTicketReplica } from './osticket.test-support.ts';
import { zendeskReplica } from './zendesk.test-support.ts';

/** Every helpdesk that can't be run here. */
export const replicas: readonly Replica[] = [freshdeskReplica, jiraServiceManagementReplica, osTicketReplica, zendeskReplica];
