import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../domain/settings.ts';
import { riskKindSchema, type RiskFinding, type RiskKind } from '../../domain/triage.ts';
import { toTicket } from '../test-support.ts';
import first from './fixtures/first-sentences.json' with { type: 'json' };
import third from './fixtures/third-sentences.json' with { type: 'json' };
import second from './fixtures/second-sentences.json' with { type: 'json' };
import { findRisks } from './find-risks.ts';

const levels = defaultSettings.escalation;
const risksOf = (...said: Parameters<typeof toTicket>[1][]): RiskFinding[] => findRisks(toTicket('', ...said), levels);
const kindsOf = (text: string): RiskKind[] => risksOf(['requester', text]).map(({ kind }) => kind);
const quotesOf = (text: string): string[] => risksOf(['requester', text]).flatMap(({ quotes }) => quotes.map((one) => one.text));

/** Each set was written before the tables were widened for it; what it found when it was new stands in the history of the file. */
type Labelled = Record<string, Record<string, { shows: string[]; none: string[] }>>;
const sets: Labelled[] = [first, second, third];
const rows = sets.flatMap((set) =>
  Object.entries(set).flatMap(([language, kinds]) =>
    Object.entries(kinds).flatMap(([kind, { shows, none }]) => [
      ...shows.map((text) => ({ language, kind: riskKindSchema.parse(kind), text, isShown: true })),
      ...none.map((text) => ({ language, kind: riskKindSchema.parse(kind), text, isShown: false })),
    ]),
  ),
);

describe('labelled sentences of seven languages', () => {
  it.each(riskKindSchema.options)('%s is found, and found only where it is', (kind) => {
    const missed = rows.filter((row) => row.kind === kind && row.isShown && !kindsOf(row.text).includes(kind));
    const wrong = rows.filter((row) => !row.isShown && kindsOf(row.text).includes(kind));
    expect({ missed: missed.map(({ text }) => text), wrong: wrong.map(({ text }) => text) }).toEqual({ missed: [], wrong: [] });
  });
});

describe('what counts', () => {
  it('is what the requester wrote in public since the last public reply', () => {
    expect(risksOf(['requester', 'I want a refund.'], ['agent', 'It is on its way.'], ['requester', 'Thank you.'])).toEqual([]);
    expect(risksOf(['requester', 'Hello.'], ['note', 'He wants a refund. I want a refund.'])).toEqual([]);
    expect(risksOf(['requester', 'Hello.'], ['agent', 'I want a refund.'])).toEqual([]);
  });

  it('reaches back for what the agent only asked back on, and not for an insult', () => {
    const found = risksOf(
      ['requester', 'You are idiots. My lawyer will contact you.'],
      ['agent', 'Which invoice is it?'],
      ['requester', 'The one of May.'],
    );
    expect(found.map(({ kind, quotes }) => [kind, quotes[0]?.messageId])).toEqual([['legal', '1']]);
  });

  it.each([
    ['quoted mail', 'See below.\n> I want a refund and my lawyer will contact you.'],
    ['mail under its header', 'See below.\n\nOn Tue, Ana Ruiz wrote:\nI want a refund.'],
    ['code', 'It prints\n```\nI want a refund\n```\nand stops.'],
    ['an indented log', 'It prints\n\n    please refund me\n\nand stops.'],
    ['what a page says', 'The button says “I want a refund” and does nothing.'],
  ])('is not %s', (_, text) => expect(kindsOf(text)).toEqual([]));

  it('is looked for at the level that the team set', () => {
    const ticket = toTicket('', ['requester', 'I want a refund. We will see you in court.']);
    expect(findRisks(ticket, levels).map(({ kind, level }) => [kind, level])).toEqual([
      ['legal', 'hand-over'],
      ['refund', 'warn'],
    ]);
    expect(findRisks(ticket, { ...levels, legal: 'off', refund: 'hand-over' }).map(({ kind, level }) => [kind, level])).toEqual([
      ['refund', 'hand-over'],
    ]);
  });
});

describe('the same words mean nothing', () => {
  it.each([
    ['in a question', 'Do I have to request a refund within 14 days?'],
    ['in a question of another language', 'Muss ich eine Rückerstattung beantragen oder will ich mein Geld zurück?'],
    ['about how it works', 'I would like to know how to request a refund.'],
    ['about what would be', 'It says that we lose the data if we want to cancel our subscription.'],
    ['wanted by others', 'Our customers want a refund for the concert.'],
    ['denied before', 'We do not want a refund.'],
    ['denied inside', 'Ich möchte wirklich keine Rückerstattung.'],
    ['denied after', 'Meinen Anwalt einschalten möchte ich nicht.'],
  ])('%s', (_, text) => expect(kindsOf(text)).toEqual([]));

  it.each([
    ['denied in another clause', 'I do not want a voucher, I want a refund.'],
    ['asked of the team', 'Could you refund us for October?'],
    ['a negation that belongs to it', 'I do not want to live anymore.'],
  ])('but do when %s', (_, text) => expect(kindsOf(text)).toHaveLength(1));
});

describe('a quote', () => {
  it('stands at its offsets in the message, accents, wrapped lines and quoted lines notwithstanding', () => {
    const text =
      '> „Wie können wir helfen?“\n\nSehr geehrte Damen und Herren,\n\nnach all dem Ärger der letzten Wochen habe ich gestern meine\nRechtsanwältin  eingeschaltet und werde den Vorfall melden.';
    const [finding] = risksOf(['requester', text]);
    const [quote] = finding?.quotes ?? [];
    expect(quote?.text).toBe('meine\nRechtsanwältin  eingeschaltet');
    expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  it('is not given twice for the same words', () => {
    expect(quotesOf('Please refund me.')).toHaveLength(1);
  });
});

describe('odd input', () => {
  it.each([
    ['nothing', ''],
    ['one long word', 'a'.repeat(50_000)],
    ['words that begin a phrase without an end', 'you are a complete total absolute '.repeat(1500)],
    ['unbalanced marks', '"“„« '.repeat(5000)],
    ['another script', '返金してください。'.repeat(200)],
  ])('finds nothing in %s', (_, text) => expect(kindsOf(text)).toEqual([]));
});
