import { expect, it } from 'vitest';
import { readMail } from './read-mail.ts';

it('headers are no part of what the requester says', () => {
  const mail = 'From: "Jane Doe" <jane@example.com>\nTo: help@example.com\nSubject: Reset\n link\n\nHello,\n\nhow long?';
  expect(readMail(mail)).toEqual({ from: 'Jane Doe', subject: 'Reset link', text: 'Hello,\n\nhow long?' });
});

it('an address is no name to greet', () => {
  expect(readMail('From: jane@example.com\nSubject: Hi\n\nText')?.from).toBe('');
});

it.each(['Hello,\n\nhow long?', 'Problem: it fails.\n\nHelp: please', 'Note: see below\nand more\n\nText', 'From: x'])(
  'no mail: %j',
  (text) => {
    expect(readMail(text)).toBeUndefined();
  },
);
