import { expect, it } from 'vitest';
import type { DraftSentence } from '../domain/draft.ts';
import { checkReply } from './check-reply.ts';
import { measureInfluence } from './measure-influence.ts';
import { parseReply } from './parse-reply.ts';
import { readSampleSources, toTicket } from './sample-knowledge.test-support.ts';

const [first, second] = readSampleSources('en').map((source, index) => ({
  number: index + 1,
  passage: { ...source.passage, text: index === 0 ? 'A reset link works once.' : 'Refunds arrive within ten days.' },
}));
if (!first || !second) throw new Error('the sample has two passages');
const sources = [first, second];
const measure = (marked: string): number[] =>
  measureInfluence(checkReply(parseReply(marked), sources, toTicket('?'), 'en'), sources).map(({ share }) => share);

it('is the share of checked words that stand in a source; greetings do not count', () => {
  expect(measure('Hello Maria,\n\nA reset link works once. [1]')).toEqual([1, 0]);
  expect(measure('A reset link works once. [1] Refunds arrive within ten days. [2]')).toEqual([0.5, 0.5]);
});

it('is none for what is not supported, and none without a word to check', () => {
  expect(measure('A reset link works once. [1] We send flowers to everybody. [2]')).toEqual([0.5, 0]);
  const [sentence] = checkReply(parseReply('A reset link works in 12 offices. [1]'), sources, toTicket('?'), 'en').flatMap(
    ({ lines }) => lines.flat(),
  );
  expect(sentence).toMatchObject({ support: 'unsupported', citations: [{ source: 1 }] });
  expect(measure('A reset link works in 12 offices. [1]')).toEqual([0, 0]);
  expect(measure('Hello Maria,')).toEqual([0, 0]);
});

it('shares a word that two cited sources hold, so that all together are at most 1', () => {
  const both: DraftSentence = {
    text: 'A reset link works once.',
    language: 'en',
    support: 'supported',
    citations: [1, 2].map((source) => ({ source, spans: [{ start: 0, end: 24 }] })),
  };
  const twins = [first, { ...first, number: 2 }];
  expect(measureInfluence([{ kind: 'paragraph', lines: [[both]] }], twins).map(({ share }) => share)).toEqual([0.5, 0.5]);
});
