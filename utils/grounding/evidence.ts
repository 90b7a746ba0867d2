import type { DraftSource } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { splitSentences } from '../text/sentences.ts';
import { toTerms } from '../text/terms.ts';
import { findCommitments } from './find-commitments.ts';
import { findContacts } from './find-contacts.ts';
import { findRun, placeWords, type PlacedWord, type Span } from './text-runs.ts';
import { readValues } from './values/read-values.ts';
import type { Value } from './values/value.ts';

/** What a reply may rest on: the offered passages by their numbers, and the public part of the ticket. */
export type Evidence = {
  readonly has: (source: number) => boolean;
  readonly numbers: () => readonly number[];
  readonly textOf: (source: number) => string;
  readonly languageOf: (source: number) => string;
  readonly wordsOf: (source: number) => readonly PlacedWord[];
  readonly valuesOf: (sources: readonly number[]) => readonly Value[];
  readonly termsOf: (sources: readonly number[]) => ReadonlySet<string>;
  /** Contacts that the sources name, and the requester's own e-mail address: a ticket's others are no source. */
  readonly contactsOf: (sources: readonly number[]) => readonly string[];
  readonly commitmentsOf: (sources: readonly number[]) => ReadonlySet<number>;
  readonly nearestSentence: (sources: readonly number[], terms: ReadonlySet<string>) => string | undefined;
  /** Takes the closing punctuation along. */
  readonly withPunctuation: (source: number, span: Span) => Span;
  /** Do these words stand in a row in the ticket? */
  readonly isFromTicket: (text: string) => boolean;
  readonly ticketValues: readonly Value[];
  readonly ticketTerms: (language: string) => ReadonlySet<string>;
};

/** Reads passages and ticket once, each when it is first asked for. `language` is the reply's. Internal notes are no evidence: what they say must not come out as "supported". */
export function createEvidence(sources: readonly DraftSource[], ticket: Ticket, language: string): Evidence {
  const passages = new Map(sources.map(({ number, passage }) => [number, { passage, words: placeWords(passage.text) }]));
  const open = [ticket.subject, ...ticket.messages.filter((one) => one.visibility === 'public').map((one) => one.text)].join(
    '\n',
  );
  const ticketWords = placeWords(open);
  let ticketValues: readonly Value[] | undefined;
  const termsByLanguage = new Map<string, ReadonlySet<string>>();
  const textOf = (source: number): string => passages.get(source)?.passage.text ?? '';
  const languageOf = (source: number): string => passages.get(source)?.passage.locale ?? 'en';
  const valuesOf = memoize((source: number) => readValues(textOf(source), languageOf(source)));
  const contactsOf = memoize((source: number) => findContacts(textOf(source)));
  const own = ticket.requester.email?.toLowerCase();
  const commitmentsOf = memoize((source: number) =>
    findCommitments(`${passages.get(source)?.passage.title ?? ''} ${textOf(source)}`),
  );
  const sentencesOf = memoize((source: number) =>
    splitSentences(textOf(source)).map(({ text }) => ({ text, terms: new Set(toTerms(text, languageOf(source))) })),
  );
  const termsOf = memoize((source: number) => [
    ...toTerms(passages.get(source)?.passage.title ?? '', languageOf(source)),
    ...sentencesOf(source).flatMap(({ terms }) => [...terms]),
  ]);
  return {
    has: (source) => passages.has(source),
    numbers: () => [...passages.keys()],
    textOf,
    languageOf,
    wordsOf: (source) => passages.get(source)?.words ?? [],
    valuesOf: (numbers) => numbers.flatMap(valuesOf),
    termsOf: (numbers) => new Set(numbers.flatMap(termsOf)),
    contactsOf: (numbers) => [...numbers.flatMap(contactsOf), ...(own === undefined ? [] : [own])],
    commitmentsOf: (numbers) => new Set(numbers.flatMap(commitmentsOf)),
    nearestSentence(numbers, terms) {
      let best: { readonly text: string; readonly shared: number } | undefined;
      for (const sentence of numbers.flatMap(sentencesOf)) {
        const shared = [...sentence.terms].filter((term) => terms.has(term)).length;
        if (!best || shared > best.shared) best = { text: sentence.text, shared };
      }
      return best?.text;
    },
    withPunctuation(source, span) {
      const after = /^[.!?…:;]*["'”’»)\]]*[.!?…]*/u.exec(textOf(source).slice(span.end))?.[0] ?? '';
      return { start: span.start, end: span.end + after.length };
    },
    isFromTicket: (text) => findRun(placeWords(text), ticketWords) !== undefined,
    get ticketValues() {
      return (ticketValues ??= readValues(open, language));
    },
    ticketTerms(language) {
      const known = termsByLanguage.get(language) ?? new Set(toTerms(open, language));
      termsByLanguage.set(language, known);
      return known;
    },
  };
}

function memoize<Result>(read: (source: number) => Result): (source: number) => Result {
  const known = new Map<number, Result>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const result = read(source);
    known.set(source, result);
    return result;
  };
}
