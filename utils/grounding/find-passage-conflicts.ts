import type { SourceConflict } from '../domain/conflict.ts';
import type { DraftSource } from '../domain/draft.ts';
import type { Passage } from '../domain/passage.ts';
import type { Ticket } from '../domain/ticket.ts';
import { fold } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';
import { agree } from './values/equal-values.ts';
import { differInScope, preferPassage, type ReaderContext } from './conflicts/prefer-passage.ts';
import { areComparable, toConflictSide } from './conflicts/stated-values.ts';
import { intersect, isSameSubject, toAbout, type Placed } from './conflicts/same-subject.ts';
import { readPassage } from './conflicts/read-passage.ts';
import type { StatedValue, Statement } from './conflicts/statement.ts';

type Side = { readonly source: number; readonly passage: Passage; readonly placed: readonly Placed[] };
/** Denials are compared between sentences that are nearly the same. */
const MIN_DENIAL_SHARE = 0.8;

/**
 * Pairs of sentences from two passages that state different values of the same thing, or one of which denies what the other
 * says; one pair for each two passages and value. Passages for different versions, regions or segments don't contradict each
 * other, nor do those in different languages (their words can't be compared), nor examples. `ticket` tells which scope is the
 * reader's. Precise rather than complete. Never throws.
 */
export function findPassageConflicts(sources: readonly DraftSource[], language: string, ticket?: Ticket): SourceConflict[] {
  const sides = sources.map(({ number, passage }) => toSide(number, passage, language));
  const labels = new Set(sides.flatMap(({ placed }) => placed.flatMap(({ statement }) => [...statement.label])));
  // Headings of one word are cases of a list: "Free", "Team".
  for (const { placed } of sides) for (const { topic } of placed) if (topic !== '') labels.add(topic);
  const reader = ticket && toReader(ticket, language);
  return sides.flatMap((a, index) =>
    sides.slice(index + 1).flatMap((b) => {
      if (base(a.passage.locale) !== base(b.passage.locale) || differInScope(a.passage, b.passage)) return [];
      return compare(a, b, labels).map((found) => ({ ...found, ...preferPassage(a.passage, b.passage, reader) }));
    }),
  );
}

function toSide(source: number, passage: Passage, language: string): Side {
  const { statements, context, topic } = readPassage(passage, language);
  return { source, passage, placed: statements.map((statement) => ({ statement, context, topic })) };
}

function toReader(ticket: Ticket, language: string): ReaderContext {
  const text = [ticket.subject, ...ticket.messages.filter((one) => one.visibility === 'public').map((one) => one.text)].join(
    '\n',
  );
  const terms = new Set(toTerms(text, language));
  return {
    text: fold(text),
    termsHeld: (passage) =>
      intersect(terms, new Set(toTerms(`${passage.title}\n${passage.headings.join('\n')}\n${passage.text}`, passage.locale)))
        .size,
  };
}

type Contradiction = Omit<SourceConflict, 'preferred' | 'because'>;

function compare(a: Side, b: Side, labels: ReadonlySet<string>): Contradiction[] {
  const found: Contradiction[] = [];
  const reported = new Set<StatedValue>();
  for (const one of a.placed) {
    for (const other of b.placed) {
      if (one.statement.isExample || other.statement.isExample || intersect(one.statement.terms, other.statement.terms).size < 2)
        continue;
      const isSame = isSameSubject(one, other, labels);
      const about = toAbout(one.statement, other.statement);
      const pair = findOpposed(one, other, a, b).find(
        ({ mine, theirs }) =>
          !reported.has(mine) && !reported.has(theirs) && (isSame || isSamePart(one, other, labels, mine, theirs)),
      );
      if (pair) {
        reported.add(pair.mine).add(pair.theirs);
        const sideA = toConflictSide(a.source, one.statement, pair.mine.value);
        found.push({
          kind: 'passages',

          a: sideA,
          b: toConflictSide(b.source, other.statement, pair.theirs.value),
          about,
        });
      } else if (isSame && isDenied(one.statement, other.statement)) {
        const [sideA, sideB] = [one.statement, other.statement].map((statement, index) =>
          toConflictSide(
            index === 0 ? a.source : b.source,
            statement,
            statement.negations[0] ?? { start: 0, end: statement.text.length, text: statement.text },
          ),
        );
        if (sideA && sideB) found.push({ kind: 'passages', a: sideA, b: sideB, about });
      }
    }
  }
  return found;
}

/** Parts of fewer terms leave too much unsaid. */
const MIN_PART_TERMS = 3;

function isSamePart(a: Placed, b: Placed, labels: ReadonlySet<string>, mine: StatedValue, theirs: StatedValue): boolean {
  return Math.min(mine.near.size, theirs.near.size) >= MIN_PART_TERMS && isSameSubject(a, b, labels, [mine.near, theirs.near]);
}

/** Values of a kind that cannot both hold, neither of which the other passage states of the same thing elsewhere. */
function findOpposed(a: Placed, b: Placed, ofA: Side, ofB: Side): { mine: StatedValue; theirs: StatedValue }[] {
  return a.statement.values.flatMap((mine) =>
    b.statement.values.flatMap((theirs) => {
      if (!areComparable(mine, theirs) || agree(mine.value, theirs.value)) return [];
      return isStated(mine, a, ofB) || isStated(theirs, b, ofA) ? [] : [{ mine, theirs }];
    }),
  );
}

/** Does the other passage state this value in any sentence that shares as much? */
function isStated(stated: StatedValue, where: Placed, other: Side): boolean {
  return other.placed.some(
    ({ statement }) =>
      intersect(statement.terms, where.statement.terms).size >= Math.min(2, where.statement.terms.size) &&
      statement.values.some(({ value }) => value.kind === stated.value.kind && agree(value, stated.value)),
  );
}

function isDenied(a: Statement, b: Statement): boolean {
  if (a.negations.length > 0 === b.negations.length > 0) return false;
  const shared = intersect(a.terms, b.terms).size;
  return shared >= 2 && (2 * shared) / (a.terms.size + b.terms.size) >= MIN_DENIAL_SHARE;
}

function base(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
