import type { ConflictSide, DraftConflict } from '../domain/conflict.ts';
import type { DraftBlock, DraftSentence, DraftSource } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { findForeignConflicts } from './conflicts/foreign-conflicts.ts';
import { rateLikeness, type Likeness } from './conflicts/rate-likeness.ts';
import { toConflictSide } from './conflicts/stated-values.ts';
import { readPassage, type ReadPassage } from './conflicts/read-passage.ts';
import { toStatement, type StatedValue, type Statement } from './conflicts/statement.ts';
import type { Span } from './text-runs.ts';
import { agree } from './values/equal-values.ts';
import { readValues } from './values/read-values.ts';
import type { Value } from './values/value.ts';

/** Least likeness of a sentence and what it contradicts, and where the requester has named the value themselves. */
const MIN_LIKE = 0.45;
const MIN_LIKE_FROM_TICKET = 0.7;
/** A sentence of the passage that has the draft's value wins unless another is so much more alike. */
const CLEARLY_MORE = 1.2;
/** "Step 3" and "step 4" are two steps, unless the rest of the sentence is the same. */
const MIN_LIKE_OF_NAMED = 0.7;
/** Denials are compared between sentences that say nearly the same. */
const MIN_DENIAL_LIKE = 0.75;
const MIN_COUNTED_LIKE = 0.88;

type ReadSource = ReadPassage & { readonly number: number; readonly locale: string };

/**
 * Sentences of a reply that state another value than the passage they cite (of those that cite none: than any passage), or deny
 * what it says. At most one for each value and one denial for each sentence. A value that the ticket names is only held against
 * a passage that says nearly the same sentence. Across languages values alone are compared. Never throws.
 */
export function findDraftConflicts(
  blocks: readonly DraftBlock[],
  sources: readonly DraftSource[],
  ticket: Ticket,
): DraftConflict[] {
  const ticketText = [
    ticket.subject,
    ...ticket.messages.filter((one) => one.visibility === 'public').map((one) => one.text),
  ].join('\n');
  const fromTicket = new Map<string, readonly Value[]>();
  return blocks
    .flatMap((block) => block.lines.flat())
    .flatMap((sentence) => {
      if (sentence.support === 'plain' || sentence.support === 'quoted') return [];
      const cited = sentence.citations.map(({ source }) => source);
      const read = sources
        .filter(({ number }) => cited.length === 0 || cited.includes(number))
        .map((source) => toReadSource(source, sentence.language));
      const asked = fromTicket.get(sentence.language) ?? readValues(ticketText, sentence.language);
      fromTicket.set(sentence.language, asked);
      return checkSentence(sentence, read, asked);
    });
}

function toReadSource({ number, passage }: DraftSource, language: string): ReadSource {
  return { ...readPassage(passage, language), number, locale: passage.locale === '' ? language : passage.locale };
}

function checkSentence(sentence: DraftSentence, sources: readonly ReadSource[], asked: readonly Value[]): DraftConflict[] {
  const draft = toStatement(sentence.text, 0, sentence.language);
  const toConflict = (value: Span, passage: ConflictSide): DraftConflict => ({
    kind: 'draft',
    sentence: sentence.text,
    value: { start: value.start, end: value.end },
    passage,
  });
  const same = sources.filter(({ locale }) => toBase(locale) === toBase(sentence.language));
  const foreign = sources.filter((source) => !same.includes(source));
  const rated = same.flatMap((source) => source.statements.map((statement) => ({ source, statement })));
  const values = draft.values.flatMap((stated) => {
    const found = findOpposed(stated, draft, rated, asked);
    return found ? [toConflict(stated.value, toConflictSide(found.source.number, found.statement, found.opposed.value))] : [];
  });
  if (same.length === 0) {
    return findForeignConflicts(draft, foreign, asked).map(({ value, side }) => toConflict(value, side));
  }
  const denied = values.length > 0 ? undefined : findDenied(draft, rated);
  if (!denied) return values;
  const whole = { start: 0, end: sentence.text.length };
  const said = denied.statement.negations[0] ?? { start: 0, end: denied.statement.text.length, text: denied.statement.text };
  return [toConflict(draft.negations[0] ?? whole, toConflictSide(denied.source.number, denied.statement, said))];
}

