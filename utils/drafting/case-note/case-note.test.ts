import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseFieldSchema, type CaseField, type Triage } from '../../domain/triage.ts';
import { summarizeThread } from '../summary/summarize-thread.ts';
import { toTicket } from '../test-support.ts';
import { checkCaseNote, NEEDS_YOU } from './check-case-note.ts';
import { fillCaseNote } from './fill-case-note.ts';
import { parseCaseFields } from './parse-case-fields.ts';
import { toCaseSchema } from './to-case-schema.ts';
import { toNoteText } from './to-note-text.ts';

const field = (name: string, kind: CaseField['kind'], rest: Partial<CaseField> = {}): CaseField =>
  caseFieldSchema.parse({ name, kind, about: '', isRequired: false, ...rest });
const triage: Triage = {
  intent: { label: 'billing', probability: 0.8 },
  isOutOfScope: false,
  urgency: 'urgent',
  sentiment: 'negative',
  tags: ['billing', 'refund'],
  by: 'rules',
};
const ticket = toTicket(
  'Charged twice',
  [
    'requester',
    'My order number is NW-20261101 and the invoice 88123 says EUR 49.00. Can you send one payment back? We use the Team plan.',
  ],
  ['agent', 'I will send you the credit note by Friday.'],
);
const fill = (...fields: CaseField[]) => fillCaseNote(ticket, summarizeThread(ticket, 'en'), triage, fields);

describe('a note filled without a model', () => {
  it('takes each field from what it is called', () => {
    const { values, problems } = fill(
      field('goal', 'text'),
      field('promised', 'text'),
      field('priority', 'choice', { choices: ['P1', 'P2', 'P3', 'P4'] }),
      field('category', 'text'),
      field('order_number', 'text'),
      field('invoiceNumber', 'text'),
      field('amount', 'number'),
      field('product', 'choice', { choices: ['Team', 'Business'] }),
      field('reported_on', 'date'),
      field('customer', 'text'),
      field('angry', 'yes-no'),
    );
    expect(problems).toEqual([]);
    expect(values).toEqual({
      goal: 'Can you send one payment back?',
      promised: 'I will send you the credit note by Friday.',
      priority: 'P1',
      category: 'billing',
      order_number: 'NW-20261101',
      invoiceNumber: '88123',
      amount: 49,
      product: 'Team',
      reported_on: '2026-11-20',
      customer: 'Maria Keller',
      angry: true,
    });
  });

  it('leaves what the ticket does not say, and says so where it is required', () => {
    const note = fill(field('serial_number', 'text', { isRequired: true }), field('colour', 'text'));
    expect(note).toMatchObject({ values: {}, problems: [{ field: 'serial_number', said: NEEDS_YOU }] });
  });

  it('does not choose between two', () => {
    const two = toTicket('Two orders', ['requester', 'Order 1111-22 or order 3333-44 came broken.']);
    const note = fillCaseNote(two, summarizeThread(two, 'en'), triage, [field('order_number', 'text')]);
    expect(note).toMatchObject({
      values: {},
      problems: [{ field: 'order_number', said: 'Needs you: the ticket names 1111-22 and 3333-44.' }],
    });
  });

  it('cuts a text at the longest the field takes, and reads no internal note', () => {
    const noted = toTicket('Hello', ['requester', 'Can you send one payment back to us?'], ['note', 'Order 9999-88.']);
    const fields = [field('goal', 'text', { maxLength: 20 }), field('order', 'text')];
    expect(fillCaseNote(noted, summarizeThread(noted, 'en'), triage, fields).values).toEqual({ goal: 'Can you send one…' });
  });
});

