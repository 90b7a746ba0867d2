import { messages } from './contract.ts';
import { createMessenger } from './create-messenger.ts';

/** For the worker and our own pages: every message there is. */
export const { send, serveMessages } = createMessenger(messages);
