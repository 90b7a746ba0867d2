import { passageSchema, type RankedPassage } from '../domain/passage.ts';
import { ticketSchema, type Message, type Ticket } from '../domain/ticket.ts';

type Said = readonly [who: 'requester' | 'agent' | 'note', text: string];

/** A ticket of Maria Keller's, answered by Ana Ruiz; `said` oldest first. */
export function toTicket(subject: string, ...said: readonly Said[]): Ticket {
  const maria = { id: 'maria', name: 'Maria Keller' };
  const ana = { id: 'ana', name: 'Ana Ruiz' };
  const messages: Partial<Message>[] = said.map(([who, text], index) => ({
    id: String(index + 1),
    author: who === 'requester' ? maria : ana,
    role: who === 'requester' ? 'requester' : 'agent',
    visibility: who === 'note' ? 'internal' : 'public',
    at: '2026-11-20T10:00:00Z',
    text,
  }));
  return ticketSchema.parse({
    host: 'desk.example',
    helpdesk: 'demo',
    id: '7',
    url: 'https://desk.example/7',
    subject,
    requester: maria,
    agent: ana,
    messages,
  });
}

/** Passages as retrieval hands them over, best first; each `[title, text]`. */
export function toPassages(...texts: readonly (readonly [title: string, text: string, locale?: string])[]): RankedPassage[] {
  return texts.map(([title, text, locale], index) => ({
    passage: passageSchema.parse({
      id: `p${index}`,
      articleId: `a${index}`,
      sourceId: 's',
      title,
      headings: [],
      text,
      locale: locale ?? 'en',
      audience: 'public',
      fetchedAt: '2026-11-20T10:00:00Z',
      position: 0,
    }),
    score: 10 / (index + 1),
    coverage: 0.6,
    matchedTerms: 3,
    terms: 5,
  }));
}
