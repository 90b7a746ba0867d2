import { afterEach, describe, expect, it } from 'vitest';
import { startFaultServer, toEvent, toStream, type FaultAnswer, type FaultServer } from '../../e2e/servers/fault-server.ts';
import { toFailure } from '../domain/failure.ts';
import type { ModelRequest } from '../ports/language-model.ts';
import { createLanguageModel } from './language-model.ts';
import { KEY, makeDeps } from './test-support.ts';

const request: ModelRequest = {
  messages: [
    { role: 'system', content: 'Answer.' },
    { role: 'user', content: 'How long does a refund take?' },
  ],
  maxTokens: 900,
};

let server: FaultServer | undefined;
afterEach(() => server?.close());

async function draft(answers: readonly FaultAnswer[], deps = makeDeps(), signal = new AbortController().signal) {
  server = await startFaultServer({ '/v1/chat/completions': answers });
  const model = createLanguageModel({ baseUrl: `${server.origin}/v1/`, model: 'm' }, KEY, deps);
  let text = '';
  try {
    for await (const event of model.stream(request, signal)) if (event.kind === 'text') text += event.text;
    return { text, waits: deps.waits, tries: server.seen.length };
  } catch (thrown) {
    return { text, failure: toFailure(thrown), waits: deps.waits, tries: server.seen.length };
  }
}

const good = toStream('Refunds take 5 days. [1]');
const done = 'data: [DONE]\n\n';
const json = { 'content-type': 'application/json' };

describe('what servers send', () => {
  const umlauts = new TextEncoder().encode(`${toEvent('Größe 5 € 👍🏽')}${toEvent(undefined, 'stop')}${done}`);
  it.each(Array.from(umlauts.slice(0, 110), (_, at) => at))('reads UTF-8 split at byte %i', async (at) => {
    expect(await draft([{ pieces: [umlauts.slice(0, at), umlauts.slice(at)] }])).toMatchObject({
      text: 'Größe 5 € 👍🏽',
      tries: 1,
    });
  });
  it.each([
    ['CRLF line ends', [toEvent('Hi').replaceAll('\n', '\r\n'), toEvent(undefined, 'stop').replaceAll('\n', '\r\n')]],
    ['CR line ends', [toEvent('Hi').replaceAll('\n', '\r'), toEvent(undefined, 'stop').replaceAll('\n', '\r')]],
    ['keep-alive comments', [': ping\n\n', toEvent('Hi'), ': ping\n\n', toEvent(undefined, 'stop'), done]],
    ['no [DONE] after a finish reason', [toEvent('Hi'), toEvent(undefined, 'stop')]],
    ['no finish reason before [DONE]', [toEvent('Hi'), done]],
    ['[DONE] split over packets', [toEvent('Hi'), 'data: [DO', 'NE]\n\n']],
    ['reasoning beside the text', [`data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}\n\n`, toEvent('Hi', 'stop')]],
    ['usage in a chunk of its own', [toEvent('Hi', 'stop'), 'data: {"choices":[],"usage":{"total_tokens":3}}\n\n', done]],
    ['a whole answer instead of a stream', ['{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}']],
  ])('takes %s', async (_, pieces) => {
    expect(await draft([{ pieces }])).toEqual({ text: 'Hi', waits: [], tries: 1 });
  });
});

describe('tries again before the first word, at most three times', () => {
  it.each([408, 409, 429, 500, 502, 503, 504])('after %i', async (status) => {
    expect(await draft([{ status }, good])).toMatchObject({ text: 'Refunds take 5 days. [1]', tries: 2, waits: [250] });
  });
  it('after a connection that breaks', async () => {
    expect(await draft([{ ending: 'cut' }, good])).toMatchObject({ text: 'Refunds take 5 days. [1]', tries: 2 });
  });
  it('and gives up after the third', async () => {
    expect(await draft([{ status: 503, pieces: ['busy'] }])).toMatchObject({
      failure: { kind: 'backend-rejected', status: 503, said: 'busy' },
      tries: 3,
      waits: [250, 500],
    });
  });
  it.each([400, 401, 403, 404, 422])('never after %i', async (status) => {
    expect(await draft([{ status }, good])).toMatchObject({ failure: { kind: 'backend-rejected', status }, tries: 1 });
  });
  it.each([
    ['retry-after', '2', [2000]],
    ['retry-after', 'Sat, 21 Nov 2026 10:00:07 GMT', [7000]],
    ['retry-after-ms', '120', [120]],
    ['retry-after', '60', [60_000]],
    ['retry-after', '0', [250]],
    ['retry-after', '-5', [250]],
    ['retry-after', 'soon', [250]],
    ['retry-after', 'Sat, 21 Nov 2020 10:00:00 GMT', [250]],
  ])('waits as %s: %s asks', async (name, value, waits) => {
    expect(await draft([{ status: 429, headers: { [name]: value } }, good])).toMatchObject({ tries: 2, waits });
  });
  it('leaves a server alone that asks for an hour', async () => {
    const asked = await draft([{ status: 429, headers: { 'retry-after': '3600' } }, good]);
    expect(asked).toMatchObject({ failure: { status: 429 }, tries: 1, waits: [] });
  });
  it('never after the first word', async () => {
    const broken = await draft([{ pieces: [toEvent('Refunds')], ending: 'cut' }, good]);
    expect(broken).toMatchObject({ text: 'Refunds', failure: { kind: 'backend-cut-off', received: 7 }, tries: 1 });
  });
});

