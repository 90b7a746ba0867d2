import { expect, it } from 'vitest';
import type { DraftProgress } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { assistTicket } from './assist-ticket.ts';
import { plainAsk, type AssistTicketDeps } from './draft-run.ts';
import {
  asks,
  assist,
  by,
  codes,
  deps,
  makeModel,
  message,
  quoted,
  reply,
  reset,
  stagesOf,
  textOf,
  ticketWith,
  withModel,
} from './test-support.ts';

const never = makeModel((): string => expect.fail('the model must not be asked'));

it('drafts from the passages, cites them and says that its confidence is uncalibrated', async () => {
  const outcome = await assist(asks, deps([reset]));
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { confidence: { kind: 'uncalibrated' }, sources: [{ number: 1, passage: { id: 'reset' } }] },
  });
});

it('abstains, and never asks the model, when no passage holds enough of the question', async () => {
  const outcome = await assist(asks, deps([{ ...reset, coverage: 0.1, enough: 0.1 }], { models: { chat: never } }));
  expect(outcome).toMatchObject({ kind: 'abstained', reason: 'nothing-relevant', nearest: [{ passage: { id: 'reset' } }] });
});

it('says that there is no knowledge when there is none', async () => {
  expect(await assist(asks, deps([], { models: { chat: never } }))).toMatchObject({ kind: 'abstained', reason: 'no-knowledge' });
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

it('internal notes never reach the search or the model', async () => {
  let asked = '';
  const search = { search: async (query: SearchQuery) => ((asked = JSON.stringify(query)), [reset]), count: async () => 1 };
  const chat = makeModel(reply(quoted));
  await assist(
    ticketWith(message('agent', 'zanzibar secret', 'internal'), ...asks.messages),
    deps([], { search, models: { chat } }),
  );
  expect(asked + JSON.stringify(chat.asked)).not.toContain('zanzibar');
});

it('a passage that was ranked elsewhere, without a probability, has to hold most of the question', async () => {
  const { enough: _enough, ...elsewhere } = reset;
  expect(await assist(asks, deps([{ ...elsewhere, coverage: 0.5 }]))).toMatchObject({ kind: 'abstained' });
  expect(await assist(asks, deps([{ ...elsewhere, coverage: 0.7 }]))).toMatchObject({ kind: 'drafted' });
});

it('an excluded passage is not used again', async () => {
  const chat = makeModel(reply('Use the 8-digit code in the same mail instead. [1]'));
  const outcome = await assist(asks, deps([reset, codes], { models: { chat } }), { without: new Set(['reset']) });
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { sources: [{ passage: { id: 'codes' } }] } });
  expect(JSON.stringify(chat.asked)).not.toContain('60 minutes');
});

it('a pinned passage and a fact of the agent’s are given although nothing was found', async () => {
  const chat = makeModel(reply('Your account is unlocked again. [2]', 'Use the 8-digit code in the same mail instead. [1]'));
  const given = deps([], { models: { chat }, readPinned: async () => [codes.passage] });
  const outcome = await assist(asks, given, { pinned: ['codes'], facts: ['Your account is unlocked again.'] });
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { sources: [{ passage: { title: 'From you' } }, { passage: { id: 'codes' } }] },
  });
});

it('a pinned passage that the requester may not see is left out', async () => {
  const internal = { ...codes.passage, audience: 'internal' as const };
  const outcome = await assist(asks, deps([], { readPinned: async () => [internal] }), { pinned: ['codes'] });
  expect(outcome.kind).toBe('abstained');
});

it('the embedded drafter stands in for a model that fails, says why, and keeps what had arrived', async () => {
  const chat: AssistTicketDeps['models']['chat'] = {
    ...makeModel(''),
    async *stream() {
      yield { kind: 'text', text: 'The link is val' };
      throw new FailureError({ kind: 'backend-cut-off', host: 'model.example', received: 15 });
    },
  };
  expect(await assist(asks, deps([reset], { models: { chat } }))).toMatchObject({
    kind: 'drafted',
    draft: { writer: { kind: 'embedded', because: { kind: 'backend-cut-off' }, received: 'The link is val' } },
  });
});

