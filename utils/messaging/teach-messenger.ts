import { createMessenger } from './create-messenger.ts';
import { teachMessages } from './teach-contract.ts';

/** For the script that lets an agent show things in a page: its own messages only. */
export const { send, serveMessages } = createMessenger(teachMessages);