describe('an answer that is none', () => {
  it.each<[string, FaultAnswer, object]>([
    ['a stream that ends early', { pieces: [toEvent('Half a')] }, { kind: 'backend-cut-off', received: 6 }],
    ['a reply cut at the token limit', { pieces: [toEvent('Half a', 'length'), done] }, { kind: 'backend-cut-off', received: 6 }],
    [
      'a web page',
      { pieces: ['\n<!doctype html><title>Sign in</title>'] },
      { kind: 'backend-garbled', said: 'A web page: Sign in' },
    ],
    [
      'a good status with an error',
      { headers: json, pieces: ['{"error":{"message":"no GPU"}}'] },
      { kind: 'backend-garbled', said: 'no GPU' },
    ],
    [
      'an error in the stream',
      { pieces: [toEvent('A'), 'data: {"error":{"message":"no GPU"}}\n\n'] },
      { kind: 'backend-garbled', said: 'no GPU' },
    ],
    ['nothing', {}, { kind: 'backend-garbled', said: 'The answer is empty.' }],
    ['no text', { pieces: [toEvent(undefined, 'stop'), done] }, { kind: 'backend-garbled', said: 'The answer holds no text.' }],
    [
      'reasoning only',
      { pieces: ['data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}\n\n', done] },
      { kind: 'backend-garbled' },
    ],
    ['broken JSON in the stream', { pieces: ['data: {"choices":\n\n', done] }, { kind: 'backend-garbled' }],
    ['broken JSON', { headers: json, pieces: ['{"choices":'] }, { kind: 'backend-garbled' }],
    ['another shape', { pieces: ['data: {"choices":"none"}\n\n', done] }, { kind: 'backend-garbled' }],
    ['a redirect', { status: 307, headers: { location: 'https://elsewhere.example/' } }, { kind: 'backend-unreachable' }],
  ])('%s is told as such', async (_, answer, failure) => {
    expect((await draft([answer])).failure).toMatchObject({ ...failure, host: server?.host });
  });
  it('a server that is down is unreachable after three tries', async () => {
    const down = await startFaultServer({});
    await down.close();
    const deps = makeDeps();
    const model = createLanguageModel({ baseUrl: down.origin, model: 'm' }, KEY, deps);
    await expect(model.stream(request, new AbortController().signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      failure: { kind: 'backend-unreachable', host: down.host },
    });
    expect(deps.waits).toEqual([250, 500]);
  });
  it('silence before the first byte ends after the time set for it', async () => {
    const silent = await draft([{ ending: 'hang' }], makeDeps([150_000]));
    expect(silent).toMatchObject({ failure: { kind: 'backend-silent', afterMs: 150_000 }, tries: 1 });
  });
  it('silence in the middle keeps what came', async () => {
    const silent = await draft([{ pieces: [toEvent('Half')], ending: 'hang' }], makeDeps([40_000]));
    expect(silent).toMatchObject({ text: 'Half', failure: { kind: 'backend-silent', afterMs: 40_000 }, tries: 1 });
  });
  it('the key is taken out of what the server says, also when it is half hidden', async () => {
    const said = `Incorrect key ${KEY}, shown as sk-nor***6789. ${'x'.repeat(400)}`;
    const refused = await draft([{ status: 401, headers: json, pieces: [JSON.stringify({ error: { message: said } })] }]);
    expect(JSON.stringify(refused)).not.toMatch(/sk-nor/);
    expect(refused.failure).toMatchObject({ said: expect.stringMatching(/^Incorrect key \[key\], shown as \[key\] x+$/) });
  });
});

describe('cancelling', () => {
  it.each<[string, FaultAnswer]>([
    ['before the first byte', { ending: 'hang' }],
    ['in the middle', { pieces: [toEvent('Half')], ending: 'hang' }],
  ])('%s throws the reason and closes the connection', async (_, answer) => {
    server = await startFaultServer({ '/v1/chat/completions': [answer] });
    const cancel = new AbortController();
    const model = createLanguageModel({ baseUrl: `${server.origin}/v1`, model: 'm' }, KEY, makeDeps());
    const run = (async () => {
      for await (const _event of model.stream(request, cancel.signal)) cancel.abort(new Error('cancelled'));
    })();
    if (answer.pieces === undefined) {
      const { seen } = server;
      await expect.poll(() => seen.length).toBe(1);
      cancel.abort(new Error('cancelled'));
    }
    await expect(run).rejects.toThrow('cancelled');
    await server.clientGone;
  });
});

it('sends the key in one header, without cookie or referrer, whatever was pasted around it', async () => {
  server = await startFaultServer({ '/v1/chat/completions': [good] });
  const model = createLanguageModel({ baseUrl: `${server.origin}/v1`, model: 'm' }, ` Bearer ${KEY}\n`, makeDeps());
  await Array.fromAsync(model.stream(request, new AbortController().signal));
  const [sent] = server.seen;
  expect(sent?.headers).toMatchObject({ authorization: `Bearer ${KEY}` });
  expect(sent?.headers).not.toHaveProperty('cookie');
  expect(sent?.headers).not.toHaveProperty('referer');
  expect(sent?.body).not.toContain(KEY);
});
