import { expect, it } from 'vitest';
import { rankMacros } from './rank-macros.ts';

const macros = [
  { id: '1', title: 'Reset link', text: 'A reset link is valid for 60 minutes. Thank you for your patience.' },
  { id: '2', title: 'Refund within 30 days', text: 'You can cancel a yearly plan. Thank you for your patience.' },
  { id: '3', title: 'Closing', text: 'Thank you for your patience.' },
];
const ids = (text: string): string[] => rankMacros(macros, text, 'en').map(({ id }) => id);

it('puts the macro with the rarest shared words first', () => {
  expect(ids('How long are reset links valid? Thank you')[0]).toBe('1');
  expect(ids('I want a refund, thank you')[0]).toBe('2');
});

it('finds a word in another form', () => {
  expect(ids('refunds')).toEqual(['2']);
});

it('gives nothing for words that no macro has', () => {
  expect(ids('Webhook')).toEqual([]);
  expect(ids('')).toEqual([]);
});