it('nonsense is asked for once more, and a good second answer is the draft', async () => {
  const chat = makeModel('{"tool": "search"}', reply(quoted));
  const outcome = await assist(asks, deps([reset], { models: { chat } }));
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { writer: { kind: 'model' } } });
  expect(chat.asked).toHaveLength(2);
});

it('nonsense twice: the embedded drafter answers and says so', async () => {
  const chat = makeModel('{"tool": "search"}');
  const outcome = await assist(asks, deps([reset], { models: { chat } }));
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { writer: { kind: 'embedded', because: { kind: 'model-nonsense' } } },
  });
  expect(chat.asked).toHaveLength(2);
});

it('over budget: nothing is sent, the embedded drafter answers and says so', async () => {
  const refuse = async () => ({ kind: 'over-budget', limit: 'day', unit: 'money' }) as const;
  const given = deps([reset], { models: { chat: never }, spending: { refuse, note: async () => undefined } });
  expect(await assist(asks, given)).toMatchObject({
    kind: 'drafted',
    draft: { writer: { kind: 'embedded', because: { kind: 'over-budget' } } },
  });
});

it('a reply that could rest on passages and rests on none is asked for once more, then the embedded drafter answers', async () => {
  const chat = makeModel(reply('You get a year for free.'));
  const outcome = await assist(asks, deps([reset], { models: { chat } }));
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { writer: { kind: 'embedded', because: { kind: 'model-nonsense', why: 'nothing in it rests on a source' } } },
  });
  expect(textOf(outcome)).not.toContain('a year for free');
  expect(chat.asked).toHaveLength(2);
});

it('voice first, and the correction fails: the embedded drafter answers from the passages', async () => {
  const styling = makeModel(reply('A reset link is valid for a day.'));
  const chat = makeModel({ kind: 'backend-unreachable', host: 'model.example' });
  const outcome = await assist(asks, deps([reset], { ...by('hybrid-voice-first'), models: { chat, styling } }));
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { writer: { because: { kind: 'backend-unreachable' } } } });
  expect(textOf(outcome)).not.toContain('a day');
});

it('a model that says the sources do not answer makes no draft', async () => {
  const outcome = await assist(asks, deps([reset], withModel('NO_ANSWER')));
  expect(outcome).toMatchObject({ kind: 'abstained', reason: 'nothing-relevant', nearest: [{ passage: { id: 'reset' } }] });
});

it('sources are numbered in the order in which the reply cites them, and uncited ones are left out', async () => {
  const outcome = await assist(
    asks,
    deps([reset, codes], withModel(reply('Use the 8-digit code in the same mail instead. [2]'))),
  );
  expect(outcome.kind === 'drafted' && outcome.draft.sources.map(({ number, passage: { id } }) => [number, id])).toEqual([
    [1, 'codes'],
  ]);
});

it('every stage leaves a trace, and those that did nothing say so', async () => {
  const outcome = await assist(asks, deps([reset]));
  expect(stagesOf(outcome)).toEqual(['redact', 'understand', 'retrieve', 'draft', 'check', 'policy', 'style']);
  const trace = outcome.kind === 'drafted' ? outcome.draft.trace : [];
  const idle = trace.filter(({ did }) => did === 'passed-through').map(({ stage }) => stage);
  expect(idle).toEqual(['redact', 'policy', 'style']);
});

