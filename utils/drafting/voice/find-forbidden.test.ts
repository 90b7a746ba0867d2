import { expect, it } from 'vitest';
import { findForbidden } from './find-forbidden.ts';

const find = (text: string, ...forbiddenWords: string[]): string[] =>
  findForbidden(text, { forbiddenWords }).map(({ start, end }) => text.slice(start, end));

it.each([
  ['guarantee', 'We guaranteed it. Guarantees! GUARANTEE', ['guaranteed', 'Guarantees', 'GUARANTEE']],
  ['cancel', 'It was cancelled while cancelling.', ['cancelled', 'cancelling']],
  ['policy', 'Our policies and policy', ['policies', 'policy']],
  ['günstig', 'Ein GÜNSTIGES und gunstiger Preis', ['GÜNSTIGES', 'gunstiger']],
  ['Haus', 'Viele Häuser', ['Häuser']],
  ['lamentar', 'Lamentar', ['Lamentar']],
  ['problème', 'Des problèmes', ['problèmes']],
  ['скидка', 'Большая СКИДКА сегодня', ['СКИДКА']],
  ['no problem', 'That is no problem. No problems. Not a problem.', ['no problem', 'No problems']],
  ['返金', 'ご返金はできません', ['返金']],
])('%s is found in %j', (word, text, found) => expect(find(text, word)).toEqual(found));

it.each([
  ['art', 'Start the party, arty'],
  ['fee', 'feed, feeling, coffee'],
  ['order', 'border, disorder'],
  ['free', 'freedom, freelance, carefree'],
  ['sorry', 'sort'],
  ['refund', 'prefund'],
  ['!!', 'Wait!!'],
  ['', 'anything'],
])('%j is not found in %j', (word, text) => expect(find(text, word)).toEqual([]));

it('gives the word as the profile has it, and the place in the text', () => {
  expect(findForbidden('Sadly, 😀 we promised.', { forbiddenWords: ['Promise', 'sadly'] })).toEqual([
    { word: 'sadly', start: 0, end: 5 },
    { word: 'Promise', start: 13, end: 21 },
  ]);
});

it('a decomposed text holds the composed word', () => {
  const text = 'Das ist gu\u0308nstig.';
  expect(find(text, 'günstig')).toEqual(['gu\u0308nstig']);
});
