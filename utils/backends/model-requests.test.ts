import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startFaultServer, toEvent, toStream, type FaultAnswer, type FaultServer } from '../../e2e/servers/fault-server.ts';
import { toFailure } from '../domain/failure.ts';
import type { PresetId } from '../domain/settings.ts';
import type { ModelEvent, ModelMessage } from '../ports/language-model.ts';
import { createLanguageModel } from './language-model.ts';
import { KEY, makeDeps } from './test-support.ts';

let server: FaultServer | undefined;
afterEach(() => server?.close());
const signal = new AbortController().signal;

const schema = z.toJSONSchema(z.object({ intent: z.string().max(40), urgent: z.boolean() }));
const messages: readonly ModelMessage[] = [
  { role: 'system', content: 'Answer.' },
  { role: 'user', content: 'Hi' },
];
const refuse = (message: string, status = 400): FaultAnswer => ({ status, pieces: [JSON.stringify({ error: { message } })] });
const ok = toStream('Hi');
const toMessage = (message: object): FaultAnswer => ({
  pieces: [
    JSON.stringify({
      choices: [{ message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 },
    }),
  ],
});

async function open(answers: readonly FaultAnswer[], preset: PresetId = 'other', model = 'm') {
  server = await startFaultServer({ '/v1/chat/completions': answers });
  const asked = createLanguageModel({ baseUrl: `${server.origin}/v1`, model, preset }, KEY, makeDeps());
  const { seen } = server;
  return {
    bodies: () => seen.map(({ body }) => JSON.parse(body) as Record<string, unknown>),
    headers: () => seen.map(({ headers }) => headers),
    stream: async (): Promise<ModelEvent[]> => Array.fromAsync(asked.stream({ messages, maxTokens: 500 }, signal)),
    askJson: () => asked.askJson({ name: 'facts', schema, messages, maxTokens: 300 }, signal),
  };
}

describe('what each family is sent', () => {
  it.each<[PresetId, string, object]>([
    ['openai', 'gpt-6-luna', { max_completion_tokens: 4500, reasoning_effort: 'low', stream_options: { include_usage: true } }],
    ['openai', 'gpt-4o', { max_completion_tokens: 500, stream_options: { include_usage: true } }],
    [
      'azure-openai',
      'gpt-5-mini',
      { max_completion_tokens: 4500, reasoning_effort: 'low', stream_options: { include_usage: true } },
    ],
    ['anthropic', 'claude-haiku-4-1', { max_completion_tokens: 500, stream_options: { include_usage: true } }],
    ['gemini', 'gemini-3.5-flash-lite', { max_tokens: 4500, stream_options: { include_usage: true } }],
    ['mistral', 'mistral-small-latest', { max_tokens: 500 }],
    ['openrouter', 'openai/gpt-4o', { max_tokens: 500 }],
    ['ollama', 'llama3.2', { max_tokens: 500, stream_options: { include_usage: true } }],
    ['ollama', 'qwen3:8b', { max_tokens: 4500, stream_options: { include_usage: true } }],
    ['other', 'm', { max_tokens: 500, stream_options: { include_usage: true } }],
  ])('%s, %s', async (preset, model, fields) => {
    const asked = await open([ok], preset, model);
    await asked.stream();
    expect(asked.bodies()).toEqual([{ model, messages, stream: true, ...fields }]);
  });

  it.each<[PresetId, Record<string, string | undefined>]>([
    ['openai', { authorization: `Bearer ${KEY}`, 'api-key': undefined }],
    ['azure-openai', { 'api-key': KEY, authorization: undefined }],
    ['anthropic', { authorization: `Bearer ${KEY}`, 'anthropic-dangerous-direct-browser-access': 'true' }],
  ])('the key of %s', async (preset, headers) => {
    const asked = await open([ok], preset);
    await asked.stream();
    for (const [name, value] of Object.entries(headers)) expect(asked.headers()[0]?.[name], name).toBe(value);
  });
});

describe('a field that a server refuses is left out, at once and from then on', () => {
  it.each<[string, FaultAnswer, string[]]>([
    [
      'max_tokens',
      refuse("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
      ['max_completion_tokens', 'stream_options'],
    ],
    ['stream_options', refuse('Unknown field: stream_options', 422), ['max_tokens']],
    ['one that it does not name', refuse('Extra inputs are not permitted', 422), ['max_tokens']],
  ])('%s', async (_, refusal, fields) => {
    const asked = await open([refusal, ok]);
    expect(await asked.stream()).toEqual([{ kind: 'text', text: 'Hi' }]);
    await asked.stream();
    const sent = asked
      .bodies()
      .map(({ model: _model, messages: _messages, stream: _stream, ...rest }) => Object.keys(rest).toSorted());
    expect(sent).toEqual([['max_tokens', 'stream_options'], fields, fields]);
  });
  it('the role system', async () => {
    const asked = await open([refuse('System role not supported'), ok]);
    await asked.stream();
    expect(asked.bodies()[1]?.messages).toEqual([{ role: 'user', content: 'Answer.\n\nHi' }]);
  });
  it('room to think is given to a model that turns out to need it', async () => {
    const asked = await open([{ pieces: [toEvent('<think>hm'), toEvent(undefined, 'length'), 'data: [DONE]\n\n'] }, ok]);
    expect(await asked.stream()).toEqual([{ kind: 'text', text: 'Hi' }]);
    expect(asked.bodies().map((body) => body.max_tokens)).toEqual([500, 4500]);
  });
  it('a refusal of anything else is told', async () => {
    const asked = await open([refuse("This model's maximum context length is 4096 tokens, max_tokens is too large")]);
    expect(await asked.stream().catch(toFailure)).toMatchObject({ kind: 'backend-rejected', status: 400 });
    expect(asked.bodies()).toHaveLength(1);
  });
  it('a server that refuses whatever is sent is not asked for ever', async () => {
    const asked = await open([
      refuse('unknown field max_tokens max_completion_tokens stream_options reasoning system json tool'),
    ]);
    expect(await asked.stream().catch(toFailure)).toMatchObject({ kind: 'backend-rejected' });
    expect(await asked.askJson().catch(toFailure)).toMatchObject({ kind: 'backend-rejected' });
    expect(asked.bodies().length).toBeLessThan(16);
  });
});

describe('tokens', () => {
  const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 };
  const chunk = (rest: object, content = 'Hi'): string =>
    `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: 'stop' }], ...rest })}\n\n`;
  it.each<[string, string[], object | undefined]>([
    ['in a chunk of its own', [chunk({}), `data: ${JSON.stringify({ choices: [], usage })}\n\n`], { input: 9, output: 3 }],
    [
      'in every chunk',
      [chunk({ usage: { prompt_tokens: 9, completion_tokens: 1 } }), chunk({ usage }, '')],
      { input: 9, output: 3 },
    ],
    ['with thoughts in the total only (Gemini)', [chunk({ usage: { ...usage, total_tokens: 50 } })], { input: 9, output: 41 }],
    ['as Anthropic names them', [chunk({ usage: { input_tokens: 9, output_tokens: 3 } })], { input: 9, output: 3 }],
    ['as timings (llama.cpp)', [chunk({ timings: { prompt_n: 4, cache_n: 5, predicted_n: 3 } })], { input: 9, output: 3 }],
    ['that are no numbers', [chunk({ usage: { prompt_tokens: 'many' } })], undefined],
    ['that are not told', [chunk({})], undefined],
  ])('%s', async (_, pieces, tokens) => {
    const events = await (await open([{ pieces: [...pieces, 'data: [DONE]\n\n'] }])).stream();
    expect(events.slice(1)).toEqual(tokens ? [{ kind: 'used', tokens }] : []);
  });
  it('are told of a reply that was cut at its limit too', async () => {
    const asked = await open([
      { pieces: [toEvent('Half', 'length'), `data: ${JSON.stringify({ choices: [], usage })}\n\n`, 'data: [DONE]\n\n'] },
    ]);
    const seen: ModelEvent[] = [];
    const model = createLanguageModel({ baseUrl: `${server?.origin}/v1`, model: 'm' }, KEY, makeDeps());
    const run = (async () => {
      for await (const event of model.stream({ messages, maxTokens: 500 }, signal)) seen.push(event);
    })();
    await expect(run).rejects.toMatchObject({ failure: { kind: 'backend-cut-off' } });
    expect(seen).toEqual([
      { kind: 'text', text: 'Half' },
      { kind: 'used', tokens: { input: 9, output: 3 } },
    ]);
    expect(asked.bodies()).toHaveLength(1);
  });
});

it('an answer without end is cut off, whatever limit the server keeps to', async () => {
  const asked = await open([{ pieces: Array.from({ length: 40 }, () => toEvent('x'.repeat(500))) }]);
  expect(await asked.stream().catch(toFailure)).toMatchObject({ kind: 'backend-cut-off', received: 6500 });
});

describe('JSON', () => {
  const value = { intent: 'refund', urgent: false };
  const text = toMessage({ content: JSON.stringify(value) });
  const call = toMessage({
    content: null,
    tool_calls: [{ id: 'c', type: 'function', function: { name: 'facts', arguments: JSON.stringify(value) } }],
  });

  it('is held to a schema, strictly where the schema allows it', async () => {
    const asked = await open([text]);
    expect(await asked.askJson()).toEqual({ value, tokens: { input: 9, output: 4 } });
    expect(asked.bodies()[0]?.response_format).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'facts',
        strict: true,
        schema: {
          type: 'object',
          properties: { intent: { type: 'string' }, urgent: { type: 'boolean' } },
          required: ['intent', 'urgent'],
          additionalProperties: false,
        },
      },
    });
  });
  it('is asked of Anthropic as a tool call, since it ignores schemas', async () => {
    const asked = await open([call], 'anthropic');
    expect((await asked.askJson()).value).toEqual(value);
    expect(asked.bodies()[0]).toMatchObject({ tool_choice: { function: { name: 'facts' } } });
    expect(asked.bodies()[0]).not.toHaveProperty('response_format');
  });
  it.each([400, 404, 422, 501])(
    'is asked for as a tool call after %i about schemas, then in words; what worked is kept',
    async (status) => {
      const prose = toMessage({ content: 'Here you go:\n```json\n{intent: "refund", "urgent": False,}\n```' });
      const asked = await open([
        refuse('response_format json_schema is not supported', status),
        refuse('tools are not supported', status),
        prose,
      ]);
      expect((await asked.askJson()).value).toEqual(value);
      await asked.askJson();
      const sent = asked.bodies().map((body) => ('response_format' in body ? 'schema' : 'tools' in body ? 'tool' : 'words'));
      expect(sent).toEqual(['schema', 'tool', 'words', 'words']);
      expect(JSON.stringify(asked.bodies()[2]?.messages)).toContain('one JSON object, nothing else');
    },
  );
  it('is asked for in another way when the server lets the schema pass and the model does not', async () => {
    const asked = await open([toMessage({ content: 'A refund.' }), call]);
    expect((await asked.askJson()).value).toEqual(value);
  });
  it.each([
    ['text', [{ content: '{"intent":"refund",' }, { content: '"urgent":false}' }]],
    [
      'a tool call',
      [
        { tool_calls: [{ function: { arguments: '{"intent":"refund",' } }] },
        { tool_calls: [{ function: { arguments: '"urgent":false}' } }] },
      ],
    ],
  ])('is read from a stream that nobody asked for: %s', async (_, deltas) => {
    const pieces = deltas.map((delta) => `data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`);
    expect((await (await open([{ pieces: [...pieces, 'data: [DONE]\n\n'] }])).askJson()).value).toEqual(value);
  });
  it('that never comes is nonsense', async () => {
    const asked = await open([toMessage({ content: 'A refund.' })]);
    expect(await asked.askJson().catch(toFailure)).toMatchObject({ kind: 'model-nonsense', host: server?.host });
    expect(asked.bodies()).toHaveLength(3);
  });
  it('is found behind what the model thinks', async () => {
    const asked = await open([toMessage({ content: 'Maybe {"intent":"no"}?</think>{"intent":"refund","urgent":false}' })]);
    expect((await asked.askJson()).value).toEqual(value);
  });
  it('is tried again after a failure that passes, at most three times', async () => {
    const asked = await open([{ status: 503 }, text]);
    expect((await asked.askJson()).value).toEqual(value);
    const busy = await open([{ status: 503 }]);
    expect(await busy.askJson().catch(toFailure)).toMatchObject({ status: 503 });
    expect(busy.bodies()).toHaveLength(3);
  });
  it.each<[string, FaultAnswer, object]>([
    ['a web page', { pieces: ['<html><title>Sign in</title>'] }, { kind: 'backend-garbled', said: 'A web page: Sign in' }],
    ['an error with a good status', { pieces: ['{"error":"no GPU"}'] }, { kind: 'backend-garbled', said: 'no GPU' }],
    ['no JSON at all', { pieces: ['oops'] }, { kind: 'backend-garbled' }],
    ['nothing', { pieces: [''] }, { kind: 'backend-garbled', said: 'The answer is empty.' }],
    ['a wrong key', { status: 401 }, { kind: 'backend-rejected', status: 401 }],
  ])('%s is told as such', async (_, answer, failure) => {
    expect(await (await open([answer])).askJson().catch(toFailure)).toMatchObject(failure);
  });
});
