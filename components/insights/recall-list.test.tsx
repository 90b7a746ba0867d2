import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { findRecalled, joinSentReplies } from '../../utils/insights/lineage/find-recalled.ts';
import { toArticleKey, type ArticleNow } from '../../utils/insights/lineage/article-now.ts';
import { makePassage, makeRecord, makeSentRow } from '../../utils/insights/lineage/test-support.ts';
import { recalledReplySchema } from '../../utils/messaging/recall-schemas.ts';
import { createFormat } from './create-format.ts';
import { RecallList, type RecallState } from './recall-list.tsx';

const OLD = 'Refunds take 5 days.\n\nSeats can be returned.';
const draw = (state: RecallState): string =>
  renderToStaticMarkup(<RecallList state={state} format={createFormat('en-GB', 'Europe/Berlin')} />);
const toText = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The list for one sent reply on `OLD`, with its article as it is now; it goes over the schema, as on its way to the page. */
function listWith(now: ArticleNow, total = 1): RecallState {
  const passage = makePassage(OLD);
  const record = makeRecord('d1', passage, [{ text: 'Refunds take 5 days.', cites: 'Refunds take 5 days.' }]);
  const articles = new Map([[toArticleKey(passage), now]]);
  const replies = findRecalled(joinSentReplies([record], [makeSentRow(record, 'Refunds take 5 days.')]), articles);
  return { kind: 'listed', replies: replies.map((reply) => recalledReplySchema.parse(JSON.parse(JSON.stringify(reply)))), total };
}
const changed = (...texts: string[]): ArticleNow => ({
  kind: 'present',
  passages: texts.map((text) => makePassage(text)),
  changedAt: '2026-11-12T08:00:00.000Z',
});

it('a reply is listed with its ticket, when it was sent, its article, the old words and the new', () => {
  const html = draw(listWith(changed('Refunds take 10 days.\n\nSeats can be returned.')));
  for (const words of ['#12', 'Money back', '5 Oct 2026, 12:00', 'changed 12 Nov 2026, 09:00'])
    expect(toText(html)).toContain(words);
  expect(html).toContain('<del>Refunds take 5 days.</del>');
  expect(html).toContain('<ins lang="en">Refunds take 10 days.</ins>');
});

it.each([
  [changed('Seats can be returned.'), 'Taken out, with nothing in its place.'],
  [changed(), 'The passage is no longer in the article.'],
  [{ kind: 'article-gone' } as const, 'The article is no longer in its source.'],
  [{ kind: 'source-gone' } as const, 'The source was removed.'],
])('where no new words are, it says why (%#)', (now, said) => {
  const html = draw(listWith(now));
  expect(toText(html)).toContain(said);
  expect(html).not.toContain('<ins');
});

it('an article that still says it recalls nothing, and the empty list says when something would stand here', () => {
  const html = draw(listWith(changed(OLD), 0));
  expect(html).not.toContain('<table');
  expect(toText(html)).toContain('None. When an article changes');
});

it('markup in new words stands there as text', () => {
  const html = draw(listWith(changed('Refunds take <img src=x onerror=alert(1)> 10 days.')));
  expect(html).toContain('&lt;img');
  expect(html).not.toContain('<img');
});

it('what is not shown is counted, and a list that failed says so', () => {
  expect(toText(draw(listWith(changed(), 7)))).toContain('6 older ones are not shown.');
  expect(draw({ kind: 'failed', failure: { kind: 'storage-broken', said: 'gone' } })).toContain('role="alert"');
  expect(toText(draw({ kind: 'looking' }))).toContain('are being compared');
});
