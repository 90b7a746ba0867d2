import { expect, it } from 'vitest';
import { FailureError, type Failure } from '../domain/failure.ts';
import type { Spent } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import type { LanguageModel, ModelEvent } from '../ports/language-model.ts';
import type { SpendingEstimate } from '../ports/spending.ts';
import { askJson } from './ask-json.ts';
import { askModel, type ModelAsk } from './ask-model.ts';
import { BOUNDARY, deps, makeModel } from './test-support.ts';
import { writeWithModel } from './write-with-model.ts';

const prompt: Prompt = {
  messages: [{ role: 'user', content: 'Write the reply now.' }],
  parts: [],
  tokens: 100,
  maxTokens: 6000,
  given: [],
  questions: [],
  boundary: BOUNDARY,
  answer: 'reply',
  fingerprint: 'request',
};
const price = { inputPerMillion: 10, outputPerMillion: 100 };
const overBudget: Failure = { kind: 'over-budget', limit: 'day', unit: 'tokens' };

/** Rows by id, newest note last; what was asked for before. */
function makeTill(refusal?: Failure) {
  const notes: (Omit<Spent, 'id' | 'at'> & { readonly id?: string })[] = [];
  const estimates: SpendingEstimate[] = [];
  const answers = new Map<string, string>();
  let ids = 0;
  const given = deps([], {
    budget: { promptTokens: 6000, replyTokens: 900 },
    makeBoundary: () => String((ids += 1)),
    spending: {
      refuse: async (estimate) => (estimates.push(estimate), refusal),
      note: async (spent) => void notes.push(spent),
    },
    cache: { get: async (key) => answers.get(key), put: async (key, answer) => void answers.set(key, answer) },
  });
  /** What the rows say in the end. */
  const rows = () => [...new Map(notes.map((one) => [one.id, one])).values()];
  return { given, notes, estimates, answers, rows };
}
const askFor = (model: LanguageModel, change: Partial<ModelAsk> = {}): ModelAsk => ({
  model,
  prompt,
  purpose: 'draft',
  draftId: 'd1',
  isCacheable: true,
  signal: new AbortController().signal,
  ...change,
});
/** A model whose stream is these events, and then this failure. */
const streams = (events: readonly ModelEvent[], failure?: Failure): LanguageModel => ({
  ...makeModel(''),
  async *stream() {
    yield* events;
    if (failure) throw new FailureError(failure);
  },
});

it('over budget, nothing is sent and nothing is counted', async () => {
  const { given, notes } = makeTill(overBudget);
  const model = makeModel('Hello');
  await expect(askModel(askFor(model), given)).rejects.toMatchObject({ failure: overBudget });
  expect(model.asked).toEqual([]);
  expect(notes).toEqual([]);
});

it('what a model may think is reserved beside the reply', async () => {
  const { given, estimates } = makeTill();
  await askModel(askFor({ ...makeModel('Hello'), maxThinkingTokens: 4000 }), given);
  expect(estimates).toEqual([{ draftId: 'd1', tokens: { input: 100, output: 4900 }, price: undefined }]);
});

it('while it runs, a request counts as the most that it may cost: a worker that ends leaves that behind', async () => {
  const { given, rows } = makeTill();
  let during: Spent['tokens'] | undefined;
  const model = makeModel(() => ((during = rows()[0]?.tokens), 'Hello'));
  await askModel(askFor(model), given);
  expect(during).toEqual({ input: 100, output: 900, isEstimated: true });
});

it('afterwards it counts once, as what the server says, in money where there is a price', async () => {
  const { given, rows } = makeTill();
  const model = streams([
    { kind: 'text', text: 'Hello' },
    { kind: 'used', tokens: { input: 120, output: 30 } },
  ]);
  const { note } = await askModel(askFor({ ...model, price }), given);
  expect(rows()).toMatchObject([{ tokens: { input: 120, output: 30, isEstimated: false }, purpose: 'draft', draftId: 'd1' }]);
  expect(rows()[0]?.money).toBeCloseTo(0.0042);
  expect(note).toMatchObject({ tokens: { input: 120, output: 30 }, asked: { host: 'model.example' } });
});

it('without a word of the server’s it is estimated, and says so', async () => {
  const { given, rows } = makeTill();
  await askModel(askFor(makeModel('Hello Lucía, the link is valid for 60 minutes.')), given);
  const [row] = rows();
  expect(row?.tokens).toMatchObject({ input: 100, isEstimated: true });
  expect(row?.tokens.output).toBeGreaterThan(5);
});

