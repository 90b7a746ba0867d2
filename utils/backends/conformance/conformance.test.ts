import { afterEach, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultAnswer, type FaultServer } from '../../../e2e/servers/fault-server.ts';
import { toFailure, type Failure } from '../../domain/failure.ts';
import { streamChat } from '../stream-chat.ts';
import { testConnection } from '../test-connection.ts';
import { KEY, makeDeps } from '../test-support.ts';
import { families } from './families.ts';

let server: FaultServer | undefined;
afterEach(() => server?.close());

/** One try at a reply: what was read, and the failure it ended in, if it did. */
async function read(answer: FaultAnswer): Promise<{ text: string; failure?: Failure }> {
  server = await startFaultServer({ '/v1/chat/completions': [answer] });
  const endpoint = { baseUrl: `${server.origin}/v1`, model: 'm' };
  let text = '';
  try {
    const pieces = streamChat(
      { endpoint, key: KEY, deps: makeDeps() },
      [{ role: 'user', content: 'Hi' }],
      new AbortController().signal,
    );
    for await (const piece of pieces) text += piece;
    return { text };
  } catch (thrown) {
    return { text, failure: toFailure(thrown) };
  }
}

/** What the test of a connection says of a list of models when `model` is asked for. */
async function list(body: string, model: string): Promise<{ ok: boolean; said: string } | undefined> {
  server = await startFaultServer({ '/v1/models': [{ pieces: [body] }], '/v1/chat/completions': [{ status: 500 }] });
  return (await testConnection({ baseUrl: `${server.origin}/v1`, model }, KEY, makeDeps()))[0];
}

describe.each(families)('$name', ({ streams, errors, models }) => {
  it.each(streams)('streams $what', async ({ wire, text, fails }) => {
    const whole = await read({ pieces: wire });
    expect(whole.text).toBe(text);
    if (fails === undefined) expect(whole.failure).toBeUndefined();
    else expect(whole.failure).toMatchObject({ ...fails, host: server?.host });
  });

  it.each(streams)('streams $what, in packets of 7 bytes', async ({ wire, text }) => {
    const bytes = Buffer.from(wire.join(''));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => bytes.subarray(7 * index, 7 * index + 7));
    expect((await read({ pieces })).text).toBe(text);
  });

  it.each(errors)('refuses with $what ($status)', async ({ status, headers, body, said }) => {
    const answer = await read({
      status,
      headers: { 'content-type': 'application/json', ...headers },
      pieces: body === '' ? [] : [body],
    });
    expect(answer).toEqual({ text: '', failure: { kind: 'backend-rejected', host: server?.host, status, said } });
  });

  it.each(models)('lists $what', async ({ body, ids, alsoCalled }) => {
    for (const id of [...ids, ...(alsoCalled === undefined ? [] : [alsoCalled])]) {
      expect(await list(body, id), id).toMatchObject({ ok: true, said: expect.stringContaining('takes the key') });
      await server?.close();
    }
    const missing = await list(body, 'not-there');
    for (const id of ids) expect(missing).toMatchObject({ ok: false, said: expect.stringContaining(id) });
    if (ids.length === 0) expect(missing).toMatchObject({ ok: true });
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
