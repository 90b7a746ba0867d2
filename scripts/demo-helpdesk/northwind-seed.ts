import { readFileSync } from 'node:fs';
import { seedSchema, type HelpdeskSeed } from './helpdesk-seed.ts';
import { longConversation } from './long-conversation.ts';

/** The tickets of Northwind Cloud, a fictional company: 15 from the file beside this one, and one of 200 messages. */
export function readNorthwindSeed(): HelpdeskSeed {
  const seed = seedSchema.parse(JSON.parse(readFileSync(new URL('northwind.json', import.meta.url), 'utf8')));
  return {
    ...seed,
    people: [...seed.people, longConversation.requester],
    tickets: [...seed.tickets, longConversation.ticket],
  };
}
