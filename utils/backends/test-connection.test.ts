import { afterEach, expect, it } from 'vitest';
import { startFaultServer, toStream, type FaultAnswer, type FaultServer } from '../../e2e/servers/fault-server.ts';
import { testConnection } from './test-connection.ts';
import { KEY, makeDeps } from './test-support.ts';

let server: FaultServer | undefined;
afterEach(() => server?.close());

const models = (...ids: string[]): FaultAnswer => ({ pieces: [JSON.stringify({ data: ids.map((id) => ({ id })) })] });
const page: FaultAnswer = { pieces: ['<!doctype html><title>Welcome</title>'] };
const ok = toStream('OK');

async function test(list: FaultAnswer, reply: FaultAnswer, path = '/v1', deps = makeDeps()) {
  server = await startFaultServer({ [`${path}/models`]: [list], [`${path}/chat/completions`]: [reply] });
  return testConnection({ baseUrl: `${server.origin}${path}`, model: 'm' }, KEY, deps);
}

it('says when the first word came', async () => {
  let clock = 0;
  const steps = await test(models('m', 'n'), ok, '/v1', { ...makeDeps(), now: () => (clock += 700) });
  expect(steps).toMatchObject([{ ok: true }, { ok: true, said: 'm answers; the first word came after 0.7 s.' }]);
});

it('goes on without a list of models', async () => {
  expect(await test({ status: 404, pieces: ['{}'] }, ok)).toMatchObject([{ ok: true }, { ok: true }]);
});

it.each<[string, FaultAnswer, FaultAnswer, RegExp]>([
  ['a wrong key', { status: 401 }, ok, /refused the key \(401\)/],
  ['a key without rights', models('m'), { status: 403 }, /refused the key \(403\)/],
  [
    'a missing model, with five that are there',
    models('a', 'b', 'c', 'd', 'e', 'f'),
    ok,
    /no model "m". It has a, b, c, d, e\. /,
  ],
  ['a missing model that only the reply tells', { status: 404 }, { status: 404 }, /does not know the model "m"/],
  ['too many requests', models('m'), { status: 429 }, /too many requests/],
  ['an error of the server', { status: 500, pieces: ['out of memory'] }, ok, /error 500. It said: out of memory/],
  ['a web page', page, ok, /sent a web page.*Check the path/],
  ['a cut answer', models('m'), { ending: 'cut' }, /No connection|half-way/],
  ['a strange answer', models('m'), { pieces: ['{"error":"no GPU"}'] }, /did not answer as.*no GPU/],
])('names %s', async (_, list, reply, said) => {
  const last = (await test(list, reply)).at(-1);
  expect(last).toMatchObject({ ok: false, said: expect.stringMatching(said) });
  expect(last?.said).not.toContain(KEY);
});

it.each([page, { ...page, status: 404 }])('suggests /v1 when a web page comes from an address without it', async (answer) => {
  expect((await test(answer, ok, '')).at(-1)).toMatchObject({ ok: false, said: expect.stringContaining(`${server?.origin}/v1`) });
});

it('names a silent server', async () => {
  const steps = await test({ ending: 'hang' }, ok, '/v1', makeDeps([120_000]));
  expect(steps).toMatchObject([{ ok: false, said: expect.stringContaining('sent nothing for 120 s') }]);
});

it('says what to check when a server on this machine cannot be reached', async () => {
  const down = await startFaultServer({});
  await down.close();
  const [step] = await testConnection({ baseUrl: `${down.origin}/v1`, model: 'm' }, KEY, makeDeps());
  expect(step).toMatchObject({ ok: false, said: expect.stringContaining('OLLAMA_ORIGINS') });
});

it.each(['http://models.example/v1', 'https://a:b@models.example/v1', 'models.example', 'file:///v1'])(
  'refuses %s unasked',
  async (baseUrl) => {
    const fetch = (): never => expect.fail('nothing may be sent');
    expect(await testConnection({ baseUrl, model: 'm' }, KEY, { ...makeDeps(), fetch })).toMatchObject([{ ok: false }]);
  },
);
