import { expect, it } from 'vitest';
import type { DraftOutcome, DraftProgress } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import { passageSchema, type RankedPassage } from '../domain/passage.ts';
import { ticketSchema, type Message, type Ticket } from '../domain/ticket.ts';
import type { ModelBackend } from '../ports/model-backend.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { assistTicket, type AssistTicketDeps } from './assist-ticket.ts';

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
const ranked = (id: string, text: string, coverage: number): RankedPassage => ({
  passage: passage(id, text),
  score: coverage,
  coverage,
  enough: coverage,
  matchedTerms: 1,
  terms: 2,
});
const reset = ranked('reset', 'A password reset link is valid for 60 minutes and works once.', 0.8);
const codes = ranked('codes', 'Use the 8-digit code in the same mail instead.', 0.5);

const message = (role: Message['role'], text: string, visibility: Message['visibility'] = 'public'): Message => ({
  id: `m-${role}-${text.length}`,
  author: { id: role, name: 'Lucía Fernández' },
  role,
  visibility,
  at: '2026-11-20T09:00:00.000Z',
  text,
  quoted: '',
  attachments: [],
});
const ticketWith = (...messages: Message[]): Ticket =>
  ticketSchema.parse({
    host: 'desk',
    helpdesk: 'demo',
    id: '1',
    url: 'http://desk/1',
    subject: 'Reset link',
    requester: { id: 'requester', name: 'Lucía Fernández' },
    messages,
  });
const asks = ticketWith(message('requester', 'Hello, how long is a password reset link valid?'));

const says = (id: string, ...pieces: string[]): ModelBackend => ({
  id,
  writer: id === 'embedded' ? { kind: 'embedded' } : { kind: 'model', host: 'model.example', model: id },
  async *streamReply() {
    yield* pieces;
  },
});
const mustNotBeAsked: ModelBackend = {
  id: 'never',
  writer: { kind: 'embedded' },
  async *streamReply() {
    expect.fail('the drafter must not be asked');
    yield '';
  },
};
const deps = (found: RankedPassage[], change: Partial<AssistTicketDeps> = {}): AssistTicketDeps => ({
  search: { search: async () => found, count: async () => found.length },
  backend: says('embedded', 'A password reset link is valid for 60 minutes and works once. [1]'),
  standIn: says('embedded', 'A password reset link is valid for 60 minutes and works once. [1]'),
  lookUps: { lookUp: async () => [] },
  minEnough: 0.3,
  sentReplies: 0,
  clock: () => 0,
  ...change,
});
const assist = (ticket: Ticket, given: AssistTicketDeps, without: string[] = []): Promise<DraftOutcome> =>
  assistTicket(ticket, given, new Set(without), new AbortController().signal, () => undefined);

it('drafts from the passages, cites them and says that its confidence is uncalibrated', async () => {
  const outcome = await assist(asks, deps([reset]));
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { confidence: { kind: 'uncalibrated' }, sources: [{ number: 1, passage: { id: 'reset' } }] },
  });
});

it('abstains, and never asks the drafter, when no passage holds enough of the question', async () => {
  const outcome = await assist(asks, deps([{ ...reset, coverage: 0.1, enough: 0.1 }], { backend: mustNotBeAsked }));
  expect(outcome).toMatchObject({ kind: 'abstained', reason: 'nothing-relevant', nearest: [{ passage: { id: 'reset' } }] });
});

it('says that there is no knowledge when there is none', async () => {
  expect(await assist(asks, deps([], { backend: mustNotBeAsked }))).toMatchObject({ kind: 'abstained', reason: 'no-knowledge' });
});

it.each([
  ['empty-ticket', ticketWith()],
  [
    'waiting-for-requester',
    ticketWith(message('requester', 'How long is it valid?'), message('agent', 'It is valid for an hour.')),
  ],
])('abstains with %s and searches nothing', async (reason, ticket) => {
  const search = { search: async () => expect.fail('nothing must be searched'), count: async () => 1 };
  expect(await assist(ticket, deps([], { search }))).toMatchObject({ kind: 'abstained', reason });
});

it('a public reply may use public passages only', async () => {
  let asked: SearchQuery | undefined;
  const search = { search: async (query: SearchQuery) => ((asked = query), [reset]), count: async () => 1 };
  await assist(asks, deps([], { search }));
  expect(asked?.mayUse).toEqual(['public']);
});

it('internal notes never reach the search', async () => {
  let asked = '';
  const search = { search: async (query: SearchQuery) => ((asked = JSON.stringify(query)), [reset]), count: async () => 1 };
  await assist(ticketWith(message('agent', 'zanzibar secret', 'internal'), ...asks.messages), deps([], { search }));
  expect(asked).not.toContain('zanzibar');
});

