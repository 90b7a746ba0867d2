import type { Ticket } from '../domain/ticket.ts';

/** What the requester wrote in public, oldest first. Nothing of agents, other participants or internal notes. */
export function toRequesterTexts({ messages }: Pick<Ticket, 'messages'>): string[] {
  return messages
    .filter(({ role, visibility, text }) => role === 'requester' && visibility === 'public' && text.trim() !== '')
    .map(({ text }) => text.trim());
}