describe('checking', () => {
  it.each([
    ['number', '1,234.50', 1234.5],
    ['number', '1.234,50', 1234.5],
    ['number', 'EUR 49,90', 49.9],
    ['number', '12', 12],
    ['date', '2026-11-04T10:00:00Z', '2026-11-04'],
    ['date', '4.11.2026', '2026-11-04'],
    ['date', '11/24/2026', '2026-11-24'],
    ['yes-no', 'Ja', true],
    ['yes-no', 'no', false],
    ['choice', 'HIGH', 'high'],
    ['text', 12, '12'],
  ] as const)('takes %s %s for what it is', (kind, raw, value) => {
    const note = checkCaseNote({ it: raw }, [field('it', kind, kind === 'choice' ? { choices: ['low', 'high'] } : {})]);
    expect(note).toMatchObject({ values: { it: value }, problems: [] });
  });

  it.each([
    ['number', '1.234', 'Write a number, such as 12 or 49.90.'],
    ['number', 'many', 'Write a number, such as 12 or 49.90.'],
    ['date', '04/11/2026', 'Write the date as year-month-day, such as 2026-11-04.'],
    ['date', '2026-02-30', 'Write the date as year-month-day, such as 2026-11-04.'],
    ['yes-no', 'maybe', 'Answer with yes or no.'],
    ['choice', 'medium', 'Choose one of: low, high.'],
    ['text', ['a'], 'Give one value, not a list or an object.'],
  ] as const)('names the field for %s %s and what to do', (kind, raw, said) => {
    const note = checkCaseNote({ it: raw }, [field('it', kind, kind === 'choice' ? { choices: ['low', 'high'] } : {})]);
    expect(note).toMatchObject({ values: {}, problems: [{ field: 'it', said }] });
  });

  it.each([null, 'text', 12, [], undefined])('of %s finds every required field missing', (value) => {
    expect(checkCaseNote(value, [field('goal', 'text', { isRequired: true })]).problems).toEqual([
      { field: 'goal', said: NEEDS_YOU },
    ]);
  });

  it('leaves out keys that no field has, and is not fooled by names of the language', () => {
    const value: unknown = JSON.parse('{"extra":1,"__proto__":{"goal":"x"}}');
    expect(checkCaseNote(value, [field('goal', 'text'), field('constructor', 'text')])).toMatchObject({
      values: {},
      problems: [],
    });
  });
});

it('gives a model a schema that holds the fields, what they are about, and nothing required', () => {
  const schema = z.toJSONSchema(
    toCaseSchema([field('level', 'choice', { choices: ['a', 'b'], about: 'How bad', isRequired: true }), field('day', 'date')]),
  );
  expect(schema).toMatchObject({
    type: 'object',
    properties: { level: { enum: ['a', 'b'], description: 'How bad' }, day: { type: 'string', format: 'date' } },
    additionalProperties: false,
  });
  expect(schema.required ?? []).toEqual([]);
});

describe('fields of a team', () => {
  it('are read from a list', () => {
    expect(parseCaseFields('[{"name":"goal"},{"name":"level","kind":"choice","choices":["a"],"isRequired":true}]')).toEqual({
      ok: true,
      fields: [field('goal', 'text'), field('level', 'choice', { choices: ['a'], isRequired: true })],
    });
  });

  it('are read from a JSON Schema object', () => {
    const json = JSON.stringify({
      type: 'object',
      properties: {
        goal: { type: 'string', maxLength: 80, description: 'What they want' },
        level: { enum: ['a', 'b'] },
        day: { type: ['string', 'null'], format: 'date' },
        seats: { type: 'integer' },
        angry: { type: 'boolean' },
      },
      required: ['goal'],
    });
    expect(parseCaseFields(json)).toEqual({
      ok: true,
      fields: [
        field('goal', 'text', { maxLength: 80, about: 'What they want', isRequired: true }),
        field('level', 'choice', { choices: ['a', 'b'] }),
        field('day', 'date'),
        field('seats', 'number'),
        field('angry', 'yes-no'),
      ],
    });
  });

  it.each([
    ['{', 'This is not JSON. Paste a list of fields or a JSON Schema object.'],
    ['{}', 'A JSON Schema needs “properties”; a list of fields begins with “[”.'],
    ['[]', 'There is no field in it.'],
    ['[{"kind":"text"}]', 'Each field of the list needs a name.'],
    ['[{"name":"9 lives"}]', '“9 lives” is no name for a field'],
    ['[{"name":"a"},{"name":"a"}]', '“a” stands there twice.'],
    ['[{"name":"a","kind":"choice"}]', '“a” is a choice without choices.'],
    ['[{"name":"a","kind":"colour"}]', '“a”: kind is not right'],
    ['{"properties":{"a":{"type":"array"}}}', '“a” is of type array; a field holds'],
    ['{"properties":{"a":{"type":["string","number"]}}}', '“a” may be of several types; keep one.'],
    ['{"properties":{"a":{}},"required":["b"]}', '“b” is required but has no property.'],
    [JSON.stringify(Array.from({ length: 31 }, (_, index) => ({ name: `f${index}` }))), '31 fields are too many'],
  ])('%s is refused in plain words', (json, problem) => {
    const result = parseCaseFields(json);
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining(problem)]);
  });
});

it('is copied as one line a field that has a value', () => {
  const fields = [field('orderNumber', 'text'), field('angry_customer', 'yes-no'), field('empty', 'text')];
  const note = checkCaseNote({ orderNumber: '12', angry_customer: true }, fields);
  expect(toNoteText(note, fields)).toBe('Order number: 12\nAngry customer: Yes');
});
