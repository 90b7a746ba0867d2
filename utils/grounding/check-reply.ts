import type { Citation, DraftBlock, DraftSentence, DraftSource } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { detectLanguage } from '../text/language.ts';
import { toTerms } from '../text/terms.ts';
import { isCourtesy } from './courtesy.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { findCommitments } from './find-commitments.ts';
import { findContacts, isKnownContact } from './find-contacts.ts';
import { holdsValue, isFigure } from './holds-value.ts';
import type { ParsedReply, ParsedSentence } from './parse-reply.ts';
import { isNegated } from './polarity.ts';
import { findRun, findSharedRuns, placeWords, type PlacedWord } from './text-runs.ts';
import { readValues } from './values/read-values.ts';
import type { Value } from './values/value.ts';

/** Share of a sentence's content words that its sources and the ticket must hold. */
const MIN_SHARE = 0.6;
/** Of these, the passages themselves must hold at least this much: a ticket that claims something is no source for it. */
const MIN_PASSAGE_SHARE = 0.4;
/** So many content words in a row that no source has are a statement of their own, put into a sentence that has one. */
const FOREIGN_RUN = 4;
/** A sentence of so few content words says what all of them say together. */
const SHORT = 3;
/** Shorter sentences stand in any text by accident. */
const MIN_QUOTE_WORDS = 4;
const MIN_RUN_WORDS = 2;

/**
 * Compares each sentence of a reply with the sources it names. Trusts no writer: numbers that name no source are dropped, a
 * sentence that stands word for word in another source is cited there. `sources` are all that were offered; `language` is the
 * reply's, BCP 47. Every span is a slice of its passage's text.
 */
export function checkReply(parsed: ParsedReply, sources: readonly DraftSource[], ticket: Ticket, language: string): DraftBlock[] {
  const evidence = createEvidence(sources, ticket, language);
  const names = new Set(placeWords(`${ticket.requester.name} ${ticket.agent?.name ?? ''}`).map((one) => one.word));
  return parsed.blocks.map((block, index) => ({
    kind: block.kind,
    lines: block.lines.map((line) =>
      line.map((sentence) => {
        const isEdge = index === 0 || index >= parsed.blocks.length - 2;
        return checkSentence(sentence, evidence, language, isEdge ? names : new Set());
      }),
    ),
  }));
}

function checkSentence(
  sentence: ParsedSentence,
  evidence: Evidence,
  language: string,
  names: ReadonlySet<string>,
): DraftSentence {
  const words = placeWords(sentence.text);
  const cited = sentence.cites.filter((number) => evidence.has(number));

  const quote = findQuote(words, cited, evidence);
  if (quote) return { text: sentence.text, language: evidence.languageOf(quote.source), support: 'quoted', citations: [quote] };

  const own = detectLanguage(sentence.text);
  const spoken = own.sure ? own.language : language;
  const isFunctionWord = (word: string): boolean =>
    names.has(word.toLowerCase()) ||
    toTerms(word.toLowerCase(), spoken).length === 0 ||
    toTerms(word.toLowerCase(), language).length === 0;
  const base = { text: sentence.text, language: spoken };
  if (
    cited.length === 0 &&
    (words.length === 0 || isCourtesy(sentence.text, isFunctionWord, evidence.isFromTicket) || isNameOnly(words, names))
  ) {
    return { ...base, support: 'plain', citations: [] };
  }

  const candidates = cited.length > 0 ? [cited] : evidence.numbers().map((number) => [number]);
  for (const numbers of candidates) {
    const citations = toCitations(words, numbers, evidence);
    if (citations.length > 0 && isSupported(sentence.text, spoken, citations, evidence))
      return { ...base, support: 'supported', citations };
  }
  // Named but not borne out: the source stays one click away, so that the agent can judge.
  const named = cited.map((source) => ({ source, spans: findSharedRuns(words, evidence.wordsOf(source), MIN_RUN_WORDS) }));
  return { ...base, support: 'unsupported', citations: named };
}

/** Word for word in a cited source, else in any other. */
function findQuote(words: readonly PlacedWord[], cited: readonly number[], evidence: Evidence): Citation | undefined {
  const least = cited.length > 0 ? 1 : MIN_QUOTE_WORDS;
  if (words.length < least) return undefined;
  for (const source of words.length < MIN_QUOTE_WORDS ? cited : [...cited, ...evidence.numbers()]) {
    const span = findRun(words, evidence.wordsOf(source));
    if (span) return { source, spans: [evidence.withPunctuation(source, span)] };
  }
  return undefined;
}

function toCitations(words: readonly PlacedWord[], numbers: readonly number[], evidence: Evidence): Citation[] {
  return numbers.flatMap((source) => {
    const spans = findSharedRuns(words, evidence.wordsOf(source), MIN_RUN_WORDS);
    return spans.length > 0 ? [{ source, spans }] : [];
  });
}

function isSupported(text: string, language: string, citations: readonly Citation[], evidence: Evidence): boolean {
  const numbers = citations.map((citation) => citation.source);
  const values = readValues(text, language);
  const known = evidence.valuesOf(numbers);
  const isBorneOut = (value: Value): boolean => holdsValue(known, value) || holdsValue(evidence.ticketValues, value);
  if (!values.filter(isFigure).every(isBorneOut)) return false;
  const contacts = evidence.contactsOf(numbers);
  if (!findContacts(text).every((contact) => isKnownContact(contact, contacts))) return false;
  const given = evidence.commitmentsOf(numbers);
  if (!findCommitments(text).every((kind) => given.has(kind))) return false;
  const all = toTerms(text, language);
  const terms = [...new Set(all)];
  if (terms.length === 0) return false;
  const held = evidence.termsOf(numbers);
  if (longestRun(all, (term) => !held.has(term)) >= FOREIGN_RUN) return false;
  const inPassages = terms.filter((term) => held.has(term)).length;
  const anywhere = terms.filter((term) => held.has(term) || evidence.ticketTerms(language).has(term)).length;
  const least = terms.length <= SHORT ? 1 : MIN_SHARE;
  if (anywhere / terms.length < least || inPassages / terms.length < MIN_PASSAGE_SHARE) return false;
  // "can be raised" holds every word of "cannot be raised".
  const nearest = evidence.nearestSentence(numbers, new Set(terms));
  return nearest === undefined || isNegated(nearest) === isNegated(text);
}

function longestRun(terms: readonly string[], is: (term: string) => boolean): number {
  let [run, longest] = [0, 0];
  for (const term of terms) {
    run = is(term) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function isNameOnly(words: readonly PlacedWord[], names: ReadonlySet<string>): boolean {
  return words.length <= 5 && words.every(({ word }) => names.has(word));
}
