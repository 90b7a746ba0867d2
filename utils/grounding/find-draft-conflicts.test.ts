import { describe, expect, it } from 'vitest';
import { draftConflictSchema } from '../domain/conflict.ts';
import type { DraftSource } from '../domain/draft.ts';
import { splitSentences } from '../text/sentences.ts';
import { findDraftConflicts } from './find-draft-conflicts.ts';
import { mutateSentence, rephrase, type Mutation } from './mutate-sentence.test-support.ts';
import { createRandom, LANGUAGES, readSampleSources, toBlocks, toTicket } from './sample-knowledge.test-support.ts';

const sources = readSampleSources('en');
const ticket = toTicket('How does this work?');
const numberOf = (words: string): number => sources.find(({ passage }) => passage.text.includes(words))?.number ?? 0;
const find = (text: string, cites: readonly number[], asked = ticket) =>
  findDraftConflicts(toBlocks(text, 'en', cites), sources, asked);
const refunds = numberOf('full refund within 30 days');

describe('a draft against the passage it cites', () => {
  it('shows both values, each as a slice of its text', () => {
    const text = 'You can cancel the annual plan with a full refund within 90 days of the invoice date.';
    const [conflict] = find(text, [refunds]);
    draftConflictSchema.parse(conflict);
    expect(conflict).toMatchObject({ kind: 'draft', sentence: text, passage: { source: refunds, said: '30 days' } });
    expect(text.slice(conflict?.value.start, conflict?.value.end)).toBe('90 days');
    const passage = sources.find(({ number }) => number === refunds)?.passage.text ?? '';
    expect(passage.slice(conflict?.passage.value.start, conflict?.passage.value.end)).toBe('30 days');
    expect(passage.slice(conflict?.passage.sentence.start, conflict?.passage.sentence.end)).toMatch(
      /^You can cancel .* active projects\.$/,
    );
  });

  it.each([
    ['a denial turned round', 'The limit can be raised for single Team workspaces.', 'cannot be raised'],
    ['another price', 'Team costs EUR 15 per user and month.', 'EUR 12 per user'],
    ['another currency', 'The Team plan costs USD 12 per user and month.', 'EUR 12 per user'],
    ['another unit', 'Refunds arrive within 10 hours.', 'arrive within 10 business days'],
    ['another plan’s limit', 'On Team you have 1,800 requests per minute.', 'Team: 600 requests'],
  ])('finds %s', (_, text, source) => expect(find(text, [numberOf(source)])).toHaveLength(1));

  it.each([
    ['the passage’s own values', 'Annual plans can be cancelled within 30 days, with fewer than 5 active projects.'],
    ['one value in another unit', 'You can cancel an annual plan with a full refund within 720 hours of the invoice date.'],
    ['a question of something else', 'Your next call is in 3 days.'],
  ])('finds nothing in %s', (_, text) => expect(find(text, [refunds])).toEqual([]));

  it('holds a value of the ticket against a passage only where nearly the same is said', () => {
    const asked = toTicket('You said 90 days. My workspace has 12 projects.');
    const fact = 'Your workspace has 12 active projects.';
    expect(find(fact, [refunds], asked)).toEqual([]);
    expect(find(fact, [refunds])).toHaveLength(1);
    const wish = 'You want a full refund of your plan after 90 days.';
    expect(find(wish, [refunds], asked)).toEqual([]);
    expect(find(wish, [refunds])).toHaveLength(1);
    expect(
      find('You can cancel an annual plan with a full refund within 90 days of the invoice date.', [refunds], asked),
    ).toHaveLength(1);
  });

  it('looks at every passage where none is cited', () => {
    expect(find('You can cancel an annual plan with a full refund within 90 days of the invoice date.', [])).toMatchObject([
      { passage: { source: refunds } },
    ]);
  });

  it('compares values with a passage in another language', () => {
    const link: DraftSource[] = readSampleSources('de').filter(({ passage }) => passage.text.includes('60 Minuten gültig und'));
    const cites = link.map(({ number }) => number);
    const check = (text: string) => findDraftConflicts(toBlocks(text, 'en', cites), link, ticket);
    expect(check('The link is valid for 60 minutes.')).toEqual([]);
    expect(check('The link is valid for one hour.')).toEqual([]);
    expect(check('The link is valid for 90 minutes.')).toMatchObject([{ passage: { said: '60 Minuten' } }]);
  });
});

