import { describe, expect, it } from 'vitest';
import { findLostTerms } from './find-lost-terms.ts';
import { keepGlossary } from './keep-glossary.ts';
import { readSampleSources } from './sample-knowledge.test-support.ts';

describe('a term is kept', () => {
  it.each([
    ['as it is', 'Open the Sync Hub now.', 'Sync Hub'],
    ['in the plural or genitive', 'Alle Workspaces und des Workspaces', 'Workspace'],
    ['in a compound with a hyphen', 'die Okta-Anmeldung', 'Okta'],
    ['at the head of a sentence, when it has no capital', 'Sandboxes are free.', 'sandbox'],
    ['over a line break', 'the Sync\nHub', 'Sync Hub'],
  ])('%s', (_, text, term) => expect(keepGlossary(text, `It says ${term} here.`, [term])).toEqual([]));
});

describe('a term is lost', () => {
  it.each([
    ['when it is gone', 'Open it now.', 'Sync Hub'],
    ['in another case', 'Open the sync hub now.', 'Sync Hub'],
    ['inside another word', 'The Oktaeder is a form.', 'Okta'],
    ['in translation', 'Öffnen Sie den Abgleich.', 'Sync Hub'],
  ])('%s', (_, text, term) => expect(keepGlossary(text, `It says ${term} here.`, [term])).toEqual([term]));

  it('only when the source has it', () => expect(keepGlossary('Open it.', 'Open the hub.', ['Sync Hub'])).toEqual([]));
});

describe('a reply loses a term of its passages', () => {
  const [first] = readSampleSources('en');
  if (!first) throw new Error('the sample has passages');
  const toSources = (text: string, locale = 'en') => [{ number: 1, passage: { ...first.passage, title: '', text, locale } }];
  const hub = { term: 'Sync Hub', translations: {} };
  const passage = 'Retry the failed delivery in the Sync Hub within 7 days. Guests are free.';

  it('when it says the sentence without it', () =>
    expect(findLostTerms('Please retry the failed delivery within 7 days.', toSources(passage), [hub], 'en')).toEqual([
      'Sync Hub',
    ]));
  it('not when it speaks of something else', () =>
    expect(findLostTerms('Guests are free.', toSources(passage), [hub], 'en')).toEqual([]));
  it('when it writes it in another case', () =>
    expect(findLostTerms('It is in the sync hub.', toSources(passage), [hub], 'en')).toEqual(['Sync Hub']));
  it('when it does not use the form of its language', () => {
    const space = { term: 'Team Workspace', translations: { de: 'Arbeitsbereich' } };
    const sources = toSources('A Team Workspace has members. A Team Workspace has one owner.');
    expect(findLostTerms('Ein Team Workspace hat Mitglieder.', sources, [space], 'de')).toEqual(['Arbeitsbereich']);
    expect(findLostTerms('Ein Arbeitsbereich hat Mitglieder.', sources, [space], 'de')).toEqual([]);
  });
});
