import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PassageChange } from '../../utils/insights/lineage/article-now.ts';
import { makePassage } from '../../utils/insights/lineage/test-support.ts';
import { PassageView } from './passage-view.tsx';

beforeAll(() => {
  vi.stubGlobal('navigator', { language: 'en-GB' });
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00.000Z') });
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passage = makePassage('Links are valid for 60 minutes.\n\nThey work once.', { updatedAt: '2026-10-03T12:00:00.000Z' });
const draw = (change?: PassageChange, spans = [{ start: 20, end: 30 }]): string =>
  renderToStaticMarkup(<PassageView source={{ number: 1, passage }} spans={spans} change={change} />);
const toWords = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const changed = (text: string): PassageChange => ({
  kind: 'changed',
  now: makePassage(text),
  changedAt: '2026-11-12T12:00:00.000Z',
});

it('a changed article says when, which version the draft used, and shows the words that differ', () => {
  const html = draw(changed('Links are valid for 15 minutes.\n\nThey work once.'));
  expect(toWords(html)).toContain('The article changed on 12 Nov This draft used the version of 3 Oct.');
  expect(html).toMatch(/<del>60<\/del> <ins>15<\/ins>/);
});

it('the passage stays as the draft used it, with its supporting words marked', () => {
  expect(draw(changed('Links are valid for 15 minutes.'))).toMatch(/<mark>(?:<span>)*60 minutes(?:<\/span>)*<\/mark>/);
});

it.each([undefined, { kind: 'same' } as const])('while nothing changed, nothing is compared (%j)', (change) => {
  const html = draw(change);
  expect(html).toContain('The draft used this exact text');
  expect(html).not.toMatch(/<ins|<del|changed on/);
});

it('markup in a new version stands there as text', () => {
  const html = draw(changed('Links are <img src=x onerror=alert(1)> valid for 60 minutes.'));
  expect(html).toContain('&lt;img');
  expect(html).not.toContain('<img');
});