it('a passage that was ranked elsewhere, without a probability, has to hold most of the question', async () => {
  const { enough: _enough, ...elsewhere } = reset;
  expect(await assist(asks, deps([{ ...elsewhere, coverage: 0.5 }]))).toMatchObject({ kind: 'abstained' });
  expect(await assist(asks, deps([{ ...elsewhere, coverage: 0.7 }]))).toMatchObject({ kind: 'drafted' });
});

it('an excluded passage is not used again', async () => {
  const outcome = await assist(
    asks,
    deps([reset, codes], { backend: says('embedded', 'Use the 8-digit code in the same mail instead. [1]') }),
    ['reset'],
  );
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { sources: [{ passage: { id: 'codes' } }] } });
});

it('the embedded drafter stands in for a backend that fails, says why, and keeps what had arrived', async () => {
  const fails: ModelBackend = {
    id: 'm',
    writer: { kind: 'model', host: 'model.example', model: 'm' },
    async *streamReply() {
      yield 'The link is val';
      throw new FailureError({ kind: 'backend-cut-off', host: 'model.example', received: 15 });
    },
  };
  const outcome = await assist(asks, deps([reset], { backend: fails }));
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { writer: { kind: 'embedded', because: { kind: 'backend-cut-off' }, received: 'The link is val' } },
  });
});

it('a draft that rests on no passage is not offered', async () => {
  const outcome = await assist(asks, deps([reset], { backend: says('m', 'You get a year for free.') }));
  expect(outcome).toMatchObject({ kind: 'abstained', reason: 'nothing-relevant' });
});

it('a model that says the sources do not answer makes no draft', async () => {
  const outcome = await assist(asks, deps([reset], { backend: says('m', 'NO_', 'ANSWER') }));
  expect(outcome).toMatchObject({ kind: 'abstained', reason: 'nothing-relevant', nearest: [{ passage: { id: 'reset' } }] });
});

it('sources are numbered in the order in which the reply cites them, and uncited ones are left out', async () => {
  const outcome = await assist(
    asks,
    deps([reset, codes], { backend: says('m', 'Use the 8-digit code in the same mail instead. [2]') }),
  );
  expect(outcome.kind === 'drafted' && outcome.draft.sources.map(({ number, passage: { id } }) => [number, id])).toEqual([
    [1, 'codes'],
  ]);
});

it('every stage leaves a trace, and those that do nothing yet say so', async () => {
  const outcome = await assist(asks, deps([reset]));
  const trace = outcome.kind === 'drafted' ? outcome.draft.trace : [];
  expect(trace.map(({ stage }) => stage)).toEqual([
    'redact',
    'understand',
    'retrieve',
    'draft',
    'check',
    'policy',
    'style',
    'confidence',
  ]);
  expect(trace.filter(({ did }) => did === 'passed-through').map(({ stage }) => stage)).toEqual([
    'redact',
    'policy',
    'style',
    'confidence',
  ]);
});

it('a cancelled draft ends with the signal’s reason and no outcome', async () => {
  const cancel = new AbortController();
  const stops: ModelBackend = {
    id: 'm',
    writer: { kind: 'embedded' },
    async *streamReply() {
      yield 'The ';
      cancel.abort(new Error('stopped by the agent'));
      yield 'link';
    },
  };
  await expect(assistTicket(asks, deps([reset], { backend: stops }), new Set(), cancel.signal, () => undefined)).rejects.toThrow(
    'stopped by the agent',
  );
});

it('progress shows the text as it grows, and the sources before it', async () => {
  const seen: DraftProgress[] = [];
  const streams = says('m', 'A password reset link ', 'is valid for 60 minutes and works once. [1]');
  await assistTicket(
    asks,
    deps([reset], { backend: streams }),
    new Set(),
    new AbortController().signal,
    (progress) => void seen.push(progress),
  );
  const firstText = seen.find(({ text }) => text !== '');
  expect(firstText).toMatchObject({ text: 'A password reset link ', sources: [{ number: 1 }] });
});

it('a host that was asked while searching is named, whether a draft comes of it or not', async () => {
  const search = { search: async () => [reset], count: async () => 1, askedHosts: async () => ['embed.example'] };
  expect(await assist(asks, deps([reset], { search }))).toMatchObject({
    kind: 'drafted',
    draft: { searchHosts: ['embed.example'] },
  });
  const little = { ...search, search: async () => [{ ...reset, enough: 0.1 }] };
  expect(await assist(asks, deps([reset], { search: little }))).toMatchObject({ kind: 'abstained', askedHost: 'embed.example' });
});
