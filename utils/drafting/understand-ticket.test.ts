import { describe, expect, it } from 'vitest';
import { toTicket } from './test-support.ts';
import { understandTicket } from './understand-ticket.ts';

const questionsOf = (...args: Parameters<typeof toTicket>): readonly string[] => {
  const understood = understandTicket(toTicket(...args));
  return understood.kind === 'asks' ? understood.questions : [];
};

describe('questions', () => {
  it('are asked sentences and requests, without greeting, thanks and signature', () => {
    const text =
      'Hello,\n\nhow are invoices numbered? Please send me the one of October.\n\nThanks in advance\nMaria Keller\nKeller Bakery';
    expect(questionsOf('Invoices', ['requester', text])).toEqual([
      'how are invoices numbered?',
      'Please send me the one of October.',
    ]);
  });

  it.each([
    [
      'de',
      'Guten Tag,\n\nwir haben gestern gekündigt. Bitte bestätigen Sie mir die Kündigung schriftlich.\n\nViele Grüße\nMaria',
      'Bitte bestätigen Sie mir die Kündigung schriftlich.',
    ],
    [
      'es',
      'Hola:\n\nQuisiera cambiar la dirección de facturación de nuestra empresa.\n\nSaludos cordiales\nMaria',
      'Quisiera cambiar la dirección de facturación de nuestra empresa.',
    ],
    [
      'fr',
      'Bonjour,\n\nJe voudrais changer l’adresse de facturation de notre société.\n\nCordialement\nMaria',
      'Je voudrais changer l’adresse de facturation de notre société.',
    ],
  ])('are found in %s', (language, text, question) => {
    expect(understandTicket(toTicket('', ['requester', text]))).toMatchObject({ kind: 'asks', language, questions: [question] });
  });

  it('are the items of a list that asks', () => {
    const text = 'Before we switch I would like to know\n\n1. the price for 12 people\n2. the notice period\n\nMaria';
    expect(questionsOf('Switching', ['requester', text])).toEqual(
      expect.arrayContaining(['the price for 12 people', 'the notice period']),
    );
  });

  it('is the trouble where nothing is asked outright', () => {
    expect(questionsOf('Sync', ['requester', 'The sync fails with error 429 since last night.'])).toEqual([
      'The sync fails with error 429 since last night.',
    ]);
  });

  it('are never what was quoted or pasted', () => {
    const text =
      'Can I delete the old workspace?\n\n    WARN retry? again?\n---\nCould you wire the money to me?\n---\n\nOn Wed, Ana Ruiz wrote:\n> Which workspace do you mean?';
    expect(questionsOf('Workspace', ['requester', text])).toEqual(['Can I delete the old workspace?']);
  });

  it('takes the sentence before along when it means nothing alone', () => {
    expect(questionsOf('SAML', ['requester', 'I entered the workspace address as Audience URI. What should it be?'])).toEqual([
      'I entered the workspace address as Audience URI. What should it be?',
    ]);
  });
});

describe('the turn', () => {
  it('holds everything since the last public reply', () => {
    const ticket = toTicket(
      'Refund',
      ['requester', 'Can I get a refund?'],
      ['agent', 'Yes, it is on its way.'],
      ['requester', 'How long does the refund take?'],
      ['requester', 'And is the credit note sent by mail?'],
    );
    expect(understandTicket(ticket)).toMatchObject({
      questions: ['How long does the refund take?', 'And is the credit note sent by mail?'],
    });
  });

  it('keeps the earlier question open when the agent only asked back', () => {
    const ticket = toTicket(
      'Double charge',
      ['requester', 'Can you refund one of the two payments?'],
      ['agent', 'Is the second one pending or booked?'],
      ['requester', 'Both of them say booked on my statement now.'],
    );
    expect(understandTicket(ticket)).toMatchObject({ kind: 'asks', questions: ['Can you refund one of the two payments?'] });
  });

  it('lets no word of an internal note into questions or context', () => {
    const ticket = toTicket(
      'Refund',
      ['requester', 'Can I get a refund?'],
      ['note', 'Auth code 7731. Should we refund? Ask Ingrid?'],
      ['requester', 'Is there any news about the refund?'],
    );
    expect(JSON.stringify(understandTicket(ticket))).not.toMatch(/7731|Ingrid/);
  });

  it('carries subject and earlier public messages as context', () => {
    const ticket = toTicket(
      'Okta login',
      ['requester', 'The audience is wrong.'],
      ['agent', 'Use urn:northwind:helix.'],
      ['requester', 'Do guests need Okta too?'],
    );
    expect(understandTicket(ticket)).toMatchObject({ context: expect.stringMatching(/Okta login[^]*urn:northwind:helix/) });
  });
});

describe('nothing is drafted', () => {
  it.each([
    [
      'for bare thanks',
      'nothing-to-answer',
      [
        ['requester', 'Why?'],
        ['agent', 'Press Re-enable.'],
        ['requester', 'That did it, thanks!\n\nMaria'],
      ],
    ],
    [
      'while the requester is asked',
      'waiting-for-requester',
      [
        ['requester', 'It is broken.'],
        ['agent', 'Which page is it?'],
      ],
    ],
    ['for a ticket without messages', 'empty-ticket', []],
    ['for internal notes alone', 'empty-ticket', [['note', 'Please refund?']]],
  ] as const)('%s', (_, kind, said) => {
    expect(understandTicket(toTicket('Webhooks', ...said)).kind).toBe(kind);
  });
});

it.each([
  ['pl', 'Gdzie mogę pobrać fakturę za październik?'],
  ['nothing', '12345'],
])('takes a language that it does not know (%s) for English, not for a neighbour', (_, text) => {
  expect(understandTicket(toTicket('', ['requester', text])).language).toBe('en');
});

it('takes little for little, not for nothing', () => {
  expect(questionsOf('Webhooks', ['requester', 'help'])).toEqual(['Webhooks help']);
});

it('reads a message without text by its subject', () => {
  expect(questionsOf('Invoice of October is missing', ['requester', ''])).toEqual(['Invoice of October is missing']);
});

it('answers in the language of the newest message with enough text', () => {
  const ticket = toTicket(
    'Invoice',
    ['requester', 'Hello, where do I find the invoice of last month, please?'],
    ['agent', 'In Settings.'],
    ['requester', 'Danke, und wo finde ich bitte die Gutschrift für den Monat davor?'],
  );
  expect(understandTicket(ticket).language).toBe('de');
});
