import { messageSchema, type Message } from '../domain/ticket.ts';
import { fitTriage } from './fit-triage.ts';
import type { TaggedTicket } from './parse-tagged-tickets.ts';
import type { TriageModel } from './triage-model.ts';

const topics = {
  refund: {
    what: ['a refund', 'my money back', 'a refund for the returned shoes', 'the refund you promised'],
    how: ['I want', 'please send me', 'when do I get', 'I am waiting for', 'how do I ask for'],
  },
  password: {
    what: ['my password', 'the forgotten password', 'a new password', 'my login password'],
    how: ['I need to reset', 'please help me change', 'I can’t remember', 'how do I recover', 'the mail to reset'],
  },
  delivery: {
    what: ['my parcel', 'the delivery', 'the package I ordered', 'my shipment'],
    how: ['where is', 'when will I receive', 'I want to track', 'nobody brought', 'it is late, I mean'],
  },
} as const;

/** Sixty made-up tickets under three labels, twenty each. */
export const taggedTickets: readonly TaggedTicket[] = Object.entries(topics).flatMap(([label, { what, how }]) =>
  how.flatMap((start) => what.map((end) => ({ text: `${start} ${end}`, label }))),
);

/** Throws where fitting is refused: for tests whose matter is something else. */
export async function fitSmall(rows: readonly TaggedTicket[] = taggedTickets, seed = 7): Promise<TriageModel> {
  const fitted = await fitTriage(rows, { seed, hidden: 16, maxFeatures: 600 });
  if (!fitted.ok) throw new Error(fitted.error.said);
  return fitted.value;
}

export function requesterSays(text: string, more: Partial<Pick<Message, 'role' | 'visibility'>> = {}): Message {
  return messageSchema.parse({
    id: text.slice(0, 20) || '-',
    author: { id: '1', name: 'Someone' },
    role: 'requester',
    visibility: 'public',
    at: '2026-11-21T09:00:00.000Z',
    text,
    ...more,
  });
}
