import { expect, it } from 'vitest';
import { toFailure } from '../domain/failure.ts';
import { createEgress, findAddressFault } from './egress.ts';

const asked: [unknown, RequestInit | undefined][] = [];
const record: typeof fetch = async (input, init) => {
  asked.push([input, init]);
  return new Response('');
};
const ask = (origin: string, url: string) =>
  createEgress([{ origin, keyHeaders: { authorization: 'Bearer k' } }], record)(new URL(url), {
    method: 'GET',
    headers: {},
    signal: new AbortController().signal,
  });

it.each([
  'https://models.example.evil.example/v1',
  'https://models.example:8443/v1',
  'http://models.example/v1',
  'https://models.example@evil.example/v1',
  'https://user:pass@models.example/v1',
  'https://models.example./v1',
  'https://evil.example\\@models.example/v1',
  'https://mоdels.example/v1',
  'https://xn--mdels-tqf.example/v1',
  'https://127.0.0.1/v1',
  'ftp://models.example/v1',
  'data:text/plain,models.example',
])('sends nothing to %s when https://models.example is configured', async (url) => {
  asked.length = 0;
  const failure = await ask('https://models.example', url).then(() => undefined, toFailure);
  expect(failure?.kind).toBe('backend-not-allowed');
  expect(asked).toEqual([]);
});

it('follows no redirect and sends no cookie and no referrer', async () => {
  asked.length = 0;
  await ask('https://models.example', 'HTTPS://MODELS.example:443/v1/models');
  expect(asked).toEqual([
    [
      'https://models.example/v1/models',
      expect.objectContaining({ redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' }),
    ],
  ]);
});

it.each([
  ['https://models.example', undefined],
  ['http://localhost:11434', undefined],
  ['http://models.localhost:8000', undefined],
  ['http://127.0.0.1:1', undefined],
  ['http://evillocalhost', 'http-elsewhere'],
  ['http://127.8.9.1', undefined],
  ['http://2130706433', undefined],
  ['http://0x7f.1', undefined],
  ['http://[::1]:8080', undefined],
  ['http://models.example', 'http-elsewhere'],
  ['http://192.168.1.4', 'http-elsewhere'],
  ['http://0.0.0.0', 'http-elsewhere'],
  ['http://127.0.0.1.evil.example', 'http-elsewhere'],
  ['http://localhost.evil.example', 'http-elsewhere'],
  ['https://key@models.example', 'has-credentials'],
  ['file:///etc/passwd', 'not-http'],
])('%s: %s', (address, fault) => {
  expect(findAddressFault(new URL(address))).toBe(fault);
});
