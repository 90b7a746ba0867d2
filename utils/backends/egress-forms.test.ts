import { describe, expect, it } from 'vitest';
import { toFailure } from '../domain/failure.ts';
import { askServer } from './ask-server.ts';
import { createEgress, probeAddress } from './egress.ts';
import { KEY, makeDeps } from './test-support.ts';

/**
 * Ways to write an address, after the WHATWG URL standard (https://url.spec.whatwg.org/), and whether they lead to
 * https://models.example. `\t` and `\n` are dropped by the parser, `\` is `/` in web addresses, a host is lower-cased, percent-decoded and
 * made ASCII, a number is an IPv4 address, the default port is none.
 */
const same = [
  'https://models.example',
  'https://models.example/',
  'https://models.example:443',
  'https://models.example:0443/v1',
  'https://models.example:/v1',
  'HTTPS://MODELS.EXAMPLE/v1',
  'hTtPs://MoDeLs.ExAmPlE/v1',
  '  https://models.example/v1  ',
  '\u0000https://models.example/v1\u001F',
  'ht\ttps://models.exa\nmple/v1',
  'https:models.example/v1',
  'https:/models.example/v1',
  'https:///models.example/v1',
  'https:\\\\models.example\\v1',
  'https:/\\models.example/v1',
  'https://////models.example/v1',
  'https://models.example\\@evil.example/',
  'https://models.example/@evil.example',
  'https://models.example?@evil.example',
  'https://models.example#@evil.example',
  'https://models.example/https://evil.example',
  'https://models.example//evil.example/v1',
  'https://models.example/..//evil.example/',
  'https://models.example/%2e%2e/%2f%2fevil.example',
  'https://models.example/v1?to=https://evil.example',
  'https://models.example/v1#https://evil.example',
  'https://%6dodels.example/v1',
  'https://models%2eexample/v1',
  'https://models。example/v1',
  'https://models．example/v1',
  'https://ｍｏｄｅｌｓ.example/v1',
  'https://mod\u00ADels.example/v1',
  'https://mod\u200Bels.example/v1',
  'https://@models.example/v1',
  'https://:@models.example/v1',
] as const;

const elsewhere = [
  // Other hosts that look like it.
  'https://evil.example/v1',
  'https://models.example.evil.example/v1',
  'https://evil-models.example/v1',
  'https://evilmodels.example/v1',
  'https://sub.models.example/v1',
  'https://example/v1',
  'https://models/v1',
  'https://models.example./v1',
  'https://models.example../v1',
  'https://models.exampl/v1',
  'https://models.examplee/v1',
  'https://mоdels.example/v1',
  'https://mödels.example/v1',
  'https://xn--mdels-tqf.example/v1',
  'https://xn--mdels-jua.example/v1',
  'https://xn--/v1',
  'https://modeIs.example/v1',
  'https://rnodels.example/v1',
  'https://models-example/v1',
  'https://models_example/v1',
  'https://mode1s.example/v1',
  'https://models.ex%61mple.evil.example/v1',
  'https://models。evil。example/v1',
  // Name and password in front of another host.
  'https://models.example@evil.example/v1',
  'https://models.example:443@evil.example/v1',
  'https://models.example%40evil.example@evil.example/v1',
  'https://models.example%2F@evil.example/v1',
  'https://models.example%23@evil.example',
  'https://models.example:x@evil.example',
  'https://a@models.example@evil.example/v1',
  'https://evil.example\\@models.example/v1',
  'https://evil.example/@models.example',
  'https://evil.example?@models.example',
  'https://evil.example#@models.example',
  'https:\\\\evil.example\\@models.example',
  'https:evil.example',
  'https:/evil.example/models.example',
  'https:///evil.example/https://models.example',
  'ht\ntps://evil.example/models.example',
  'https://evil.exa\tmple/models.example',
  // Name and password in front of the right one.
  'https://user@models.example/v1',
  'https://user:pass@models.example/v1',
  'https://:pass@models.example/v1',
  'https://%20@models.example/v1',
  'https://evil.example%2F@models.example/v1',
  'https://evil.example:443@models.example/v1',
  // Ports.
  'https://models.example:444/v1',
  'https://models.example:80/v1',
  'https://models.example:8443/v1',
  'https://models.example:1/v1',
  'https://models.example:65535/v1',
  'https://models.example:04430/v1',
  // Schemes.
  'http://models.example/v1',
  'http://models.example:443/v1',
  'ws://models.example/v1',
  'wss://models.example/v1',
  'ftp://models.example/v1',
  'file:///models.example/v1',
  'file://models.example/v1',
  'blob:https://models.example/7e4b3f5a',
  'data:text/plain,https://models.example',
  'javascript:fetch("https://models.example")',
  'about:blank',
  'chrome-extension://models.example/v1',
  'view-source:https://models.example/v1',
  'httpss://models.example/v1',
  'https+x://models.example/v1',
  'filesystem:https://models.example/temporary/v1',
  'intent://models.example#Intent;scheme=https;end',
  // Numbers for hosts.
  'https://127.0.0.1/v1',
  'https://2130706433/v1',
  'https://0x7f000001/v1',
  'https://0x7f.1/v1',
  'https://0177.0.0.1/v1',
  'https://127.1/v1',
  'https://[::1]/v1',
  'https://[::ffff:127.0.0.1]/v1',
  'https://[::ffff:7f00:1]/v1',
  'https://169.254.169.254/latest/meta-data',
  'https://0xA9FEA9FE/latest/meta-data',
  'https://0/v1',
  'https://１２７.0.0.1/v1',
  'https://localhost/v1',
  'https://models.example.127.0.0.1.evil.example/v1',
] as const;

