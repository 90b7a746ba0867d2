import { expect, it } from 'vitest';
import { ticketSchema, type Message } from '../../utils/domain/ticket.ts';
import { ticket } from './fixture-parts.ts';
import { toSimilarText } from './similar-text.ts';

const [first] = ticket.messages;
const withMessages = (...parts: Partial<Message>[]) =>
  ticketSchema.parse({
    ...ticket,
    subject: 'Refund',
    messages: parts.map((part, index) => ({ ...first, id: `m${index}`, ...part })),
  });

it('is the subject and the newest message of the requester, whoever wrote after it', () => {
  const text = toSimilarText(withMessages({ text: 'Older' }, { text: 'Newest' }, { text: 'Our answer', role: 'agent' }));
  expect(text).toBe('Refund\n\nNewest');
});

it('an internal note about the requester is not compared', () => {
  expect(toSimilarText(withMessages({ text: 'Said' }, { text: 'Noted', visibility: 'internal' }))).toBe('Refund\n\nSaid');
});

it('a ticket without a message is compared with nothing', () => {
  expect(toSimilarText(withMessages())).toBe('');
});

it('is never longer than may be searched for', () => {
  expect(toSimilarText(withMessages({ text: 'x'.repeat(5000) })).length).toBe(2000);
});
