import { describe, expect, it } from 'vitest';
import { sourceConflictSchema, type SourceConflict } from '../domain/conflict.ts';
import type { DraftSource } from '../domain/draft.ts';
import { passageSchema } from '../domain/passage.ts';
import { ticketSchema, type Ticket } from '../domain/ticket.ts';
import { findPassageConflicts } from './find-passage-conflicts.ts';

type Given = {
  title?: string;
  headings?: string[];
  locale?: string;
  updatedAt?: string;
  region?: string;
  version?: string;
  segments?: string[];
};

const toSource = (number: number, text: string, given: Given = {}): DraftSource => ({
  number,
  passage: passageSchema.parse({
    id: `p${number}`,
    articleId: `a${number}`,
    sourceId: 's',
    title: 'Help',
    headings: [],
    text,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-20T10:00:00Z',
    position: 0,
    ...given,
  }),
});
const find = (a: string, b: string, givenA: Given = {}, givenB: Given = {}, ticket?: Ticket): SourceConflict[] =>
  findPassageConflicts([toSource(1, a, givenA), toSource(2, b, givenB)], givenA.locale ?? 'en', ticket);
const said = (conflicts: readonly SourceConflict[]): string[] => conflicts.map(({ a, b }) => `${a.said} | ${b.said}`);

describe('passages that state different values of the same', () => {
  it.each([
    [
      'a duration',
      'A password reset link is valid for 60 minutes and works once.',
      'Password reset links stay valid for 24 hours.',
      '60 minutes | 24 hours',
    ],
    [
      'a deadline among other words',
      'You can cancel an annual plan with a full refund within 30 days of the invoice date, if your workspace has fewer than 5 active projects.',
      'Annual plans can be cancelled with a full refund within 14 days.',
      '30 days | 14 days',
    ],
    [
      'a price',
      'The Team plan costs EUR 12 per user and month.',
      'The Team plan costs EUR 15 per user and month.',
      'EUR 12 | EUR 15',
    ],
    [
      'a rate',
      '- Team: 600 requests per minute\n- Business: 1,800 requests per minute',
      'The limits are:\n- Team: 900 requests per minute\n- Business: 1,800 requests per minute',
      '600 | 900',
    ],
    ['a size', 'Team: 250 MB per file', 'Team: 500 MB per file', '250 MB | 500 MB'],
    ['a count', 'Up to 3 billing addresses can be entered.', 'Up to 5 billing addresses can be entered.', '3 | 5'],
    [
      'a date',
      'The old API is switched off on 1 March 2027.',
      'The old API is switched off on 1 June 2027.',
      '1 March 2027 | 1 June 2027',
    ],
    [
      'a percentage',
      'Non-profit organisations get a discount of 30%.',
      'Non-profit organisations get a discount of 50%.',
      '30% | 50%',
    ],
  ])('are found: %s', (_, a, b, expected) => expect(said(find(a, b))).toEqual([expected]));

  it.each([
    [
      'de',
      'Ein Link zum Zurücksetzen des Passworts ist 60 Minuten gültig.',
      'Der Link zum Zurücksetzen des Passworts ist 24 Stunden gültig.',
    ],
    [
      'es',
      'El enlace de descarga de la exportación es válido 14 días.',
      'El enlace de descarga de la exportación es válido 30 días.',
    ],
    [
      'fr',
      'Le lien de téléchargement de l’export reste valable 14 jours.',
      'Le lien de téléchargement de l’export reste valable 30 jours.',
    ],
  ])('are found in %s', (locale, a, b) => expect(find(a, b, { locale }, { locale })).toHaveLength(1));

  it('are found where the heading says what a short sentence is about', () => {
    const conflicts = find(
      'A password reset link is valid for 60 minutes.',
      'The link is valid for 48 hours.',
      {},
      { title: 'Password reset' },
    );
    expect(said(conflicts)).toEqual(['60 minutes | 48 hours']);
  });

  it('fit the schema, and their spans are slices of the passages', () => {
    const [a, b] = ['First.\n\nTeam: 250 MB per file', 'Team: 500 MB per file'];
    const [conflict] = find(a, b);
    sourceConflictSchema.parse(conflict);
    expect(a.slice(conflict?.a.sentence.start, conflict?.a.sentence.end)).toBe('Team: 250 MB per file');
    expect(a.slice(conflict?.a.value.start, conflict?.a.value.end)).toBe('250 MB');
    expect(b.slice(conflict?.b.value.start, conflict?.b.value.end)).toBe('500 MB');
    expect(conflict?.about).toBe('Team file');
  });
});

describe('a denial of the other passage', () => {
  it.each([
    ['en', 'The limit can be raised for single Team workspaces.', 'The limit cannot be raised for single Team workspaces.'],
    ['de', 'Gäste sind von der Anmeldepflicht betroffen.', 'Gäste sind von der Anmeldepflicht nicht betroffen.'],
    ['fr', 'Les factures sont supprimées avec le compte.', 'Les factures ne sont pas supprimées avec le compte.'],
  ])('is found in %s', (locale, a, b) => expect(find(a, b, { locale }, { locale })).toHaveLength(1));
});

