import type { DraftSource } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { splitSentences } from '../text/sentences.ts';
import { toTerms } from '../text/terms.ts';
import { readFigures } from './figures.ts';
import { findRun, placeWords, type PlacedWord, type Span } from './text-runs.ts';

/** What a reply may rest on: the offered passages by their numbers, and the public part of the ticket. */
export type Evidence = {
  readonly has: (source: number) => boolean;
  readonly numbers: () => readonly number[];
  readonly textOf: (source: number) => string;
  readonly languageOf: (source: number) => string;
  readonly wordsOf: (source: number) => readonly PlacedWord[];
  readonly figuresOf: (sources: readonly number[]) => ReadonlySet<string>;
  readonly termsOf: (sources: readonly number[]) => ReadonlySet<string>;
  readonly nearestSentence: (sources: readonly number[], terms: ReadonlySet<string>) => string | undefined;
  /** Takes the closing punctuation along. */
  readonly withPunctuation: (source: number, span: Span) => Span;
  /** Do these words stand in a row in the ticket? */
  readonly isFromTicket: (text: string) => boolean;
  readonly ticketFigures: ReadonlySet<string>;
  readonly ticketTerms: (language: string) => ReadonlySet<string>;
};

/** Reads passages and ticket once. Internal notes are no evidence: what they say must not come out as "supported". */
export function createEvidence(sources: readonly DraftSource[], ticket: Ticket): Evidence {
  const passages = new Map(sources.map(({ number, passage }) => [number, { passage, words: placeWords(passage.text) }]));
  const open = [ticket.subject, ...ticket.messages.filter((one) => one.visibility === 'public').map((one) => one.text)].join(
    '\n',
  );
  const ticketWords = placeWords(open);
  const termsByLanguage = new Map<string, ReadonlySet<string>>();
  const textOf = (source: number): string => passages.get(source)?.passage.text ?? '';
  const languageOf = (source: number): string => passages.get(source)?.passage.locale ?? 'en';
  return {
    has: (source) => passages.has(source),
    numbers: () => [...passages.keys()],
    textOf,
    languageOf,
    wordsOf: (source) => passages.get(source)?.words ?? [],
    figuresOf: (numbers) => new Set(numbers.flatMap((number) => readFigures(textOf(number)))),
    termsOf: (numbers) =>
      new Set(
        numbers.flatMap((number) =>
          toTerms(`${passages.get(number)?.passage.title ?? ''}\n${textOf(number)}`, languageOf(number)),
        ),
      ),
    nearestSentence(numbers, terms) {
      const rated = numbers.flatMap((number) =>
        splitSentences(textOf(number)).map(({ text }) => ({
          text,
          shared: new Set(toTerms(text, languageOf(number)).filter((term) => terms.has(term))).size,
        })),
      );
      return rated.toSorted((a, b) => b.shared - a.shared)[0]?.text;
    },
    withPunctuation(source, span) {
      const after = /^[.!?…:;]*["'”’»)\]]*[.!?…]*/u.exec(textOf(source).slice(span.end))?.[0] ?? '';
      return { start: span.start, end: span.end + after.length };
    },
    isFromTicket: (text) => findRun(placeWords(text), ticketWords) !== undefined,
    ticketFigures: new Set(readFigures(open)),
    ticketTerms(language) {
      const known = termsByLanguage.get(language) ?? new Set(toTerms(open, language));
      termsByLanguage.set(language, known);
      return known;
    },
  };
}
