import type { Replica } from './replica.test-support.ts';
import { helpScoutReplica } from './help-scout.test-support.ts';
import { osTicketReplica } from './osticket.test-support.ts';

/** Every helpdesk that can't be run here. */
export const replicas: readonly Replica[] = [helpScoutReplica, osTicketReplica];
