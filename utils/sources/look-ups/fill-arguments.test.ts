import { expect, it } from 'vitest';
import type { ArgumentSlot, LookUpTool } from '../../domain/look-up.ts';
import { fillArguments } from './fill-arguments.ts';
import { parseIdPattern } from './id-pattern.ts';
import { makeTicket } from './test-support.ts';

const toolOf = (slot: ArgumentSlot): LookUpTool => ({
  name: 't',
  when: 'always',
  arguments: { x: slot },
  schemaHash: '0'.repeat(64),
  mayChangeThings: false,
});
const fill = (slot: ArgumentSlot, text: string, type?: string) => {
  const filled = fillArguments(toolOf(slot), makeTicket(text), { x: type });
  return filled.kind === 'filled' ? filled.values['x'] : filled.kind;
};
const order: ArgumentSlot = { from: 'pattern', pattern: '/^NW-\\d{6}$/' };

it.each([
  ['My order NW-104233.', 'NW-104233'],
  ['(NW-104233)', 'NW-104233'],
  ['NW-1042334', 'missing'],
  ['XNW-104233', 'missing'],
  ['NW-104233_b', 'missing'],
  ['nw-104233', 'missing'],
  ['nothing', 'missing'],
])('an id is found whole or not at all: %s', (text, value) => {
  expect(fill(order, text)).toBe(value);
});

it('what the requester wrote last goes first; what an agent noted is not looked at', () => {
  const ticket = makeTicket('First NW-111111');
  const [first] = ticket.messages;
  const later = first ? [{ ...first, id: 'm3', text: 'No, I mean NW-222222' }] : [];
  expect(fillArguments(toolOf(order), { ...ticket, messages: [...ticket.messages, ...later] }, {})).toMatchObject({
    values: { x: 'NW-222222' },
  });
  expect(fill(order, 'no id here')).toBe('missing');
});

it.each(['ada@example.com>, <eve@example.com', 'Ada <ada@example.com>', 'a b@example.com', ''])(
  'an address that is not just one is none: "%s"',
  (email) => {
    expect(fillArguments(toolOf({ from: 'requester-email' }), makeTicket('Hi', email), {})).toMatchObject({ kind: 'missing' });
  },
);

it('digits fit a number, and stay a text where a text is wanted', () => {
  expect(fill({ from: 'ticket-id' }, 'Hi', 'integer')).toBe(7);
  expect(fill({ from: 'ticket-id' }, 'Hi', 'string')).toBe('7');
});

it.each([
  '(a+)+$',
  'a|b',
  '.*',
  '\\d+',
  '\\d{1,}',
  '[0-9',
  '\\d{9,3}',
  '\\d{1,32}\\d{1,32}\\d{1,32}',
  '\\s\\s',
  'a',
  '\\d{0}',
  '(?=a)b',
])('a pattern that could run away or means nothing is none: %s', (pattern) => {
  expect(parseIdPattern(pattern)).toBeUndefined();
});

it.each([
  ['INV\\d{4,8}', 'INV20260', 'INV20260'],
  ['[A-Z]{3}-?\\d{4}', 'ABC1234', 'ABC1234'],
  ['#\\d{5}', '#12345', '#12345'],
  ['20\\d\\d/\\d{3}', '2026/004', '2026/004'],
  ['v1\\.\\d', 'v1x2', undefined],
])('%s is a pattern', (pattern, text, found) => {
  expect(parseIdPattern(pattern)?.exec(text)?.[0]).toBe(found);
});
