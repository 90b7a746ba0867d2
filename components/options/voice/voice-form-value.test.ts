import { expect, it } from 'vitest';
import { defaultVoiceProfile, voiceProfileSchema } from '../../../utils/domain/voice.ts';
import { findVoiceProblems, isSameProfile, toForm, toProfile, type VoiceFormValue } from './voice-form-value.ts';

const form = (part: Partial<VoiceFormValue>): VoiceFormValue => ({ ...toForm(defaultVoiceProfile), ...part });
const pair = { ticket: 'Where is it?', reply: 'Here.' };

it('a profile comes back from its form as it was', () => {
  const profile = { ...defaultVoiceProfile, houseRules: ['Be kind.', 'Be brief.'], forbiddenWords: ['sadly'], examples: [pair] };
  expect(toProfile(toForm(profile))).toEqual(profile);
});

it('empty lines, repeated lines and outer spaces say nothing', () => {
  const profile = toProfile(
    form({ houseRules: ' Be kind. \n\nBe  kind.\n', forbiddenWords: 'sadly, cheap\nsadly', greeting: ' Hi ' }),
  );
  expect(profile).toMatchObject({ houseRules: ['Be kind.'], forbiddenWords: ['sadly', 'cheap'], greeting: 'Hi' });
  expect(
    isSameProfile(toProfile(form({ houseRules: '\n\n', examples: [{ ticket: ' ', reply: '' }] })), defaultVoiceProfile),
  ).toBe(true);
});

it.each([
  [{ greeting: 'x'.repeat(201) }, 'greeting', /201 characters; 200/],
  [{ closing: 'Best,\nAna' }, 'closing', /one line/],
  [{ signature: 'x'.repeat(501) }, 'signature', /501 characters; 500/],
  [{ signature: '{firstname}' }, 'signature', /\{firstname\} stands for nothing/],
  [{ houseRules: `ok\n${'x'.repeat(301)}` }, 'houseRules', /Rule 2 has 301 characters/],
  [{ houseRules: Array.from({ length: 31 }, (_, at) => `Rule ${at}`).join('\n') }, 'houseRules', /31 rules; 30/],
  [{ forbiddenWords: 'x'.repeat(61) }, 'forbiddenWords', /Word 1 has 61/],
  [{ forbiddenWords: 'guarantee', closing: 'Guaranteed yours,' }, 'forbiddenWords', /“guarantee” stands in your own closing/],
  [{ examples: [pair, { ticket: 'a', reply: '' }] }, 'examples', /Pair 2 has no reply/],
  [{ examples: [{ ticket: 'x'.repeat(4001), reply: 'a' }] }, 'examples', /4001 characters/],
] as const)('%# is a problem of its field', (part, field, said) => {
  const problems = findVoiceProblems(form(part as Partial<VoiceFormValue>));
  expect(Object.keys(problems)).toEqual([field]);
  expect(problems[field]).toMatch(said);
});

it('what has no problem fits the schema', () => {
  const full = form({
    greeting: 'x'.repeat(200),
    signature: 'x'.repeat(500),
    houseRules: Array.from({ length: 30 }, (_, at) => `${at}`.padEnd(300, 'x')).join('\n'),
    forbiddenWords: Array.from({ length: 100 }, (_, at) => `${at}`.padEnd(60, 'y')).join('\n'),
    examples: Array.from({ length: 8 }, () => ({ ticket: 'x'.repeat(4000), reply: 'x'.repeat(4000) })),
  });
  expect(findVoiceProblems(full)).toEqual({});
  expect(voiceProfileSchema.safeParse(toProfile(full)).success).toBe(true);
});