const invalid = [
  '',
  'models.example/v1',
  '//models.example/v1',
  '/v1',
  'https://',
  'https://models example/v1',
  'https://models<.example/v1',
  'https://models.example:99999/v1',
  'https://models.example:port/v1',
  'https://[models.example]/v1',
  'https://[::1/v1',
  'https://models.example%00/v1',
  'https://models%2Fexample%2F.evil%20/v1',
  'https://256.0.0.1/v1',
  'https://1.2.3.4.5/v1',
  'https://models^.example/v1',
  'https://a|b.example/v1',
] as const;

type Asked = { readonly url: URL; readonly sent: string };
function createRecorder(): { readonly asked: Asked[]; readonly fetch: typeof fetch } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      asked.push({ url: new URL(new Request(input).url), sent: JSON.stringify([input, init]) });
      return new Response('{}');
    },
  };
}
const { signal } = new AbortController();
const ORIGIN = 'https://models.example';
const ask = async (address: string, fetch: typeof globalThis.fetch) => {
  const egress = createEgress([{ origin: ORIGIN, keyHeaders: { authorization: KEY } }], fetch);
  return egress(new URL(address), { method: 'POST', headers: {}, body: 'a ticket', signal }).then(() => undefined, toFailure);
};

it('are more than a hundred, each once', () => {
  const all = [...same, ...elsewhere, ...invalid];
  expect(all.length).toBeGreaterThan(100);
  expect(new Set(all).size).toBe(all.length);
});

it.each(same)('%j leads to the configured origin', async (address) => {
  const { asked, fetch } = createRecorder();
  expect(await ask(address, fetch)).toBeUndefined();
  expect(asked.map(({ url }) => url.origin)).toEqual([ORIGIN]);
  expect(asked[0]?.sent).toContain(KEY);
});

it.each(elsewhere)('%j does not, and gets neither key nor ticket', async (address) => {
  const { asked, fetch } = createRecorder();
  expect(await ask(address, fetch)).toMatchObject({ kind: 'backend-not-allowed' });
  expect(asked).toEqual([]);
});

it.each(invalid)('%j is no address', (address) => {
  expect(URL.canParse(address)).toBe(false);
});

describe('as the configured address', () => {
  it.each([...same, ...elsewhere])('%j gets the key at its own origin or not at all', async (baseUrl) => {
    const { asked, fetch } = createRecorder();
    const server = { endpoint: { baseUrl, model: 'm' }, key: KEY, deps: { ...makeDeps(), fetch } };
    await askServer(server, '/models', undefined, signal).catch(() => undefined);
    for (const { url } of asked) {
      expect(url.origin).toBe(new URL(baseUrl).origin);
      expect(url.protocol === 'https:' || url.hostname === 'localhost').toBe(true);
    }
  });
});

describe('as a path below it', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/../../..//evil.example',
    '/@evil.example',
    '/%2e%2e//evil.example',
    '/x?y=//evil.example',
    '/\t/evil.example',
    'https://evil.example/',
  ])('%j stays there', async (path) => {
    const { asked, fetch } = createRecorder();
    const server = { endpoint: { baseUrl: `${ORIGIN}/v1`, model: 'm' }, key: KEY, deps: { ...makeDeps(), fetch } };
    await askServer(server, path, undefined, signal);
    expect(asked.map(({ url }) => url.origin)).toEqual([ORIGIN]);
  });
});

it('each of several origins gets its own key only', async () => {
  const { asked, fetch } = createRecorder();
  const egress = createEgress(
    [
      { origin: 'https://chat.example', keyHeaders: { authorization: 'Bearer chat-key' } },
      { origin: 'https://vectors.example', keyHeaders: { 'api-key': 'vector-key' } },
    ],
    fetch,
  );
  for (const host of ['chat', 'vectors'])
    await egress(new URL(`https://${host}.example/v1`), { method: 'GET', headers: {}, signal });
  expect(asked[0]?.sent).toMatch(/^(?=.*chat-key)(?!.*vector-key)/);
  expect(asked[1]?.sent).toMatch(/^(?=.*vector-key)(?!.*chat-key)/);
  await expect(egress(new URL('https://other.example/'), { method: 'GET', headers: {}, signal })).rejects.toMatchObject({
    failure: { kind: 'backend-not-allowed', host: 'other.example' },
  });
});

it.each(['http://models.example/v1', 'ftp://models.example/', 'https://user@models.example/'])(
  'a probe does not go to %s either',
  async (address) => {
    const { asked, fetch } = createRecorder();
    expect(await probeAddress(new URL(address), fetch, signal)).toBe('nothing');
    expect(asked).toEqual([]);
  },
);
