import { expect, it } from 'vitest';
import { toPerson } from './to-person.ts';

it('calls people by their name, else by their address, else by their id', () => {
  expect(toPerson({ id: '1', name: 'Ana', email: 'ana@a.example' })).toEqual({ id: '1', name: 'Ana', email: 'ana@a.example' });
  expect(toPerson({ id: '1', name: '', email: 'ana@a.example' }).name).toBe('ana@a.example');
  expect(toPerson({ id: '1', email: null })).toEqual({ id: '1', name: '1' });
});

it('knows nobody', () => {
  expect(toPerson(null)).toEqual({ id: 'unknown', name: '' });
});
