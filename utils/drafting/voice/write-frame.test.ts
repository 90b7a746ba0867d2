import { describe, expect, it } from 'vitest';
import { defaultVoiceProfile, type VoiceProfile } from '../../domain/voice.ts';
import { composeReply } from '../compose-reply.ts';
import { toPassages, toTicket } from '../test-support.ts';

const asks: Readonly<Record<string, string>> = {
  en: 'How long is the reset link valid?',
  de: 'Wie lange ist der Link zum Zurücksetzen gültig?',
  es: '¿Cuánto tiempo es válido el enlace?',
  fr: 'Combien de temps le lien est-il valable ?',
};
const passages = toPassages([
  'Reset links',
  'A reset link is valid for 60 minutes. Ask for a new one under Sign in > Forgotten. Open the newest mail only.',
]);

function write(voice: Partial<VoiceProfile>, language = 'en', said = asks[language] ?? '', agentName = 'Ana Ruiz'): string {
  return composeReply({
    ticket: toTicket('Reset link', ['requester', said]),
    questions: ['How long is the reset link valid?', 'How do I ask for a new reset link?'],
    language,
    passages,
    agentName,
    voice: { ...defaultVoiceProfile, ...voice },
  }).marked;
}

describe('address', () => {
  it.each([
    ['en', 'formal', /^Dear Maria Keller,/],
    ['en', 'first-name', /^Hi Maria,/],
    ['de', 'formal', /^Guten Tag Maria Keller,\n\nvielen Dank für Ihre Nachricht/],
    ['de', 'first-name', /^Hallo Maria,\n\nvielen Dank für deine Nachricht/],
    ['es', 'formal', /^Estimado\/a Maria Keller:\n\nGracias por su mensaje/],
    ['es', 'first-name', /^Hola, Maria:\n\nGracias por tu mensaje/],
    ['fr', 'formal', /^Bonjour Maria Keller,\n\nMerci pour votre message/],
    ['fr', 'first-name', /^Bonjour Maria,\n\nMerci pour ton message/],
  ] as const)('in %s, %s', (language, address, start) => expect(write({ address }, language)).toMatch(start));

  it('mirrors the requester, else stays polite', () => {
    expect(write({}, 'de')).toContain('Ihre Nachricht');
    expect(write({}, 'de', 'Kannst du mir sagen, wie lange der Link gültig ist?')).toContain('deine Nachricht');
    expect(write({ address: 'formal' }, 'de', 'Kannst du mir sagen, wie lange der Link gültig ist?')).toContain('Ihre Nachricht');
  });

  it('does not mirror du beside sentences that say Sie', () => {
    const said = 'Kannst du mir sagen, wie lange der Link gültig ist?';
    const compose = (text: string): string =>
      composeReply({
        ticket: toTicket('Link', ['requester', said]),
        questions: [said],
        language: 'de',
        passages: toPassages(['Link', text, 'de']),
        agentName: '',
      }).marked;
    expect(compose('Der Link ist 60 Minuten gültig.')).toContain('deine Nachricht');
    expect(compose('Der Link ist 60 Minuten gültig, danach fordern Sie einen neuen an.')).toContain('Ihre Nachricht');
  });

  it('agrees with a title that was used before', () => {
    const ticket = toTicket(
      'Link',
      ['requester', 'Der Link geht nicht.'],
      ['agent', 'Guten Tag Frau Keller, bitte erneut.'],
      ['requester', asks['de'] ?? ''],
    );
    const { marked } = composeReply({
      ticket,
      questions: [asks['de'] ?? ''],
      language: 'de',
      passages,
      agentName: '',
      voice: { ...defaultVoiceProfile, address: 'formal' },
    });
    expect(marked).toMatch(/^Sehr geehrte Frau Keller,/);
  });
});

describe('length', () => {
  it('short drops every courtesy but greeting and closing', () => {
    expect(write({ length: 'short' })).toMatch(/^Hello Maria,\n\nA reset link is valid for 60 minutes\. \[1\]/);
    expect(write({ length: 'short' })).toMatch(/\[1\]\n\nKind regards,\nAna Ruiz$/);
  });

  it('short still is a reply where nothing could be answered', () => {
    const { marked } = composeReply({
      ticket: toTicket('Parking', ['requester', 'Where may I park?']),
      questions: ['Where may I park?'],
      language: 'en',
      passages: [],
      agentName: '',
      voice: { ...defaultVoiceProfile, length: 'short' },
    });
    expect(marked.split('\n\n').length).toBeGreaterThan(2);
  });

  it('thorough says what to write if it does not help', () => {
    expect(write({ length: 'thorough' })).toContain('If this does not help, please reply');
    expect(write({})).not.toContain('If this does not help');
  });
});

describe('order', () => {
  it('numbered steps numbers from the first instruction on, and only there', () => {
    const ask = 'How do I switch my webhook on again?';
    const off = 'A webhook is switched off after ten failures.';
    const { marked } = composeReply({
      ticket: toTicket('Webhook off', ['requester', `My webhook is switched off. ${ask}`]),
      questions: [ask],
      language: 'en',
      passages: toPassages([
        'Webhooks',
        `${off} To switch the webhook on again, open Settings > Webhooks. Press Re-enable beside the webhook.`,
      ]),
      agentName: '',
      voice: { ...defaultVoiceProfile, order: 'numbered-steps' },
    });
    expect(marked).toMatch(/\n1\. To switch the webhook on again[^]*\n2\. Press Re-enable/);
    expect(marked).not.toMatch(/\d\. A webhook is switched off/);
  });

  it('assure then action leads to what is to do', () => {
    expect(write({ order: 'assure-then-action' })).toMatch(
      /right place with your message about “Reset link”\. Here is what you need to know:\n\n/,
    );
    expect(write({ order: 'assure-then-action', length: 'short' })).toMatch(
      /^Hello Maria,\n\nHere is what you need to know:\n\n/,
    );
  });
});

describe('own greeting, closing and signature', () => {
  const own = { greeting: 'Ahoy {name},', closing: 'Fair winds,', signature: '{agent}\n- Northwind crew' };

  it('stand in the place of ours', () => {
    expect(write(own)).toMatch(/^Ahoy Maria,\n\n/);
    expect(write(own)).toMatch(/Fair winds,\n\nAna Ruiz\n\nNorthwind crew$/);
  });

  it('name the agent once', () => {
    expect(write({ closing: 'Fair winds from {agent}' }).match(/Ana Ruiz/g)).toHaveLength(1);
    expect(write({ signature: 'The crew' })).not.toContain('Ana Ruiz');
  });
});

it.each(['en', 'de', 'es', 'fr'])('every control is heard in %s', (language) => {
  const changes: Partial<VoiceProfile>[] = [
    { warmth: 0 },
    { warmth: 1 },
    { address: 'first-name' },
    { address: 'formal' },
    { length: 'short' },
    { length: 'thorough' },
    { order: 'assure-then-action' },
    { order: 'numbered-steps' },
  ];
  const all = [write({}, language), ...changes.map((change) => write(change, language))];
  expect(new Set(all).size).toBe(all.length);
});

it('no wording changes what is quoted', () => {
  for (const warmth of [0, 0.5, 1])
    for (const address of ['auto', 'first-name', 'formal'] as const)
      expect(write({ warmth, address }, 'de')).toContain('A reset link is valid for 60 minutes. [1]');
});
