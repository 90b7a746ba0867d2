import { expect, it } from 'vitest';
import { toReplyText, type DraftSource } from '../domain/draft.ts';
import { passageSchema } from '../domain/passage.ts';
import { ticketSchema } from '../domain/ticket.ts';
import { checkEdit } from './check-edit.ts';
import { checkReply } from './check-reply.ts';
import { parseReply } from './parse-reply.ts';

const requester = { id: 'u1', name: 'Tom Whitaker' };
const ticket = ticketSchema.parse({
  host: 'desk.example',
  helpdesk: 'demo',
  id: '1',
  url: 'https://desk.example/1',
  subject: 'Export',
  requester,
  messages: [],
});
const toSource = (number: number, text: string): DraftSource => ({
  number,
  passage: passageSchema.parse({
    id: `p${number}`,
    articleId: `a${number}`,
    sourceId: 's',
    title: 'Exports',
    headings: [],
    text,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
  }),
});
const sources = [
  toSource(1, 'Exports above 50 GB are prepared in the background. The link in the e-mail works for 7 days.'),
  toSource(2, 'Attachments come as a second file.'),
];
const draft = 'Hi Tom,\n\nExports above 50 GB are prepared in the background. [1] The link works for 7 days. [1]\n\nBest,';
const before = checkReply(parseReply(draft), sources, ticket, 'en');
const checkEdited = (text: string) => checkEdit(text, before, sources, ticket, 'en').flatMap((block) => block.lines.flat());

it('a text that was not changed keeps every citation', () => {
  expect(checkEdit(toReplyText(before), before, sources, ticket, 'en')).toEqual(before);
});

it('a sentence put in other words is still checked against its passage', () => {
  const [sentence] = checkEdited('The link in your e-mail works for 7 days.');
  expect(sentence).toMatchObject({ support: 'supported', citations: [{ source: 1 }] });
});

it('a figure that the agent changed is marked', () => {
  const [sentence] = checkEdited('The link works for 14 days.');
  expect(sentence?.support).toBe('unsupported');
});

it('a sentence of the agent’s own inherits nothing', () => {
  const [sentence] = checkEdited('I have asked our billing colleagues to refund you.');
  expect(sentence).toMatchObject({ support: 'unsupported', citations: [] });
});

it('a mark that the agent typed counts', () => {
  const [sentence] = checkEdited('Attachments come as a second file. [2]');
  expect(sentence).toMatchObject({ support: 'quoted', citations: [{ source: 2 }] });
});
