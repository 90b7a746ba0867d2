import { expect, it } from 'vitest';
import { defaultVoiceProfile, voiceSchema, type Voice } from '../../../utils/domain/voice.ts';
import { nameLanguage, parseLanguages } from './language-names.ts';
import { describeServing, findRival } from './serving.ts';

const toVoice = (id: string, queues: readonly string[], languages: readonly string[] = []): Voice =>
  voiceSchema.parse({
    id,
    name: id,
    queues,
    languages,
    versions: [{ number: 1, at: '2026-11-21T09:00:00Z', profile: defaultVoiceProfile }],
  });

it.each([
  ['default', [], [], 'Every ticket that no other voice serves'],
  ['a', [], [], 'No ticket yet: give it queues or languages'],
  ['a', ['Billing'], [], 'Queue Billing'],
  ['a', ['Billing', 'Sales'], ['de', 'fr'], 'Queues Billing and Sales, in German and French'],
  ['a', [], ['de'], 'Tickets in German'],
])('%s for %j and %j: %s', (id, queues, languages, said) => expect(describeServing(toVoice(id, queues, languages))).toBe(said));

it('names the voice that is taken first though it is no more specific', () => {
  const [a, b, german, billing] = [
    toVoice('a', ['Sales']),
    toVoice('b', ['Sales']),
    toVoice('g', [], ['de']),
    toVoice('x', ['Billing'], ['de']),
  ];
  expect(findRival(b, [a, b])?.id).toBe('a');
  expect(findRival(a, [a, b])).toBeUndefined();
  expect(findRival(german, [german, billing, a])).toBeUndefined();
  expect(findRival(toVoice('y', ['Billing']), [billing, toVoice('y', ['Billing'])])).toBeUndefined();
});

it('languages may be typed by name, by their own name or by code; what is none is named', () => {
  expect(parseLanguages('German, français; PT-br\nde, Klingonisch, xx')).toEqual({
    codes: ['de', 'fr', 'pt'],
    unknown: ['Klingonisch', 'xx'],
  });
  expect(nameLanguage('de')).toBe('German');
  expect(nameLanguage('not a code')).toBe('not a code');
});
