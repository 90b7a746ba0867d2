import { expect, it } from 'vitest';
import { splitQuoted } from './split-quoted.ts';

const split = (text: string) => splitQuoted(text.split('\n').map((line) => ({ text: line, quoted: false })));

it('leaves a message without a quote as it is', () => {
  expect(split('Hello,\n\nmy order: 3 > 2.')).toEqual({ text: 'Hello,\n\nmy order: 3 > 2.', quoted: '' });
});

it('puts "> " lines and the line above them apart', () => {
  expect(split('Yes.\n\nOn 19 Nov 2026, Ana wrote:\n> Shall I?\n>> Please')).toEqual({
    text: 'Yes.',
    quoted: 'On 19 Nov 2026, Ana wrote:\nShall I?\nPlease',
  });
});

it('keeps answers between quoted lines', () => {
  expect(split('> First?\nYes.\n> Second?\nNo.').text).toBe('Yes.\nNo.');
});

it.each([
  ['German', 'Am 19.11.2026 um 10:00 schrieb Ana Ruiz:'],
  ['Spanish', 'El 19 nov 2026, Ana escribió:'],
  ['French', 'Le 19 nov. 2026, Ana a écrit :'],
  ['Outlook', '-----Original Message-----'],
])('takes all below a %s divider for quoted', (_name, divider) => {
  expect(split(`Danke.\n\n${divider}\nOld text`)).toMatchObject({ text: 'Danke.' });
});

it('does not take an ordinary line that ends in a colon for the start of a quote', () => {
  expect(split('The error says:\nnot found').quoted).toBe('');
});
