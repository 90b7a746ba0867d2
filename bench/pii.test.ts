import { expect, it } from 'vitest';
import { evaluatePii, piiItemSchema, type PiiItem } from './pii.ts';

const row = (text: string, ...spans: (readonly [type: string, value: string])[]): PiiItem =>
  piiItemSchema.parse({
    text,
    spans: spans.map(([type, value]) => ({ type, start: text.indexOf(value), end: text.indexOf(value) + value.length })),
  });

it('a span counts when all of its letters and digits were redacted, under the set’s own names for kinds', () => {
  const figures = evaluatePii([
    row('Mail a@x.org now', ['EMAIL_ADDRESS', 'a@x.org']),
    row('Mail a@x.org now', ['email', 'now']),
    row('Call me on (030) 1234567', ['phone_number', '(030) 1234567']),
  ]);
  expect(figures).toMatchObject({ 'recall e-mail': 0.5, 'n e-mail': 2, 'recall phone': 1, 'n phone': 1 });
});

it('what is redacted outside every annotated span is spurious, and its characters are over-redaction', () => {
  const figures = evaluatePii([row('a@x.org b@x.org', ['EMAIL_ADDRESS', 'a@x.org'])]);
  expect(figures).toMatchObject({ 'redacted spans': 2, 'spurious spans': 1, 'over-redaction': 7 / 8 });
});

it('kinds that need a model are not scored, but their spans are not over-redaction either', () => {
  const figures = evaluatePii([row('Live at 12 Elm Rd, a@x.org', ['STREET_ADDRESS', '12 Elm Rd, a@x.org'])]);
  expect(figures).toMatchObject({ 'spurious spans': 0, 'over-redaction': 0 });
  expect(figures).not.toHaveProperty('recall address');
});

it('a recogniser’s negative is clean when nothing of its kind was found', () => {
  const negative = (text: string) => piiItemSchema.parse({ text, type: 'CREDIT_CARD', expect: 0, spans: [] });
  expect(evaluatePii([negative('4012888888881882'), negative('4012888888881881'), negative('a@x.org')])).toMatchObject({
    'clean negatives': 2 / 3,
    'n negatives': 3,
  });
});

it('a number is tried in four notations, the national one also where it is asked to be called', () => {
  const number = {
    country: 'AL',
    e164: '+355672123456',
    international: '+355 67 212 3456',
    national: '67 212 34',
    rfc3966: 'tel:+355672123456',
  };
  expect(evaluatePii([piiItemSchema.parse(number)])).toMatchObject({
    'recall phone, e164': 1,
    'recall phone, rfc3966': 1,
    'recall phone, national': 0,
    'recall phone, national, asked to call': 1,
  });
});