/** The sample knowledge names no day of a year. */
const DATED: Readonly<Record<string, string>> = {
  en: 'The old export format is switched off on 1 March 2027.\nInvoices from before 2024-06-15 are in the archive.',
  de: 'Das alte Exportformat wird am 1. März 2027 abgeschaltet.\nRechnungen von vor dem 15.06.2024 liegen im Archiv.',
  es: 'El formato antiguo de exportación se retira el 1 de marzo de 2027.\nLas facturas anteriores al 15/06/2024 están en el archivo.',
  fr: 'L’ancien format d’export est arrêté le 1er mars 2027.\nLes factures d’avant le 15/06/2024 sont dans les archives.',
};
function toDated(language: string): DraftSource[] {
  const [first] = readSampleSources(language);
  return first ? [{ number: 1000, passage: { ...first.passage, title: '', headings: [], text: DATED[language] ?? '' } }] : [];
}

/** Far beyond what it takes, so that a busy machine fails nothing. */
const PATIENCE_MS = 300_000;

describe('mutated sentences of the sample knowledge', { timeout: PATIENCE_MS }, () => {
  const random = createRandom(20_261_121);
  const good = LANGUAGES.flatMap((language) => {
    const all = [...readSampleSources(language), ...toDated(language)];
    return all.flatMap(({ number, passage }) =>
      splitSentences(passage.text).map(({ text }) => ({ language, all, number, text })),
    );
  });
  const check = (one: (typeof good)[number], text: string, cites: readonly number[]): number =>
    findDraftConflicts(toBlocks(text, one.language, cites), one.all, ticket).length;
  const mutations = [0, 1, 2].flatMap((round) =>
    good.flatMap((one) =>
      mutateSentence(round === 0 ? one.text : rephrase(one.text, one.language, random), one.language, random).map((mutation) => ({
        ...one,
        ...mutation,
        round,
      })),
    ),
  );
  const recallOf = (kinds: readonly Mutation['kind'][], cites: (one: { number: number }) => number[]): number => {
    const chosen = mutations.filter(({ kind, round }) => kinds.includes(kind) && (round === 0 || kinds.length === 1));
    return chosen.filter((one) => check(one, one.text, cites(one)) > 0).length / chosen.length;
  };
  const cited = ({ number }: { number: number }): number[] => [number];

  it('are at least 500, of every kind', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(500);
    expect(new Set(mutations.map(({ kind }) => kind))).toEqual(new Set(['number', 'unit', 'currency', 'date', 'negation']));
  });
  it.each<[readonly Mutation['kind'][], number]>([
    [['number'], 0.95],
    [['unit'], 0.95],
    [['currency'], 0.95],
    [['date'], 0.95],
    [['negation'], 0.9],
  ])('are found against the cited passage: %j', (kinds, least) => expect(recallOf(kinds, cited)).toBeGreaterThanOrEqual(least));
  it('are found without a citation', () =>
    expect(recallOf(['number', 'unit', 'currency', 'date', 'negation'], () => [])).toBeGreaterThanOrEqual(0.85));
  it.each([
    ['cited', cited],
    ['not cited', () => []],
  ])('raise an alarm in at most 2 % before they are mutated, %s', (_, cites) => {
    const said = good.flatMap((one) => [one, ...[1, 2].map(() => ({ ...one, text: rephrase(one.text, one.language, random) }))]);
    const alarms = said.filter((one) => check(one, one.text, cites(one)) > 0);
    expect(alarms.length / said.length).toBeLessThanOrEqual(0.02);
  });
});
