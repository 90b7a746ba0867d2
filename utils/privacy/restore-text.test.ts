import { expect, it } from 'vitest';
import { createPlaceholderBook } from './placeholder-book.ts';
import { restoreText } from './restore-text.ts';

const book = createPlaceholderBook();
const values = { mail: 'ana@x.org', second: 'ben@x.org', phone: '+49 30 1234567', name: 'Maria' };
book.toPlaceholder('e-mail', values.mail);
book.toPlaceholder('e-mail', values.second);
book.toPlaceholder('phone', values.phone);
book.toPlaceholder('name', values.name);

it.each([
  ['case', '[E-MAIL 1]', values.mail],
  ['case of the first letter', '[Name 1]', values.name],
  ['no hyphen', '[email 1]', values.mail],
  ['underscore', '[phone_1]', values.phone],
  ['escaped underscore', String.raw`[phone\_1]`, values.phone],
  ['hyphen', '[name-1]', values.name],
  ['no space', '[name1]', values.name],
  ['spaces', '[ name  1 ]', values.name],
  ['no-break space', '[name\u00a01]', values.name],
  ['line break', '[e-mail\n1]', values.mail],
  ['closing bracket lost', '[name 1', values.name],
  ['opening bracket lost', 'name 1]', values.name],
  ['escaped brackets', String.raw`\[name 1\]`, values.name],
  ['other brackets', '【name 1】', values.name],
  ['bold', '**[name 1]**', `**${values.name}**`],
  ['possessive', '[name 1]’s', `${values.name}’s`],
  ['genitive', '[name 1]s', `${values.name}s`],
  ['German', '[Telefon 1]', values.phone],
  ['Spanish', '[nombre 1]', values.name],
  ['French', '[courriel 2]', values.second],
  ['number sign', '[e-mail #2]', values.second],
  ['twice, in another order', '[e-mail 2] [e-mail 1] [e-mail 2]', `${values.second} ${values.mail} ${values.second}`],
])('a placeholder that a model changed (%s) still gives its value', (_what, written, expected) => {
  expect(restoreText(`Dear ${written}!`, book)).toEqual({ text: `Dear ${expected}!`, unknown: [] });
});

it.each(['[e-mail 3]', '[card 1]', '[name 0]', '[Telefon 77]'])('an invented number is left and reported: %s', (written) => {
  expect(restoreText(`See ${written}.`, book)).toEqual({ text: `See ${written}.`, unknown: [written] });
});

it('a value that reads like a placeholder is not read again', () => {
  const own = createPlaceholderBook();
  own.toPlaceholder('look-alike', '[name 1]');
  own.toPlaceholder('name', 'Maria');
  expect(restoreText('[text 1] [name 1]', own).text).toBe('[name 1] Maria');
});

it('words and numbers without a bracket are no placeholder', () => {
  expect(restoreText('phone 1 and name 1, step (1)', book)).toEqual({ text: 'phone 1 and name 1, step (1)', unknown: [] });
});
