import { expect, it } from 'vitest';
import type { Passage } from '../../domain/passage.ts';
import { toArticleKey, type ArticleNow } from './article-now.ts';
import { findRecalled, joinSentReplies, type RecalledReply } from './find-recalled.ts';
import { makePassage, makeRecord, makeSentRow } from './test-support.ts';

const old = makePassage(
  'Annual plans are refunded within 30 days.\n\nMonthly plans are not refunded.\n\n1. Open Billing\n2. Press Refund',
);
const answer = { text: 'We refund annual plans within 30 days.', cites: 'refunded within 30 days' };
const record = makeRecord('d1', old, [{ text: 'Hello Maria,' }, answer]);
const sentText = 'Hello Maria,\n\nWe refund annual plans\nwithin 30 days.\n\nAna';
const present = (...texts: string[]): ArticleNow => ({
  kind: 'present',
  changedAt: '2026-11-12T00:00:00.000Z',
  passages: texts.map((text, position) => makePassage(text, { position })),
});
const recall = (article: ArticleNow, sent = sentText, of = record, passage: Passage = old): RecalledReply[] =>
  findRecalled(joinSentReplies([of], [makeSentRow(of, sent)]), new Map([[toArticleKey(passage), article]]));

it('a changed word behind a sent sentence recalls the reply, with ticket, time, both texts and the words that differ', () => {
  const [reply] = recall(present('Other things.', old.text.replace('30', '14')));
  expect(reply).toMatchObject({
    draftId: 'd1',
    lock: { ticketId: '12' },
    subject: 'Money back',
    sentAt: '2026-10-05T10:00:00.000Z',
    passages: [
      {
        source: 1,
        old: { text: old.text },
        change: { kind: 'changed', now: { position: 1 }, changedAt: '2026-11-12T00:00:00.000Z' },
        sentences: [answer.text],
        gone: ['Annual plans are refunded within 30 days.'],
      },
    ],
  });
  expect(reply?.passages[0]?.diff.filter(({ kind }) => kind !== 'kept')).toEqual([
    { kind: 'removed', text: '30' },
    { kind: 'added', text: '14' },
  ]);
});

it.each([
  ['the passage is as it was', present(old.text)],
  ['another sentence of it changed', present(old.text.replace('not refunded', 'refunded in part'))],
  [
    'it was cut and broken into lines elsewhere',
    present('Monthly plans are not refunded.', 'New here. Annual plans are  refunded within 30 days.'),
  ],
  ['its list was numbered anew', present(`1. Sign in\n2. Open Billing\n\nAnnual plans are refunded within 30 days.`)],
])('a reply whose cited sentence still stands word for word is not recalled: %s', (_why, article) => {
  expect(recall(article)).toEqual([]);
});

it.each([
  ['a word in another case', 'annual plans are refunded within 30 days.'],
  ['a word more at its end', 'Annual plans are refunded within 30 days of purchase.'],
  ['a word less', 'Annual plans are refunded within days.'],
])('the sentence has to stand as a whole: %s', (_why, text) => {
  expect(recall(present(text))).toHaveLength(1);
});

it('what the agent took out before sending is not recalled', () => {
  expect(recall(present('Nothing.'), 'Hello Maria,\n\nI will look into your plans within the next days.\n\nAna')).toEqual([]);
});

it('a sentence that was sent slightly changed still rests on its passage', () => {
  expect(recall(present('Nothing.'), 'Hi,\nwe gladly refund annual plans within 30 days after all.')).toHaveLength(1);
});

it('a sentence without a citation recalls nothing', () => {
  expect(recall(present('Nothing.'), 'We refund.', makeRecord('d2', old, [{ text: 'We refund.' }]))).toEqual([]);
});

it('a citation that highlights no words rests on the whole passage', () => {
  const whole = makeRecord('d3', old, [{ text: 'See Billing.', cites: 'words that stand nowhere' }]);
  expect(recall(present(old.text.replace('Press', 'Choose')), 'See Billing.', whole)[0]?.passages[0]?.gone).toEqual([
    'Press Refund',
  ]);
});

it.each(['article-gone', 'source-gone'] as const)('%s recalls the reply, the whole passage taken out', (kind) => {
  const [reply] = recall({ kind });
  expect(reply?.passages[0]?.change).toEqual({ kind });
  expect(reply?.passages[0]?.diff).toEqual([{ kind: 'removed', text: old.text.replaceAll(/\s+/g, ' ') }]);
});

it('a passage that nothing took the place of has no new text', () => {
  expect(recall(present('Shipping takes a week in Norway.'))[0]?.passages[0]?.change).toMatchObject({ now: undefined });
});

it('articles that were not asked about are left alone, and the newest reply comes first', () => {
  const later = makeRecord('d9', old, [answer]);
  const rows = [makeSentRow(record, sentText), makeSentRow(later, sentText, '2026-11-01T10:00:00.000Z')];
  const replies = joinSentReplies([record, later], rows);
  expect(findRecalled(replies, new Map())).toEqual([]);
  const found = findRecalled(replies, new Map([[toArticleKey(old), present('Gone.')]]));
  expect(found.map(({ draftId }) => draftId)).toEqual(['d9', 'd1']);
});
