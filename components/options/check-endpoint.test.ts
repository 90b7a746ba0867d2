import { expect, it } from 'vitest';
import { checkEndpoint, type EndpointForm } from './check-endpoint.ts';
import { findPreset, presets } from '../../utils/backends/presets.ts';
import { presetOf } from '../../utils/backends/quirks.ts';

const form: EndpointForm = {
  address: 'https://api.openai.com/v1',
  model: 'gpt-5-mini',
  key: 'not-a-real-key',
  needsKey: true,
  keyStoredFor: '',
};
const problemsOf = (part: Partial<EndpointForm>) => {
  const check = checkEndpoint({ ...form, ...part });
  return check.ok ? {} : check.problems;
};

it.each([
  ['https anywhere', 'https://models.example:8443/v1'],
  ['http on this machine by name', 'http://localhost:11434/v1'],
  ['http on this machine by number', 'http://127.0.0.1:8080/v1'],
  ['http on this machine, IPv6', 'http://[::1]:8000/v1'],
])('%s may be used', (_what, address) => {
  expect(problemsOf({ address })).toEqual({});
});

it.each([
  ['nothing', '', /Give the address/],
  ['words', 'our server', /Not an address/],
  ['a host without https://', 'api.openai.com/v1', /https:\/\/api\.openai\.com\/v1/],
  ['http to another machine', 'http://models.example/v1', /unprotected/],
  ['a host that only looks like this machine', 'http://localhost.evil.example/v1', /unprotected/],
  ['a number that only looks like this machine', 'http://127.0.0.1.evil.example/', /unprotected/],
  ['another scheme', 'ftp://models.example/v1', /Only https/],
  ['a script', 'javascript:alert(1)', /./],
  ['a password in the address', 'https://me:secret@models.example/v1', /password/],
  ['a query', 'https://models.example/v1?key=1', /after \?/],
  ['the full endpoint', 'https://models.example/v1/chat/completions', /without \/chat\/completions/],
])('%s is refused, with what to do', (_what, address, said) => {
  expect(problemsOf({ address }).address).toMatch(said);
});

it('a slash and spaces around the address are tidied away', () => {
  expect(checkEndpoint({ ...form, address: ' https://models.example/v1/ ', model: ' m ' })).toEqual({
    ok: true,
    endpoint: { baseUrl: 'https://models.example/v1', model: 'm' },
  });
});

it('a key is needed where the service needs one and none is stored for that origin', () => {
  expect(problemsOf({ key: '' }).key).toMatch(/needs a key/);
  expect(problemsOf({ key: '', needsKey: false })).toEqual({});
  expect(problemsOf({ key: '', keyStoredFor: 'https://api.openai.com/v1' })).toEqual({});
  expect(problemsOf({ key: '', keyStoredFor: 'https://api.mistral.ai/v1' }).key).toMatch(/needs a key/);
});

it('a model has to be named', () => {
  expect(problemsOf({ model: ' ' }).model).toMatch(/name of the model/);
});

it.each(presets.filter((preset) => preset.baseUrl !== '').map((preset) => [preset.id, preset] as const))(
  'preset %s fills in a form that may be saved, and is recognised again',
  (id, preset) => {
    expect(problemsOf({ address: preset.baseUrl, model: preset.model || 'named-by-the-team' })).toEqual({});
    expect(findPreset(presetOf(`${preset.baseUrl}/`))?.id).toBe(id);
  },
);
