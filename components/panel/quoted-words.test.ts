import { expect, it } from 'vitest';
import { ticket } from './fixture-parts.ts';
import { quoteMessage } from './quoted-words.ts';

const [sample] = ticket.messages;
const text = `${'before '.repeat(40)}I call my lawyer and the court. ${'after '.repeat(40)}`;
const message = sample ? { ...sample, id: 'm', text } : undefined;
const quoteOf = (words: string) => ({
  messageId: 'm',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  text: words,
});

it('shows what was found in its place, marked, with some words around it', () => {
  const pieces = quoteMessage(message, [quoteOf('the court'), quoteOf('my lawyer')]);
  expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)).toEqual(['my lawyer', 'the court']);
  const shown = pieces.map((piece) => piece.text).join('');
  expect(shown).toMatch(/^… before .* I call my lawyer and the court\. after .* …$/);
  expect(shown.length).toBeLessThan(240);
});

it('shows quotes as they were kept when the message is gone or no longer says them', () => {
  const kept = { messageId: 'm', start: 3, end: 12, text: 'my lawyer' };
  for (const now of [undefined, message]) expect(quoteMessage(now, [kept])).toEqual([{ text: 'my lawyer', isMarked: true }]);
});
