import { afterEach, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultAnswer, type FaultServer } from '../../../e2e/servers/fault-server.ts';
import { toFailure, type Failure } from '../../domain/failure.ts';
import type { PresetId } from '../../domain/settings.ts';
import { createLanguageModel } from '../language-model.ts';
import { readModels } from '../list-models.ts';
import { testConnection } from '../test-connection.ts';
import { KEY, makeDeps } from '../test-support.ts';
import { families } from './families.ts';

let server: FaultServer | undefined;
afterEach(() => server?.close());

type ReadReply = { text: string; used?: object; failure?: Failure };

/** One try at a reply: what was read, and the failure it ended in, if it did. */
async function read(preset: PresetId, answer: FaultAnswer): Promise<ReadReply> {
  server = await startFaultServer({ '/v1/chat/completions': [answer] });
  const model = createLanguageModel({ baseUrl: `${server.origin}/v1`, model: 'm', preset }, KEY, makeDeps(), 1);
  const seen: ReadReply = { text: '' };
  try {
    const request = { messages: [{ role: 'user', content: 'Hi' }], maxTokens: 500 } as const;
    for await (const event of model.stream(request, new AbortController().signal)) {
      if (event.kind === 'text') seen.text += event.text;
      else seen.used = event.tokens;
    }
    return seen;
  } catch (thrown) {
    return { ...seen, failure: toFailure(thrown) };
  }
}

async function startList(preset: PresetId, body: string): Promise<{ baseUrl: string; preset: PresetId }> {
  const list = { pieces: [body] };
  server = await startFaultServer({
    '/v1/models': [list],
    '/v1/models?limit=1000': [list],
    '/v1/chat/completions': [{ status: 500 }],
  });
  return { baseUrl: `${server.origin}/v1`, preset };
}

describe.each(families)('$name', ({ preset, streams, errors, models }) => {
  it.each(streams)('streams $what', async ({ wire, text, used, fails }) => {
    const whole = await read(preset, { pieces: wire });
    expect(whole.text).toBe(text);
    if (used !== undefined) expect(whole.used).toEqual(used);
    if (fails === undefined) expect(whole.failure).toBeUndefined();
    else expect(whole.failure).toMatchObject({ ...fails, host: server?.host });
  });

  it.each(streams)('streams $what, in packets of 7 bytes', async ({ wire, text }) => {
    const bytes = Buffer.from(wire.join(''));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => bytes.subarray(7 * index, 7 * index + 7));
    expect((await read(preset, { pieces })).text).toBe(text);
  });

  it.each(errors)('refuses with $what ($status)', async ({ status, headers, body, said }) => {
    const answer = await read(preset, {
      status,
      headers: { 'content-type': 'application/json', ...headers },
      pieces: body === '' ? [] : [body],
    });
    expect(answer).toEqual({ text: '', failure: { kind: 'backend-rejected', host: server?.host, status, said } });
  });

  it.each(models)('lists $what', async ({ body, ids, embeds = [], alsoCalled }) => {
    const endpoint = await startList(preset, body);
    const listed = await readModels(
      { endpoint: { ...endpoint, model: '' }, key: KEY, deps: makeDeps() },
      new AbortController().signal,
    );
    expect(listed?.map(({ id }) => id)).toEqual(ids);
    expect(listed?.filter(({ does }) => does === 'embedding').map(({ id }) => id)).toEqual(embeds);
    for (const model of [...ids.slice(0, 1), ...(alsoCalled === undefined ? [] : [alsoCalled])]) {
      const [first] = await testConnection({ ...endpoint, model }, KEY, makeDeps());
      expect(first, model).toMatchObject({ ok: true });
    }
  });
});

it('every shape names where it is documented and when that was looked up', () => {
  const documented = families.flatMap(({ streams, errors, models }) => [...streams, ...errors, ...models]);
  expect(documented.length).toBeGreaterThan(80);
  for (const { source, lookedUp } of documented) {
    expect(URL.parse(source)?.protocol).toBe('https:');
    expect(lookedUp).toMatch(/^2026-\d\d-\d\d$/);
  }
});