type Rated = { readonly source: ReadSource; readonly statement: Statement };

/** What the most alike sentence says in the place of a draft's value, unless a sentence with the draft's own value is about as alike. */
function findOpposed(
  stated: StatedValue,
  draft: Statement,
  rated: readonly Rated[],
  asked: readonly Value[],
): (Rated & { readonly opposed: StatedValue }) | undefined {
  const isAsked = asked.some((value) => value.kind === stated.value.kind && agree(value, stated.value));
  let agreed = 0;
  let best: (Rated & { readonly opposed: StatedValue; readonly like: number }) | undefined;
  for (const { source, statement } of rated) {
    for (const other of statement.values) {
      const likeness = rateLikeness(draft, statement, source.context, stated, other);
      if (other.value.kind === stated.value.kind && agree(other.value, stated.value)) agreed = Math.max(agreed, likeness.value);
      else if (isAsked && isLimit(other) && !isLimit(stated)) continue;
      else if (isCandidate(stated, other, draft, statement, likeness) && likeness.value > (best?.like ?? 0)) {
        best = { source, statement, opposed: other, like: likeness.value };
      }
    }
  }
  const least = Math.max(isAsked ? MIN_LIKE_FROM_TICKET : MIN_LIKE, agreed * CLEARLY_MORE);
  return best && best.like >= least ? best : undefined;
}

function isCandidate(
  stated: StatedValue,
  other: StatedValue,
  draft: Statement,
  statement: Statement,
  likeness: Likeness,
): boolean {
  if (!likeness.isSameCase || likeness.shared < 1 || (likeness.shared < 2 && statement.terms.size > 2)) return false;
  if (statement.isExample !== draft.isExample || stated.isNamed !== other.isNamed) return false;
  if (stated.isNamed && likeness.value < MIN_LIKE_OF_NAMED) return false;
  // What the draft says elsewhere in the sentence is not in this value's place.
  if (draft.values.some(({ value }) => value.kind === other.value.kind && agree(value, other.value))) return false;
  if (statement.values.some(({ value }) => value.kind === stated.value.kind && agree(value, stated.value))) return false;
  if (stated.value.kind !== other.value.kind)
    return !isCount(stated) && !isCount(other) && toDigits(stated.value) === toDigits(other.value);
  if (!isCount(stated)) return true;
  // A number without a noun may be anything: a year, a mark.
  if (stated.noun === '' && likeness.value < MIN_LIKE_OF_NAMED) return false;
  return stated.noun === other.noun || (statement.terms.has(stated.noun) && draft.terms.has(other.noun));
}

/** "Fewer than 5" is not contradicted by the 12 that the requester has: it says what follows from them. */
function isLimit({ value }: StatedValue): boolean {
  return value.bound !== undefined;
}

function isCount({ value }: StatedValue): boolean {
  return value.kind === 'number' || value.kind === 'rate';
}

/** "30 days" and "30 GB": one of them is a slip. */
function toDigits({ text }: Value): string {
  return text.replaceAll(/[^\p{N}]/gu, '');
}

/** The sentence most like the draft's when one of the two denies and the other does not. */
function findDenied(draft: Statement, rated: readonly Rated[]): Rated | undefined {
  let best: (Rated & { readonly like: number }) | undefined;
  for (const { source, statement } of rated) {
    const { value, shared, isSameCase } = rateLikeness(draft, statement, source.context);
    const isEnough = shared >= 2 || (shared === 1 && value >= 0.99);
    if (isEnough && isSameCase && value > (best?.like ?? 0)) best = { source, statement, like: value };
  }
  if (!best || best.like < MIN_DENIAL_LIKE) return undefined;
  const [said, stated] = [draft.negations.length, best.statement.negations.length];
  const isOpposed = said > 0 !== stated > 0 || (best.like >= MIN_COUNTED_LIKE && said !== stated);
  return isOpposed ? best : undefined;
}

function toBase(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