it('the trace holds what the model was given and gave, what it cost, and what each passage is worth', async () => {
  const price = { inputPerMillion: 1_000_000, outputPerMillion: 1_000_000 };
  const chat: AssistTicketDeps['models']['chat'] = {
    ...makeModel(''),
    price,
    async *stream() {
      yield { kind: 'text', text: reply(quoted) };
      yield { kind: 'used', tokens: { input: 300, output: 40 } };
    },
  };
  const outcome = await assist(asks, deps([reset], { models: { chat } }));
  const trace = outcome.kind === 'drafted' ? outcome.draft.trace : [];
  expect(trace.find(({ stage }) => stage === 'draft')).toMatchObject({
    asked: { host: 'model.example' },
    output: expect.stringContaining('60 minutes') as string,
    tokens: { input: 300, output: 40, isEstimated: false },
    money: 340,
  });
  const given = trace
    .find(({ stage }) => stage === 'draft')
    ?.input?.map(({ text }) => text)
    .join('\n');
  expect(given).toContain('how long is a password reset link valid?');
  const checked = trace.find(({ stage }) => stage === 'check')?.passages?.[0];
  expect(checked).toMatchObject({ id: 'reset' });
  expect(checked?.share).toBeGreaterThan(0.5);
});

it('an identical request is answered from the cache, and a new draft asks anew', async () => {
  const kept = new Map<string, string>();
  const cache = { get: async (key: string) => kept.get(key), put: async (key: string, text: string) => void kept.set(key, text) };
  const chat = makeModel(reply(quoted));
  let round = 0;
  const given = () => deps([reset], { models: { chat }, cache, makeBoundary: () => (round += 1).toString(16).padStart(32, '0') });
  await assist(asks, given());
  expect(textOf(await assist(asks, given()))).toContain('60 minutes');
  expect(chat.asked).toHaveLength(1);
  await assist(asks, given(), { isNew: true });
  expect(chat.asked).toHaveLength(2);
});

const threat = ticketWith(
  message('requester', 'How long is a reset link valid? My lawyer will take you to court over this data breach.'),
);

it('what a person has to answer is handed over before anything is searched or sent', async () => {
  const search = { search: async () => expect.fail('nothing must be searched'), count: async () => 1 };
  const outcome = await assist(threat, deps([], { search, models: { chat: never } }));
  expect(outcome).toMatchObject({ kind: 'handed-over', summary: { by: 'rules' } });
});

it('the agent may draft a handed-over ticket anyway, and the risk stays in sight', async () => {
  const outcome = await assist(threat, deps([reset]), { anyway: true });
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: { risks: expect.arrayContaining([expect.objectContaining({ kind: 'legal' })]) as unknown },
  });
});

it('a kind of risk that is switched off is not looked for', async () => {
  const off = { refund: 'off', legal: 'off', safety: 'off', churn: 'off', abuse: 'off', privacy: 'off' } as const;
  const outcome = await assist(threat, deps([reset], { escalation: off }));
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { risks: [] } });
});

it('a cancelled draft ends with the signal’s reason and no outcome', async () => {
  const cancel = new AbortController();
  const chat: AssistTicketDeps['models']['chat'] = {
    ...makeModel(''),
    async *stream() {
      yield { kind: 'text', text: 'The ' };
      cancel.abort(new Error('stopped by the agent'));
      yield { kind: 'text', text: 'link' };
    },
  };
  const ask = { ...plainAsk, draftId: 'd1', askedAt: '2026-11-21T10:00:00.000Z' };
  const running = assistTicket(asks, deps([reset], { models: { chat } }), ask, cancel.signal, () => undefined);
  await expect(running).rejects.toThrow('stopped by the agent');
});

it('progress shows the text as it grows, and the sources before it', async () => {
  const seen: DraftProgress[] = [];
  const ask = { ...plainAsk, draftId: 'd1', askedAt: '2026-11-21T10:00:00.000Z' };
  const given = deps([reset], withModel(reply(quoted)));
  await assistTicket(asks, given, ask, new AbortController().signal, (progress) => void seen.push(progress));
  const texts = seen.map(({ text }) => text);
  const firstText = seen.find(({ text }) => text !== '');
  expect(firstText).toMatchObject({ sources: [{ number: 1 }], askedHost: 'model.example' });
  expect(new Set(texts).size).toBeGreaterThan(5);
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
