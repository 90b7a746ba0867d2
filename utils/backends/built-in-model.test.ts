import { describe, expect, it } from 'vitest';
import { toFailure } from '../domain/failure.ts';
import type { ModelEvent, ModelMessage } from '../ports/language-model.ts';
import { createBuiltInModel } from './built-in-model.ts';
import { builtInState, downloadBuiltIn } from './built-in-state.ts';
import { findPromptApi } from './prompt-api.ts';
import { createFakePromptApi, type FakePromptApi } from './prompt-api.test-support.ts';

const messages: readonly ModelMessage[] = [
  { role: 'system', content: 'Answer.' },
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello' },
  { role: 'system', content: 'Be short.' },
  { role: 'user', content: 'How long does a refund take?' },
];
const never = new AbortController().signal;
const stream = (promptApi: FakePromptApi, signal = never, maxTokens = 500): AsyncIterable<ModelEvent> =>
  createBuiltInModel({ promptApi }).stream({ messages, maxTokens }, signal);
const failureOf = (events: AsyncIterable<ModelEvent>) => Array.fromAsync(events).then(() => undefined, toFailure);
const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' };

describe('a reply', () => {
  it('streams without what the model thinks, from a session of its own that is closed again', async () => {
    const api = createFakePromptApi({ pieces: ['<think>hm</th', 'ink>Five', ' days.'] });
    const events = await Array.fromAsync(stream(api));
    expect(events.filter(({ kind }) => kind === 'text')).toEqual([
      { kind: 'text', text: 'Five' },
      { kind: 'text', text: ' days.' },
    ]);
    expect(events.at(-1)).toEqual({ kind: 'used', tokens: { input: 115, output: 5 } });
    expect(api.created[0]?.initialPrompts).toEqual([
      { role: 'system', content: 'Answer.\n\nBe short.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
    ]);
    expect(api.asked).toEqual([{ input: 'How long does a refund take?' }]);
    expect(api.destroyed).toBe(1);
  });

  it.each<[string, Parameters<typeof createFakePromptApi>[0], object]>([
    ['no model for this device', { states: ['unavailable'] }, { kind: 'model-unavailable', state: 'none' }],
    ['one that has to be downloaded', { states: ['downloadable'] }, { kind: 'model-unavailable', state: 'to-download' }],
    ['one that is being downloaded', { states: ['downloading'] }, { kind: 'model-unavailable', state: 'downloading' }],
    [
      'a browser that wants a click first',
      { refuses: new DOMException('Requires a user gesture', 'NotAllowedError') },
      { kind: 'model-unavailable', state: 'no-user-gesture' },
    ],
    [
      'a service that does not run',
      { refuses: new DOMException('', 'NotSupportedError') },
      { kind: 'model-unavailable', state: 'none' },
    ],
    [
      'a request that is too long',
      { refuses: Object.assign(new DOMException('Too large', 'QuotaExceededError'), { requested: 9000, quota: 6144 }) },
      { kind: 'backend-rejected', status: 413, said: expect.stringContaining('9000 tokens, it holds 6144') },
    ],
    [
      'the same while it answers',
      { breaks: new DOMException('', 'QuotaExceededError') },
      { kind: 'backend-rejected', status: 413 },
    ],
    [
      'a crash before the first word',
      { breaks: new DOMException('Crashed', 'UnknownError') },
      { kind: 'backend-garbled', said: 'UnknownError: Crashed' },
    ],
    [
      'a crash in the middle',
      { pieces: ['Five'], breaks: new DOMException('Crashed', 'UnknownError') },
      { kind: 'backend-cut-off', received: 4 },
    ],
    ['no text', { pieces: ['<think>hm'] }, { kind: 'backend-garbled' }],
    ['an answer without end', { pieces: ['x'.repeat(7000)] }, { kind: 'backend-cut-off' }],
  ])('that cannot be had because of %s says so', async (_, script, failure) => {
    const api = createFakePromptApi(script);
    expect(await failureOf(stream(api))).toMatchObject(failure);
    expect(api.destroyed).toBe(api.asked.length);
  });

  it('never begins a download', async () => {
    const api = createFakePromptApi({ states: ['downloadable'] });
    await failureOf(stream(api));
    expect(api.created).toEqual([]);
  });

  it.each(['opening', 'answering'] as const)('cancelled while %s throws the reason and closes the session', async (slow) => {
    const cancel = new AbortController();
    const api = createFakePromptApi({ pieces: ['Five'], slow });
    const run = Array.fromAsync(stream(api, cancel.signal));
    await expect.poll(() => (slow === 'opening' ? api.created : api.asked).length).toBe(1);
    cancel.abort(new Error('cancelled'));
    await expect(run).rejects.toThrow('cancelled');
    expect(api.destroyed).toBe(slow === 'opening' ? 0 : 1);
  });
});

describe('JSON', () => {
  const ask = (api: FakePromptApi) =>
    createBuiltInModel({ promptApi: api }).askJson({ name: 'facts', schema, messages, maxTokens: 300 }, never);
  it('is held to the schema', async () => {
    const api = createFakePromptApi({ pieces: ['{"intent":', '"refund"}'] });
    expect(await ask(api)).toEqual({ value: { intent: 'refund' }, tokens: expect.anything() });
    expect(api.asked[0]?.responseConstraint).toEqual({ type: 'object' });
  });
  it('that is none is nonsense', async () => {
    await expect(ask(createFakePromptApi({ pieces: ['A refund.'] }))).rejects.toMatchObject({
      failure: { kind: 'model-nonsense' },
    });
  });
});

describe('its state', () => {
  it.each([
    ['unavailable', 'none'],
    ['downloadable', 'to-download'],
    ['downloading', 'downloading'],
    ['available', 'ready'],
  ] as const)('%s is %s', async (state, told) => {
    expect(await builtInState(createFakePromptApi({ states: [state] }))).toBe(told);
  });
  it('is none where the browser has no such thing or fails to say', async () => {
    expect(findPromptApi({})).toBeUndefined();
    expect(findPromptApi({ LanguageModel: { availability: 1 } })).toBeUndefined();
    expect(
      await builtInState({ availability: () => Promise.reject(new Error('no')), create: () => expect.fail('not asked') }),
    ).toBe('none');
  });
  it('is found as a class with static methods, as browsers have it', async () => {
    class LanguageModel {
      static state = 'available' as const;
      static async availability() {
        return this.state;
      }
      static create = () => expect.fail('not asked');
    }
    expect(await builtInState(findPromptApi({ LanguageModel }))).toBe('ready');
  });
});

describe('downloading', () => {
  it('tells the share, never less than before, and ends with all of it', async () => {
    const shares: number[] = [];
    const api = createFakePromptApi({ states: ['downloadable'], progress: [0, 0.4, 0.3, 0.9] });
    await downloadBuiltIn((share) => shares.push(share), never, api);
    expect(shares).toEqual([0, 0.4, 0.4, 0.9, 1]);
    expect(api.destroyed).toBe(1);
  });
  it('says that a click is needed', async () => {
    const api = createFakePromptApi({ states: ['downloadable'], refuses: new DOMException('', 'NotAllowedError') });
    await expect(downloadBuiltIn(() => undefined, never, api)).rejects.toMatchObject({ failure: { state: 'no-user-gesture' } });
  });
  it('does not begin where there is no model', async () => {
    const api = createFakePromptApi({ states: ['unavailable'] });
    await expect(downloadBuiltIn(() => undefined, never, api)).rejects.toMatchObject({ failure: { state: 'none' } });
    expect(api.created).toEqual([]);
  });
  it('ends with the reason of an aborted signal', async () => {
    const cancel = new AbortController();
    const run = downloadBuiltIn(
      () => cancel.abort(new Error('cancelled')),
      cancel.signal,
      createFakePromptApi({ states: ['downloadable'], progress: [0.1], slow: 'opening' }),
    );
    await expect(run).rejects.toThrow('cancelled');
  });
});
