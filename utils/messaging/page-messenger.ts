import { createMessenger } from './create-messenger.ts';
import { pageMessages } from './page-contract.ts';

/** For content scripts: their own messages only, so that a helpdesk's page loads no more than it needs. */
export const { send, serveMessages } = createMessenger(pageMessages);
