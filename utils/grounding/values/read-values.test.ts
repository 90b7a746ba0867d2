import { describe, expect, it } from 'vitest';
import { agree, equalValues } from './equal-values.ts';
import { readValues } from './read-values.ts';

const read = (text: string, language = 'en'): string[] =>
  readValues(text, language).map(({ kind, readings, per, bound }) =>
    [
      kind,
      readings
        .map(({ low, high, unit }) =>
          low === 0 && high === 0 ? unit : `${low === high ? low : `${low}..${high}`} ${unit}`.trim(),
        )
        .join(' or '),
      per && `per ${per}`,
      bound,
    ]
      .filter(Boolean)
      .join(' | '),
  );

describe('amounts', () => {
  it.each([
    ['It costs 1.299,00 €.', 'de', ['money | 1299 EUR']],
    ['It costs EUR 1,299.00.', 'en', ['money | 1299 EUR']],
    ['$5', 'en', ['money | 5 USD']],
    ['5 USD', 'en', ['money | 5 USD']],
    ['US$5', 'en', ['money | 5 USD']],
    ['1 299,50 €', 'fr', ['money | 1299.5 EUR']],
    ['EUR 12 per user and month', 'en', ['money | 12 EUR | per 1 month']],
    ['12 € pro Nutzer und Jahr', 'de', ['money | 12 EUR | per 12 month']],
    ['19 % VAT', 'en', ['percent | 19 %']],
    ['19 Prozent', 'de', ['percent | 19 %']],
    ['un 21 por ciento', 'es', ['percent | 21 %']],
    ['two weeks', 'en', ['duration | 1209600 s']],
    ['48 Stunden', 'de', ['duration | 172800 s']],
    ['a 30-day trial', 'en', ['duration | 2592000 s']],
    ['eine 14-tägige Frist', 'de', ['duration | 1209600 s']],
    ['3–5 business days', 'en', ['duration | 3..5 business day']],
    ['between 5 and 10 business days', 'en', ['duration | 5..10 business day']],
    ['de 5 a 10 días laborables', 'es', ['duration | 5..10 business day']],
    ['sous 10 jours ouvrés', 'fr', ['duration | 10 business day | most']],
    ['innerhalb von 10 Werktagen', 'de', ['duration | 10 business day | most']],
    ['within one month', 'en', ['duration | 1 month | most']],
    ['innerhalb eines Monats', 'de', ['duration | 1 month | most']],
    ['twenty-five users', 'en', ['number | 25']],
    ['fünfundzwanzig Nutzer', 'de', ['number | 25']],
    ['treinta y cinco usuarios', 'es', ['number | 35']],
    ['dix-sept utilisateurs', 'fr', ['number | 17']],
    ['50 GB', 'en', ['size | 50000000000 byte or 53687091200 byte']],
    ['up to 600 requests per minute', 'en', ['rate | 600 per 60 s | most']],
    ['600 solicitudes por minuto', 'es', ['rate | 600 per 60 s']],
    ['fewer than 5 active projects', 'en', ['number | 5 | most']],
    ['no more than 3 addresses', 'en', ['number | 3 | most']],
    ['at least 8 characters', 'en', ['number | 8 | least']],
    ['the 8-digit code', 'en', ['number | 8']],
    ['on the 1st of each month', 'en', ['number | 1']],
  ])('%s', (text, language, expected) => expect(read(text, language)).toEqual(expected));

  it.each(['Two-factor sign-in', 'one of the owners', 'a new link', 'Zwei-Faktor-Anmeldung'])('none in %j', (text) =>
    expect(read(text, text.startsWith('Zwei') ? 'de' : 'en')).toEqual([]),
  );
});

describe('dates and times', () => {
  it.each([
    ['2026-11-02', 'en', ['date | 20261102 day']],
    ['2 November 2026', 'en', ['date | 20261102 day']],
    ['November 2nd, 2026', 'en', ['date | 20261102 day']],
    ['02.11.2026', 'de', ['date | 20261102 day']],
    ['2. November 2026', 'de', ['date | 20261102 day']],
    ['2 de noviembre de 2026', 'es', ['date | 20261102 day']],
    ['le 1er novembre', 'fr', ['date | 1101 day of year']],
    ['November 2', 'en', ['date | 1102 day of year']],
    ['02/11/2026', 'en', ['date | 20260211 day or 20261102 day']],
    ['02/11/2026', 'en-US', ['date | 20260211 day']],
    ['02/11/2026', 'en-GB', ['date | 20261102 day']],
    ['02/11/2026', 'fr', ['date | 20261102 day']],
    ['13/11/2026', 'en', ['date | 20261113 day']],
    ['2:30 pm', 'en', ['time | 870 min of day']],
    ['um 14 Uhr', 'de', ['time | 840 min of day']],
    ['à 14h30', 'fr', ['time | 870 min of day']],
    ['at 06:00 UTC', 'en', ['time | 360 min of day UTC']],
  ])('%s in %s', (text, language, expected) => expect(read(text, language)).toEqual(expected));

  it('does not take the verb for the month', () => expect(read('You may 2')).toEqual(['number | 2']));
});

