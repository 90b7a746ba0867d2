import { expect, it } from 'vitest';
import type { TicketAddress } from '../../domain/taught-helpdesk.ts';
import { matchAddress, toTicketUrl } from './match-address.ts';

const path: TicketAddress = {
  path: [{ kind: 'text', text: 'projects' }, { kind: 'any' }, { kind: 'text', text: 'tickets' }, { kind: 'id' }],
  query: [],
  hash: [],
  form: 'number',
};
const query: TicketAddress = {
  path: [{ kind: 'text', text: 'index.php' }],
  query: [
    { kind: 'text', name: 'page', text: 'ticket' },
    { kind: 'id', name: 'id' },
  ],
  hash: [],
  form: 'number',
};
const hash: TicketAddress = { path: [], query: [], hash: [{ kind: 'text', text: 'ticket' }, { kind: 'id' }], form: 'key' };
const at = (text: string): URL => new URL(text, 'https://desk.example');

it.each([
  [path, '/projects/7/tickets/42', '42'],
  [path, '/projects/7/tickets/42/', '42'],
  [query, '/index.php?sort=asc&page=ticket&id=42', '42'],
  [hash, '/#!/ticket/SUP-42', 'SUP-42'],
])('finds the id in an address (%#)', (address, url, id) => {
  expect(matchAddress(address, at(url))).toBe(id);
});

it.each([
  [path, '/projects/7/tickets/new'],
  [path, '/projects/7/tickets/42/edit'],
  [path, '/projects/7/users/42'],
  [query, '/index.php?page=user&id=42'],
  [query, '/index.php?page=ticket'],
  [query, '/admin/index.php?page=ticket&id=42'],
  [hash, '/#/ticket/new'],
  [hash, '/other#/ticket/SUP-42'],
])('knows an address that is no ticket’s (%#)', (address, url) => {
  expect(matchAddress(address, at(url))).toBeUndefined();
});

it('makes the ticket’s own address, without filters and anchors', () => {
  expect(toTicketUrl(query, at('/index.php?sort=asc&page=ticket&id=42#last')).href).toBe(
    'https://desk.example/index.php?page=ticket&id=42',
  );
  expect(toTicketUrl(hash, at('/?x=1#/ticket/SUP-42')).href).toBe('https://desk.example/#/ticket/SUP-42');
});
