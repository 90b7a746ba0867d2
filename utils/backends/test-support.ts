import { passageSchema } from '../domain/passage.ts';
import { ticketSchema } from '../domain/ticket.ts';
import type { ReplyRequest } from '../domain/reply-request.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';

export const KEY = 'sk-northwind-0123456789';

/** Real fetch, a clock that does not wait: retries follow at once and are noted; silences last until one is named in `over`. */
export function makeDeps(over: readonly number[] = []): BackendDeps & { readonly waits: number[] } {
  const waits: number[] = [];
  const limits = [browserDeps.firstByteMs, browserDeps.stallMs];
  const sleep: BackendDeps['sleep'] = (ms, signal) => {
    if (!limits.includes(ms)) waits.push(ms);
    if (over.includes(ms)) return browserDeps.sleep(50, signal);
    return limits.includes(ms) ? browserDeps.sleep(60_000, signal) : Promise.resolve();
  };
  return { ...browserDeps, sleep, waits, random: () => 0.5, now: () => Date.parse('2026-11-21T10:00:00Z') };
}

export function makeRequest(text = 'How long does a refund take?'): ReplyRequest {
  const person = { id: 'u1', name: 'Ada' };
  const at = '2026-11-20T09:00:00Z';
  const ticket = ticketSchema.parse({
    host: 'desk.example',
    helpdesk: 'demo',
    id: '7',
    url: 'https://desk.example/7',
    subject: 'Refund',
    requester: person,
    messages: [
      { id: 'm1', author: person, role: 'requester', visibility: 'public', at, text },
      { id: 'm2', author: person, role: 'agent', visibility: 'internal', at, text: 'Internal: this customer threatens to leave' },
    ],
  });
  const passage = passageSchema.parse({
    id: 'p1',
    articleId: 'a1',
    sourceId: 's1',
    title: 'Refunds',
    headings: ['Timing'],
    text: 'Refunds take 5 days.',
    locale: 'en',
    audience: 'public',
    fetchedAt: at,
    position: 0,
  });
  const ranked = { passage, score: 1, coverage: 1, matchedTerms: 1, terms: 1 };
  return { ticket, questions: [text], language: 'en', passages: [ranked], agentName: '' };
}