describe('what is spelled', () => {
  it.each([
    ['Order NW-2026-118204 left.', ['code | nw-2026-118204']],
    ['see https://Help.example/a?b=1.', ['url | https://help.example/a?b=1']],
    ['write to Ana.Ruiz@desk.example, please', ['email | ana.ruiz@desk.example']],
    ['Open Settings → Billing.', ['quoted | open settings > billing']],
    ['the message “Audience mismatch” means', ['quoted | audience mismatch']],
    ['since version 4.2', ['version | 4.2']],
    ['v4.2.1 is out', ['version | 4.2.1']],
    ['GET /v2/items/bulk', ['code | /v2/items/bulk']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

it('gives spans that are slices of the text', () => {
  const text =
    'Bis 02.11.2026 zahlen Sie 1.299,00 € oder 12 % an ana@desk.example („Team“, Einstellungen > Abrechnung), max. 50 GB.';
  for (const value of readValues(text, 'de')) expect(text.slice(value.start, value.end)).toBe(value.text);
});

const only = (text: string, language: string) => {
  const [value] = readValues(text, language);
  if (!value) throw new Error(`no value in ${text}`);
  return value;
};

it.each([
  ['1.299,00 €', 'de', 'EUR 1,299.00', 'en'],
  ['two weeks', 'en', '14 Tage', 'de'],
  ['48 Stunden', 'de', '2 days', 'en'],
  ['12 months', 'en', '1 año', 'es'],
  ['1024 MB', 'en', '1 GB', 'en'],
  ['1000 Mo', 'fr', '1 GB', 'en'],
  ['2 November 2026', 'en', '02.11.2026', 'de'],
  ['02/11/2026', 'en', '2026-11-02', 'en'],
  ['2 pm', 'en', '14 Uhr', 'de'],
  ['600 requests per minute', 'en', '600 Anfragen pro Minute', 'de'],
  ['5 to 10 business days', 'en', '5 bis 10 Werktage', 'de'],
  ['Settings > Billing > Cancel plan', 'en', 'Open Settings → Billing → Cancel plan and confirm', 'en'],
])('%s (%s) equals %s (%s)', (a, la, b, lb) => expect(equalValues(only(a, la), only(b, lb))).toBe(true));

it.each([
  ['10 business days', '10 days'],
  ['EUR 12 per month', 'EUR 12 per year'],
  ['$5', '€5'],
  ['up to 5 users', 'at least 5 users'],
  ['30 days', '31 days'],
  ['5 to 10 days', '5 to 11 days'],
  ['2 November 2026', '2 November 2025'],
  ['Settings > Billing > Plan', 'Settings > Billing > Invoices'],
])('%s does not equal %s', (a, b) => expect(equalValues(only(a, 'en'), only(b, 'en'))).toBe(false));

it.each([
  ['5 to 10 days', '7 days', true],
  ['up to 14 days', '10 days', true],
  ['up to 14 days', '15 days', false],
  ['one month', '30 days', true],
  ['one month', '29 days', false],
  ['one year', '365 days', true],
  ['2 November', '2 November 2026', true],
  ['within 14 days', 'within 10 days', false],
])('%s and %s agree: %s', (a, b, expected) => expect(agree(only(a, 'en'), only(b, 'en'))).toBe(expected));

/** Far beyond what it takes, so that a busy machine fails nothing. */
const PATIENCE_MS = 300_000;

describe('takes no longer over hostile text than over plain text', { timeout: PATIENCE_MS }, () => {
  const LENGTH = 100_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
  const time = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        readValues(text, 'en');
        return performance.now() - start;
      }),
    );
  const plain = time(fill('You can cancel within 30 days for EUR 12 in Settings > Billing, see https://help.example/a. '));

  it.each([
    'a',
    '1',
    '1.',
    '1 ',
    '@',
    'a@',
    'a.',
    '“',
    '>',
    'a>',
    'a > ',
    '-',
    '1-',
    '.',
    ' .',
    'https://',
    'www.',
    '$',
    'two ',
    'two-',
    '{',
    '/',
    '1/1/',
    'May ',
    '1er ',
    '\n',
    'é',
    '1:',
    'per ',
    '1 per ',
  ])('%j over and over', (piece) => {
    const text = fill(piece);
    // A quadratic reader is hundreds of times slower at this length.
    expect(time(text) / plain).toBeLessThan(25);
  });
});
