import { expect, it } from 'vitest';
import type { DraftBlock } from '../../domain/draft.ts';
import { defaultVoiceProfile } from '../../domain/voice.ts';
import { phraseLanguages, toPhrases } from '../phrases.ts';
import { toTicket } from '../test-support.ts';
import { addresses, warmths } from './manner.ts';
import { markFrame } from './mark-frame.ts';

const ticket = toTicket('Reset link', ['requester', 'How long is the reset link valid?']);
const mark = (language: string, ...texts: string[]): string[] => {
  const block: DraftBlock = {
    kind: 'paragraph',
    lines: [texts.map((text) => ({ text, language, support: 'unsupported', citations: [] }))],
  };
  const voice = { ...defaultVoiceProfile, greeting: 'Ahoy {name},', signature: '{agent}\nNorthwind crew. Since 1998.' };
  return markFrame([block], { ticket, language, agentName: 'Ana Ruiz', voice }).flatMap(({ lines }) =>
    lines.flat().map(({ support }) => support),
  );
};

it.each(phraseLanguages)('every frame sentence in %s, in every manner, is form and no claim', (language) => {
  for (const address of addresses)
    for (const warmth of warmths) {
      const { phrases } = toPhrases(language, { address, warmth });
      const texts = [
        phrases.greeting('Maria'),
        phrases.greeting(''),
        phrases.thanks('Reset link'),
        phrases.thanks(''),
        phrases.thanksAgain,
        phrases.sorry,
        phrases.assure('Reset link'),
        phrases.assure(''),
        phrases.doThis,
        phrases.knowThis,
        phrases.tellMore('How long is the reset link valid?'),
        phrases.next,
        phrases.nextThorough,
        phrases.closing,
      ];
      expect(texts.filter((text) => mark(language, text)[0] !== 'plain')).toEqual([]);
    }
});

it('a frame sentence that was cut in two by its quotation is still one', () => {
  expect(mark('de', 'Könntest du mir zu deiner Frage „How long is the reset link valid?“', 'noch etwas mehr schreiben?')).toEqual(
    ['plain', 'plain'],
  );
});

it('the team’s own greeting and signature are form', () => {
  expect(mark('en', 'Ahoy Maria,', 'Northwind crew.', 'Since 1998.')).toEqual(['plain', 'plain', 'plain']);
});

it.each([
  'We will refund you tomorrow.',
  'Thank you for your message about “Reset link”. We will refund you.',
  'Thank you for your message about “a free upgrade”.',
  'Hello refund approved,',
  'Hello valid link,',
  'You have come to the right place with your message about “Reset link”, refund granted.',
])('%j stays a claim', (text) => expect(mark('en', text)).toEqual(['unsupported']));