it.each([
  ['text came before it failed', [{ kind: 'text', text: 'Hello Lucía, ' }], 'backend-cut-off', 100],
  ['it thought and said nothing', [{ kind: 'used', tokens: { input: 90, output: 4000 } }], 'backend-garbled', 90],
  ['it was taken on and nothing came', [], 'backend-silent', 100],
  ['it was turned away', [], 'backend-rejected', 0],
  ['nobody was reached', [], 'backend-unreachable', 0],
] as const)('a request that failed is counted for what it cost: %s', async (_when, events, kind, input) => {
  const failures = {
    'backend-cut-off': { kind: 'backend-cut-off', host: 'h', received: 13 },
    'backend-garbled': { kind: 'backend-garbled', host: 'h', said: '' },
    'backend-silent': { kind: 'backend-silent', host: 'h', afterMs: 1 },
    'backend-rejected': { kind: 'backend-rejected', host: 'h', status: 401, said: '' },
    'backend-unreachable': { kind: 'backend-unreachable', host: 'h' },
  } as const;
  const { given, rows } = makeTill();
  await expect(askModel(askFor(streams(events, failures[kind])), given)).rejects.toMatchObject({ failure: { kind } });
  expect(rows()).toHaveLength(1);
  expect(rows()[0]?.tokens.input).toBe(input);
});

it('a value as JSON is held to the budget and counted in the same way, also when it fails', async () => {
  const { given, rows } = makeTill();
  const failure: Failure = { kind: 'backend-garbled', host: 'h', said: '' };
  const ask = { ...askFor(makeModel(failure)), purpose: 'extras', name: 'facts', schema: {} } as const;
  await expect(askJson(ask, given, ask.signal)).rejects.toMatchObject({ failure });
  expect(rows()).toMatchObject([{ purpose: 'extras', tokens: { input: 100 } }]);
  const refused = makeTill(overBudget);
  const model = makeModel('{}');
  await expect(askJson({ ...ask, model }, refused.given, ask.signal)).rejects.toMatchObject({ failure: overBudget });
  expect(model.asked).toEqual([]);
});

it('an answer that is remembered serves the identical request, shown and free; any other request is made', async () => {
  const { given, notes } = makeTill();
  const model = makeModel('Hello');
  await (await askModel(askFor(model), given)).remember('Hello');
  const before = notes.length;
  let shown = '';
  const again = await askModel(askFor(model, { onText: (text) => void (shown = text) }), given);
  expect([again.text, shown, again.note.tokens]).toEqual(['Hello', 'Hello', { input: 0, output: 0, isEstimated: false }]);
  expect([model.asked.length, notes.length]).toEqual([1, before]);
  for (const other of [{ prompt: { ...prompt, fingerprint: 'other' } }, { isCacheable: false }, { maxTokens: 50 }])
    await askModel(askFor(model, other), given);
  expect(model.asked).toHaveLength(4);
});

it('nonsense is never remembered: the good second answer serves the first request from then on', async () => {
  const { given } = makeTill();
  const good = 'Hello Lucía,\n\nThe link is valid for 60 minutes and works once.\n\nBest regards';
  const model = makeModel('Hallo Lucía, der Link zum Zurücksetzen ist nicht mehr gültig und wir bitten um etwas Geduld.', good);
  const write = () =>
    writeWithModel(
      { model, prompt, purpose: 'draft', language: 'en', isCacheable: true, onText: () => undefined },
      { deps: given, ask: { draftId: 'd1' }, signal: new AbortController().signal },
    );
  const first = await write();
  expect(model.asked).toHaveLength(2);
  expect(await write()).toMatchObject({ marked: first.marked });
  expect(model.asked).toHaveLength(2);
});

it('nonsense twice is a failure, and the identical request is made anew', async () => {
  const { given } = makeTill();
  const model = makeModel('Hallo Lucía, der Link zum Zurücksetzen ist nicht mehr gültig und wir bitten um etwas Geduld.');
  for (const asked of [2, 4]) {
    const written = writeWithModel(
      { model, prompt, purpose: 'draft', language: 'en', isCacheable: true, onText: () => undefined },
      { deps: given, ask: { draftId: 'd1' }, signal: new AbortController().signal },
    );
    await expect(written).rejects.toMatchObject({ failure: { kind: 'model-nonsense' } });
    expect(model.asked).toHaveLength(asked);
  }
});

it('a cancelled request ends with the signal’s reason, and counts', async () => {
  const { given, rows } = makeTill();
  const cancel = new AbortController();
  const model = makeModel('Hello Lucía, how are you?');
  const asked = askModel(askFor(model, { signal: cancel.signal, onText: () => cancel.abort(new Error('stopped')) }), given);
  await expect(asked).rejects.toThrow('stopped');
  expect(rows()[0]?.tokens.input).toBe(100);
});
