import { expect, it } from 'vitest';
import { taughtHelpdeskSchema, ticketAddressSchema, toTaughtId } from './taught-helpdesk.ts';

const address = { path: [{ kind: 'text', text: 'tickets' }, { kind: 'id' }], query: [], hash: [], form: 'number' };

it('takes its id from the host', () => {
  expect(toTaughtId('desk.northwind.example:8443')).toBe('taught:desk-northwind-example-8443');
  expect(toTaughtId('[::1]')).toBe('taught:1');
});

it('wants exactly one place for the ticket id', () => {
  expect(ticketAddressSchema.safeParse(address).success).toBe(true);
  expect(ticketAddressSchema.safeParse({ ...address, path: [{ kind: 'text', text: 'tickets' }] }).success).toBe(false);
  expect(ticketAddressSchema.safeParse({ ...address, query: [{ kind: 'id', name: 'id' }] }).success).toBe(false);
});

it('knows its own version only, so that a newer file is refused and not misread', () => {
  const file = {
    kind: 'deskside-helpdesk',
    version: 1,
    id: 'taught:desk-example',
    name: 'Desk',
    host: 'desk.example',
    address,
    layout: { version: 1, parts: {}, tests: {}, order: 'by-time' },
  };
  expect(taughtHelpdeskSchema.safeParse(file).success).toBe(true);
  expect(taughtHelpdeskSchema.safeParse({ ...file, version: 2 }).success).toBe(false);
  expect(taughtHelpdeskSchema.safeParse({ ...file, host: 'Desk.example/path' }).success).toBe(false);
});
