import { expect, it } from 'vitest';
import { defaultVoiceProfile, voiceSchema, type Voice } from '../../domain/voice.ts';
import { chooseVoice, findVoice } from './choose-voice.ts';

const toVoice = (name: string, queues: readonly string[], languages: readonly string[], id = name): Voice =>
  voiceSchema.parse({
    id,
    name,
    queues,
    languages,
    versions: [{ number: 3, at: '2026-11-21T09:00:00Z', profile: defaultVoiceProfile }],
  });
const both = toVoice('both', ['Billing'], ['de']);
const queue = toVoice('queue', ['Billing'], []);
const language = toVoice('language', [], ['de']);
const general = toVoice('general', [], [], 'default');
const all = [general, language, queue, both];

it.each([
  ['Billing', 'de', 'both'],
  ['Billing', 'de-CH', 'both'],
  [' billing', 'en', 'queue'],
  ['Sales', 'de', 'language'],
  ['Sales', 'en', 'general'],
  ['', 'en', 'general'],
])('in queue %j and language %s the most specific voice speaks: %s', (asked, spoken, name) => {
  expect(findVoice(all, { queue: asked, language: spoken })?.name).toBe(name);
  expect(findVoice(all.toReversed(), { queue: asked, language: spoken })?.name).toBe(name);
});

it('among equals the narrower speaks, then the first by name, whatever their order', () => {
  const narrow = toVoice('z narrow', ['Billing'], []);
  const wide = toVoice('a wide', ['Billing', 'Sales'], []);
  expect(findVoice([wide, narrow], { queue: 'Billing', language: 'en' })).toBe(narrow);
  const [a, b] = [toVoice('a', ['Sales'], []), toVoice('b', ['Sales'], [])];
  expect(findVoice([b, a], { queue: 'Sales', language: 'en' })).toBe(a);
});

it('a second voice for everything does not replace the default', () => {
  expect(findVoice([toVoice('a', [], []), general], { queue: '', language: 'en' })).toBe(general);
});

it('without a voice that serves, the built-in one speaks, as version 0', () => {
  const chosen = chooseVoice([both], { queue: 'Sales', language: 'fr' });
  expect(chosen).toEqual({ profile: defaultVoiceProfile, used: { id: 'default', name: 'Standard', version: 0 } });
  expect(chooseVoice([both], { queue: 'Billing', language: 'de' }).used).toEqual({ id: 'both', name: 'both', version: 3 });
});
