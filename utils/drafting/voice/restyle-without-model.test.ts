import { describe, expect, it } from 'vitest';
import { toReplyText, type DraftBlock, type DraftSentence } from '../../domain/draft.ts';
import { defaultVoiceProfile, type VoiceProfile } from '../../domain/voice.ts';
import { toTicket } from '../test-support.ts';
import { restyleWithoutModel } from './restyle-without-model.ts';

type Support = DraftSentence['support'];
const toSentence = (text: string, support: Support = 'plain'): DraftSentence => ({
  text,
  language: 'de',
  support,
  citations: support === 'quoted' ? [{ source: 1, spans: [] }] : [],
});
const toBlock = (...line: DraftSentence[]): DraftBlock => ({ kind: 'paragraph', lines: [line] });
const quoted = 'Öffnen Sie Einstellungen und wählen Sie Kündigen.';
const neutral = 'Der Link gilt 60 Minuten.';

const toReply = (
  answer: string,
  ...frame: readonly [greeting: string, thanks: string, next: string, closing: string]
): DraftBlock[] => [
  toBlock(toSentence(frame[0])),
  toBlock(toSentence(frame[1])),
  toBlock(toSentence(answer, 'quoted')),
  toBlock(toSentence(frame[2])),
  toBlock(toSentence(frame[3])),
  toBlock(toSentence('Ana Ruiz')),
];
const polite = (answer: string): DraftBlock[] =>
  toReply(
    answer,
    'Guten Tag Maria Keller,',
    'vielen Dank für Ihre Nachricht zu „Link“.',
    'Wenn noch etwas unklar ist, antworten Sie bitte einfach auf diese Nachricht.',
    'Freundliche Grüße',
  );
const familiar = (answer: string): DraftBlock[] =>
  toReply(
    answer,
    'Hallo Maria,',
    'vielen Dank für deine Nachricht zu „Link“.',
    'Wenn noch etwas unklar ist, antworte bitte einfach auf diese Nachricht.',
    'Viele Grüße',
  );
const ticketSaying = (text: string) => toTicket('Link', ['requester', text]);
const restyle = (
  blocks: readonly DraftBlock[],
  step: 'friendlier' | 'more-formal',
  said = 'Der Link geht nicht.',
  voice: Partial<VoiceProfile> = {},
): string | undefined => {
  const restyled = restyleWithoutModel(blocks, step, ticketSaying(said), 'de', { ...defaultVoiceProfile, ...voice });
  return restyled && toReplyText(restyled);
};

describe('friendlier', () => {
  it('words the frame warmer and leaves every other sentence as it stands', () => {
    expect(restyle(polite(neutral), 'friendlier')).toBe(
      [
        'Guten Tag Maria Keller,',
        'herzlichen Dank für Ihre Nachricht zu „Link“.',
        neutral,
        'Wenn noch etwas unklar ist, antworten Sie einfach auf diese Nachricht, wir helfen Ihnen gern weiter.',
        'Herzliche Grüße',
        'Ana Ruiz',
      ].join('\n\n'),
    );
  });

  it('says du only to a requester who does, and never beside a sentence that says Sie', () => {
    const du = 'Kannst du mir helfen?';
    expect(restyle(polite(neutral), 'friendlier', du)).toContain('Hallo Maria,');
    expect(restyle(polite(neutral), 'friendlier', du)).toContain('deine Nachricht');
    expect(restyle(polite(quoted), 'friendlier', du)).toContain('Ihre Nachricht');
    expect(restyle(polite(neutral), 'friendlier', du, { address: 'formal' })).toContain('Ihre Nachricht');
  });
});

describe('more formal', () => {
  it('says Sie, unless the voice wants du', () => {
    expect(restyle(familiar(neutral), 'more-formal')).toContain('Ihre Nachricht');
    expect(restyle(familiar(neutral), 'more-formal', 'x', { address: 'first-name' })).toContain('deine Nachricht');
  });

  it('ends at the most formal: then nothing changes', () => {
    let blocks: readonly DraftBlock[] = familiar(neutral);
    for (let steps = 0; steps < 5; steps += 1)
      blocks = restyleWithoutModel(blocks, 'more-formal', ticketSaying('x'), 'de', defaultVoiceProfile) ?? blocks;
    expect(toReplyText(blocks)).toContain('Mit freundlichen Grüßen');
    expect(restyleWithoutModel(blocks, 'more-formal', ticketSaying('x'), 'de', defaultVoiceProfile)).toBeUndefined();
  });
});

describe('what is not ours', () => {
  it('stays, even where it looks like a phrase but rests on a source', () => {
    const blocks = [toBlock(toSentence('Freundliche Grüße', 'quoted'))];
    expect(restyle(blocks, 'friendlier')).toBeUndefined();
  });

  it('own greetings of a team stay', () => {
    expect(restyle([toBlock(toSentence('Ahoi Maria,')), toBlock(toSentence('Freundliche Grüße'))], 'friendlier')).toBe(
      'Ahoi Maria,\n\nHerzliche Grüße',
    );
  });

  it('languages without phrases of ours are left alone', () => {
    expect(restyleWithoutModel(polite(neutral), 'friendlier', ticketSaying('x'), 'sv', defaultVoiceProfile)).toBeUndefined();
  });

  it('a capital that the writer chose stays a capital', () => {
    expect(restyle([toBlock(toSentence('Vielen Dank für Ihre Nachricht.'))], 'friendlier')).toBe(
      'Herzlichen Dank für Ihre Nachricht.',
    );
  });
});
