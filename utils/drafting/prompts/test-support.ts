import { passageSchema, type RankedPassage } from '../../domain/passage.ts';
import type { ReplyRequest } from '../../domain/reply-request.ts';
import { ticketSchema, type Message } from '../../domain/ticket.ts';
import { defaultVoiceProfile } from '../../domain/voice.ts';
import type { Prompt } from './prompt.ts';

export const BOUNDARY = '0123456789abcdef0123456789abcdef';
const at = '2026-11-20T09:00:00Z';

type Said = { readonly text: string; readonly role?: Message['role']; readonly visibility?: Message['visibility'] };

export function makeTicket(messages: readonly Said[], subject = 'Refund', name = 'Ada Byron') {
  const person = { id: 'u1', name };
  return ticketSchema.parse({
    host: 'h',
    helpdesk: 'demo',
    id: '7',
    url: 'https://h/7',
    subject,
    requester: person,
    messages: messages.map((message, index) => ({
      id: `m${index}`,
      author: person,
      role: 'requester',
      visibility: 'public',
      at,
      ...message,
    })),
  });
}

/** Best first, scores falling. */
export function makePassages(texts: readonly string[], more: object = {}): RankedPassage[] {
  return texts.map((text, index) => ({
    passage: passageSchema.parse({
      id: `p${index}`,
      articleId: 'a',
      sourceId: 's',
      title: `Article ${index + 1}`,
      headings: [],
      text,
      locale: 'en',
      audience: 'public',
      fetchedAt: at,
      position: 0,
      ...more,
    }),
    score: 10 - index,
    coverage: 1,
    matchedTerms: 1,
    terms: 1,
  }));
}

export function makeRequest(more: Partial<ReplyRequest> = {}): ReplyRequest {
  return {
    ticket: makeTicket([{ text: 'How long do refunds take?' }]),
    questions: ['How long do refunds take?'],
    language: 'en',
    passages: makePassages(['Refunds take 5 days.']),
    agentName: 'Tom',
    voice: defaultVoiceProfile,
    ...more,
  };
}

export type Segment = { readonly name: string; readonly text: string };

/** Names and texts of the fenced segments, as a reader who knows the boundary sees them. */
export function readSegments({ messages }: Prompt, boundary = BOUNDARY): Segment[] {
  const user = messages.find((message) => message.role === 'user')?.content ?? '';
  const fence = new RegExp(`^BEGIN (.+) ${boundary}\\n([^]*?)\\nEND \\1 ${boundary}$`, 'gm');
  return [...user.matchAll(fence)].map(([, name = '', text = '']) => ({ name, text }));
}

export const readSegment = (prompt: Prompt, name: string): string =>
  readSegments(prompt).find((segment) => segment.name === name)?.text ?? '';
