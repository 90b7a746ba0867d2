import { toReplyText, type DraftOutcome } from '../domain/draft.ts';
import type { Failure } from '../domain/failure.ts';
import { FailureError } from '../domain/failure.ts';
import { passageSchema, type RankedPassage } from '../domain/passage.ts';
import { findStrategy, type StrategyId } from '../domain/strategy.ts';
import { ticketSchema, type Message, type Ticket } from '../domain/ticket.ts';
import type { LanguageModel, ModelRequest } from '../ports/language-model.ts';
import { assistTicket } from './assist-ticket.ts';
import { plainAsk, type AssistTicketDeps, type DraftAsk } from './draft-run.ts';
import { createPlainDeps } from './plain-deps.ts';

/** What a model for tests says, throws, or makes of what it is asked. */
export type SaidAnswer = string | Failure | ((request: ModelRequest) => string);

/** A model that says these answers in their order (the last one again and again), in pieces; a failure is thrown. For tests. */
export function makeModel(...answers: readonly SaidAnswer[]): LanguageModel & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  const take = (request: ModelRequest): string => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? '';
    asked.push(request);
    if (typeof answer === 'object') throw new FailureError(answer);
    return typeof answer === 'function' ? answer(request) : answer;
  };
  return {
    id: 'openai-compatible',
    host: 'model.example',
    model: 'm-1',
    asked,
    async *stream(request, signal) {
      for (const text of take(request).match(/[^]{1,7}/g) ?? []) {
        signal.throwIfAborted();
        yield { kind: 'text', text };
      }
    },
    askJson: async (request) => ({ value: JSON.parse(take(request)) as unknown }),
  };
}

export const BOUNDARY = '0123456789abcdef0123456789abcdef';

const passage = (id: string, text: string) =>
  passageSchema.parse({
    id,
    articleId: id,
    sourceId: 's',
    title: id,
    headings: [],
    text,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
  });
export const ranked = (id: string, text: string, coverage: number): RankedPassage => ({
  passage: passage(id, text),
  score: coverage,
  coverage,
  enough: coverage,
  matchedTerms: 1,
  terms: 2,
});
export const reset = ranked('reset', 'A password reset link is valid for 60 minutes and works once.', 0.8);
export const codes = ranked('codes', 'Use the 8-digit code in the same mail instead.', 0.5);

export const message = (role: Message['role'], text: string, visibility: Message['visibility'] = 'public'): Message => ({
  id: `m-${role}-${text.length}`,
  author: { id: role, name: 'Lucía Fernández' },
  role,
  visibility,
  at: '2026-11-20T09:00:00.000Z',
  text,
  quoted: '',
  attachments: [],
});
export const ticketWith = (...messages: Message[]): Ticket =>
  ticketSchema.parse({
    host: 'desk',
    helpdesk: 'demo',
    id: '1',
    url: 'http://desk/1',
    subject: 'Reset link',
    requester: { id: 'requester', name: 'Lucía Fernández' },
    messages,
  });
export const asks = ticketWith(message('requester', 'Hello, how long is a password reset link valid?'));

export const quoted = 'A password reset link is valid for 60 minutes and works once. [1]';
/** A reply around sentences with marks. */
export const reply = (...sentences: string[]): string => `Hello Lucía,\n\n${sentences.join(' ')}\n\nBest regards`;

export const deps = (found: readonly RankedPassage[], change: Partial<AssistTicketDeps> = {}): AssistTicketDeps =>
  createPlainDeps({
    search: { search: async () => found, count: async () => found.length },
    minEnough: 0.3,
    clock: () => 0,
    makeBoundary: () => BOUNDARY,
    ...change,
  });
export const withModel = (answer: string): Partial<AssistTicketDeps> => ({
  models: { chat: makeModel(answer) },
});
export const by = (id: StrategyId): Partial<AssistTicketDeps> => ({ strategy: findStrategy(id) });
export const assist = (ticket: Ticket, given: AssistTicketDeps, ask: Partial<DraftAsk> = {}): Promise<DraftOutcome> =>
  assistTicket(
    ticket,
    given,
    { ...plainAsk, draftId: 'd1', askedAt: '2026-11-21T10:00:00.000Z', ...ask },
    new AbortController().signal,
    () => undefined,
  );
export const textOf = (outcome: DraftOutcome): string =>
  outcome.kind === 'drafted' ? toReplyText(outcome.draft.blocks) : `${outcome.kind}, no draft`;
export const stagesOf = (outcome: DraftOutcome) =>
  outcome.kind === 'drafted' ? outcome.draft.trace.map(({ stage }) => stage) : [];
