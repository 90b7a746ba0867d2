import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceholderBook } from './placeholder-book.ts';
import { redactText } from './redact-text.ts';
import { restoreText } from './restore-text.ts';

const redact = (text: string, names: string[] = []): string => redactText(text, { names }).text;

describe('what is personal gets a placeholder', () => {
  it.each([
    ['Write to ana.ruiz+help@example.co.uk, please.', 'Write to [e-mail 1], please.'],
    ['ana (at) example (dot) com', '[e-mail 1]'],
    ['用户@例子.公司', '[e-mail 1]'],
    ['Card 4012-8888-8888-1881.', 'Card [card 1].'],
    ['4012888888881881 4012 8888 8888 1881', '[card 1] [card 2]'],
    ['my Visa, 4243557355858281972, expires', 'my Visa, [card 1], expires'],
    ['IBAN DE89 3704 0044 0532 0130 00, danke', 'IBAN [IBAN 1], danke'],
    ['gb82west12345698765432', '[IBAN 1]'],
    ['from 192.168.1.1, 2001:db8::1 and ::1', 'from [IP 1], [IP 2] and [IP 3]'],
    ['Here is my SSN: 460-89-9847', 'Here is my SSN: [SSN 1]'],
    ['ruf mich an: 030 1234567', 'ruf mich an: [phone 1]'],
    ['Meine Nummer lautet 089 / 12 34 56 78.', 'Meine Nummer lautet [phone 1].'],
    ['Mi número es el 612345678', 'Mi número es el [phone 1]'],
    ['Appelez-moi au 01.23.45.67.89', 'Appelez-moi au [phone 1]'],
    ['+46 (0)8 928 571 38 fax', '[phone 1] fax'],
    ['call me on 9472 7916?', 'call me on [phone 1]?'],
    ['Tel.: 415-555-0132 x12', 'Tel.: [phone 1]'],
    ['key sk-proj-abcdefghijklmnop1234 leaked', 'key [secret 1] leaked'],
    ['My password is hunter2!x.', 'My password is [secret 1].'],
    ['Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc123', 'Authorization: Bearer [secret 1]'],
    ['see https://ana:geheim@example.com/x now', 'see [link 1] now'],
    ['https://example.com/reset/a8f3k2j9x7q1.', '[link 1].'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '[key 1]'],
    ['４０１２８８８８８８８８１８８１', '[card 1]'],
  ])('%j becomes %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

it.each([
  'Order 113542617735902 from 21.11.2026, invoice 4155550132.',
  'EAN 4012345678909, message 4243557355858281972, bytes 45 55 66 61 74 65 20 74.',
  'Version 10.2.3.4 runs since 2026-11-21 14:30:05 on build 20261121.',
  'commande numéro 123456789, Bestellnummer 0301234567, pedido número 612345678, ordine numero 3471234567',
  'Tracking 1Z999AA10123456784, ticket #48211234, sku 0123456789.',
  'Commit 9ceb0dcaf21b5a3e77d0a3f4c1b2d3e4f5a6b7c8, id 123e4567-e89b-12d3-a456-426614174000.',
  'It costs 1.299,00 € or $1,299.00, 10 000 000 in all.',
  'Open https://example.com/help/reset-password?lang=de#step-2.',
  'The password is incorrect, and std::vector is a type.',
  'Your card 4012888888881882 was refused; GB82WEST12345698765431 is wrong.',
  'ZIP 07805-1121, 00:1A:2B:3C:4D:5E, ratio 16:9, 12:34:56.',
])('nobody’s data stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

describe('names', () => {
  it('of known people go whole, in parts, in any case, without accents and with a genitive', () => {
    expect(redact('María Keller wrote. maria’s card, KELLER, Kellers Konto, Keller, M.', ['María Keller'])).toBe(
      '[name 1] wrote. [name 2]’s card, [name 3], [name 4]s Konto, [name 4], M.',
    );
  });
  it('are not found inside other words', () => {
    expect(redact('The marinade is annual.', ['Mari Ann'])).toBe('The marinade is annual.');
  });
  it('that are everyday words go only where they are written as a name', () => {
    expect(redact('Will you mark it? I met Will and Mark.', ['Will Mark'])).toBe(
      'Will you mark it? I met [name 1] and [name 2].',
    );
  });
  it.each([
    ['Hi Tom,\nit broke. Tom knows.', 'Hi [name 1],\nit broke. [name 1] knows.'],
    ['Sehr geehrter Herr Dr. Braun,', 'Sehr geehrter Herr Dr. [name 1],'],
    ['Thanks.\n\nBest regards,\nJo van Dijk', 'Thanks.\n\nBest regards,\n[name 1]'],
    ['My name is Ana Ruiz and I pay.', 'My name is [name 1] and I pay.'],
  ])('are taken from greeting, title, signature and introduction: %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
  it.each([
    'Hi there,',
    'Dear Support Team,',
    'Hello everyone!',
    'Best regards,\nThe Team',
    'Hey, it broke',
    'Hi, Quick question here',
  ])('a greeting without a name gives none: %j', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('placeholders', () => {
  it('same value, same number, in all texts that share a book', () => {
    const book = createPlaceholderBook();
    expect(redactText('a@x.org b@x.org a@x.org', { book }).text).toBe('[e-mail 1] [e-mail 2] [e-mail 1]');
    expect(redactText('b@x.org', { book }).text).toBe('[e-mail 2]');
  });
  it('a value that was recognised once goes everywhere', () => {
    expect(redact('My phone: 451 5986. Again: 451 5986')).toBe('My phone: [phone 1]. Again: [phone 1]');
  });
  it('a name spoken in one text is known in the next', () => {
    const book = createPlaceholderBook();
    redactText('Hi Tom,', { book });
    expect(redactText('Ask Tom', { book }).text).toBe('Ask [name 1]');
  });
  it('what only looks like one never brings a value out', () => {
    const book = createPlaceholderBook();
    const first = redactText('Mine is a@x.org', { book });
    const second = redactText('Tell me [e-mail 1] or (E-Mail_1]', { book });
    expect(second.text).not.toMatch(/e-?mail.1/i);
    expect(restoreText(`${first.text} ${second.text}`, book).text).toBe('Mine is a@x.org Tell me [e-mail 1] or (E-Mail_1]');
  });
  it('a replaced beginning leaves no end that reads like a placeholder', () => {
    const { text, book } = redactText('a@x.org ::1E-MAIL 1]');
    expect(text).toBe('[e-mail 1] [IP 1]-[text 1]');
    expect(restoreText(text, book).text).toBe('a@x.org ::1E-MAIL 1]');
  });
  it('spans give the original’s offsets and hold no value', () => {
    const { found } = redactText('Hi a@x.org');
    expect(found).toEqual([{ kind: 'e-mail', start: 3, end: 10, placeholder: '[e-mail 1]' }]);
  });
});

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  fc.constantFrom(
    '[e-mail 1]',
    '[name 1',
    'phone 2]',
    '\\[card 1\\]',
    '[text 1]',
    '[Name_3]',
    '[',
    ']',
    '\\',
    'E-MAIL 1]',
    '【ip 1】',
    '[IBAN1]',
    '{link 1}',
  ),
  fc.constantFrom(' ', '\n', '.', ', ', '-', '(', '1', '12', '’s', 's'),
  fc.constantFrom('a@x.org', '+49 30 1234567', '4012888888881881', 'DE89370400440532013000', '10.0.0.1', '::1', '460-89-9847'),
  fc.constantFrom(
    'Maria',
    'KELLER',
    'María Keller',
    'Hi Tom,',
    'Best regards,\nAna',
    'password: ',
    'https://u:p@x.org/',
    'call me on ',
  ),
);

it('restoring gives back every text as it was, also one full of look-alikes', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.array(piece, { maxLength: 6 }), (first, second) => {
      const book = createPlaceholderBook();
      const options = { names: ['Maria Keller', 'Card Phone'], book };
      const texts = [first.join(''), second.join('')];
      const redacted = texts.map((text) => redactText(text, options).text);
      expect(redacted.map((text) => restoreText(text, book).text)).toEqual(texts);
      expect(restoreText(redacted.join('\n'), book).text).toBe(texts.join('\n'));
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

it('fails closed: an error while looking throws and gives no text', () => {
  const broken = { ...createPlaceholderBook(), toPlaceholder: () => '[e-mail 9]' };
  expect(() => redactText('a@x.org', { book: broken })).toThrow('not redacted');
  expect(() =>
    redactText('a@x.org', {
      get names(): string[] {
        throw new Error('no names');
      },
    }),
  ).toThrow('no names');
});

it.each([
  'a.',
  '1 ',
  '(1',
  'GB00 ',
  '0:',
  'token=',
  'Hi Aa ',
  '[e-mail ',
  '-----BEGIN PRIVATE KEY-----',
  'https://x/reset/',
  'eyJa.',
])(
  'text made to keep expressions busy comes to an end and comes back: 100,000 characters of %j',
  (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const { text: redacted, book } = redactText(text);
    expect(restoreText(redacted, book).text).toBe(text);
  },
  120_000,
);
