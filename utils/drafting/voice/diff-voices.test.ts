import { expect, it } from 'vitest';
import { defaultVoiceProfile, type VoiceProfile } from '../../domain/voice.ts';
import { describeChange, diffVoices } from './diff-voices.ts';

const lines = (before: Partial<VoiceProfile>, after: Partial<VoiceProfile>): string[] =>
  diffVoices({ ...defaultVoiceProfile, ...before }, { ...defaultVoiceProfile, ...after }).map(describeChange);

it('says in words what changed, and nothing of what did not', () => {
  expect(lines({}, {})).toEqual([]);
  expect(lines({ warmth: 0 }, { warmth: 1, address: 'formal', length: 'short', order: 'numbered-steps' })).toEqual([
    'Warmth: matter of fact → warm',
    'Address: as the requester writes → formal',
    'Length: normal → short',
    'Order: Acknowledge, then explain → Numbered steps',
  ]);
});

it('tells what was added from what was removed', () => {
  expect(
    lines(
      { houseRules: ['Never promise a discount.', 'Be kind.'], forbiddenWords: ['sadly'] },
      { houseRules: ['Be kind.', 'Name the article.'], forbiddenWords: ['sadly', 'cheap'] },
    ),
  ).toEqual([
    'House rule removed: Never promise a discount.',
    'House rule added: Name the article.',
    'Forbidden word added: cheap',
  ]);
});

it('shows own texts, and where the language’s own came in', () => {
  expect(lines({}, { greeting: 'Hi {name},', signature: 'Ana\nNorthwind' })).toEqual([
    'Greeting: the language’s own → “Hi {name},”',
    'Signature: the language’s own → “Ana / Northwind”',
  ]);
});

it('no difference in warmth is lost in rounding to words', () => {
  expect(lines({ warmth: 0.5 }, { warmth: 0.6 })).toEqual(['Warmth: friendly → friendly (60 of 100)']);
});