describe('no contradiction is seen between', () => {
  it.each([
    ['lists of plans', 'Team: 30 days. Business: 60 days.', 'Business: 60 days.'],
    ['different labels', 'Team: 250 MB per file', 'Business: 2 GB per file'],
    [
      'plans in the sentence',
      'The Team plan costs EUR 12 per user and month.',
      'The Business plan costs EUR 19 per user and month.',
    ],
    ['a month and a year', 'The Team plan costs EUR 12 per user and month.', 'The Team plan costs EUR 126 per user and year.'],
    ['different subjects', 'A password reset link is valid for 60 minutes.', 'A sign-in link is valid for 30 minutes.'],
    ['a subject only one names', 'The link is valid for 48 hours.', 'The download link is valid for 14 days.'],
    [
      'a range and a value inside',
      'The refund arrives within 5 to 10 business days.',
      'The refund arrives within 7 business days.',
    ],
    ['a limit and a value below', 'The export can take up to 72 hours.', 'The export takes 24 hours.'],
    ['units of one length', 'The audit log is kept for 12 months.', 'The audit log is kept for one year.'],
    ['a month and thirty days', 'The audit log is kept for one month.', 'The audit log is kept for 30 days.'],
    ['numbered steps', 'Step 3: save the billing address.', 'Step 4: save the billing address.'],
    [
      'an example',
      'A full refund of an annual plan takes 10 days.',
      'For example, a full refund of an annual plan takes 3 days.',
    ],
    ['counts of different things', 'A Free workspace has 3 members.', 'A Free workspace has 60 requests.'],
    ['a special case', 'Refunds arrive within 10 business days.', 'SEPA direct debit refunds can take up to 14 days.'],
    ['an order and what happens', 'Choose a new password.', 'Our support team cannot set a new password.'],
  ])('%s', (_, a, b) => expect(find(a, b)).toEqual([]));

  it('passages for different versions, regions or segments', () => {
    const texts = ['A full refund is possible within 30 days.', 'A full refund is possible within 14 days.'] as const;
    expect(find(...texts)).toHaveLength(1);
    expect(find(...texts, { version: '4.2' }, { version: '5.0' })).toEqual([]);
    expect(find(...texts, { region: 'DE' }, { region: 'US' })).toEqual([]);
    expect(find(...texts, { segments: ['gold'] }, { segments: ['silver'] })).toEqual([]);
  });

  it('passages where the other says the same elsewhere', () => {
    expect(
      find(
        'The export link is valid for 14 days.',
        'The export link is valid for 7 days on Free.\nOtherwise the export link is valid for 14 days.',
      ),
    ).toEqual([]);
  });

  it('passages under headings for different plans', () => {
    expect(
      find(
        'The plan costs EUR 12 per user and month.',
        'The plan costs EUR 19 per user and month.',
        { headings: ['Team'] },
        { headings: ['Business'] },
      ),
    ).toEqual([]);
  });
});

describe('which to prefer', () => {
  const texts = ['A full refund is possible within 30 days.', 'A full refund is possible within 14 days.'] as const;
  const [older, newer] = [{ updatedAt: '2026-01-10T00:00:00Z' }, { updatedAt: '2026-10-02T00:00:00Z' }];
  const asks = (text: string): Ticket =>
    ticketSchema.parse({
      host: 'desk.example',
      helpdesk: 'demo',
      id: '7',
      url: 'https://desk.example/7',
      subject: 'Refund',
      requester: { id: 'r', name: 'Maria Keller' },
      messages: [
        {
          id: '1',
          author: { id: 'r', name: 'Maria' },
          role: 'requester',
          visibility: 'public',
          at: '2026-11-20T10:00:00Z',
          text,
        },
      ],
    });

  it('is the newer', () => expect(find(...texts, older, newer)[0]).toMatchObject({ preferred: 'b', because: 'newer' }));
  it('is none of equal age', () => expect(find(...texts)[0]).toMatchObject({ preferred: 'none', because: 'none' }));
  it('is none where only the hour of reading differs', () =>
    expect(find(...texts, {}, { updatedAt: '2026-11-20T18:00:00Z' })[0]).toMatchObject({ preferred: 'none' }));
  it('is the one for the reader’s region, even when older', () =>
    expect(
      find(...texts, { ...older, region: 'Germany' }, newer, asks('I am in Germany and want my money back'))[0],
    ).toMatchObject({
      preferred: 'a',
      because: 'more-specific',
    }));
  it('is the newer when the other is for a region the ticket does not name', () =>
    expect(
      find(...texts, { ...older, region: 'Austria' }, newer, asks('I am in Germany and want my money back'))[0],
    ).toMatchObject({
      preferred: 'b',
      because: 'newer',
    }));
  it('is the one that is both', () =>
    expect(find(...texts, older, { ...newer, segments: ['Business'] }, asks('We are on Business'))[0]).toMatchObject({
      preferred: 'b',
      because: 'newer-and-more-specific',
    }));
});
