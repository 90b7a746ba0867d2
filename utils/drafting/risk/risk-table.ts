import type { RiskKind } from '../../domain/triage.ts';

/**
 * How one language says the things that a person should decide. Everything is written as it looks after folding: lower
 * case, no accents, "'" for every apostrophe, one space between words.
 *
 * In a phrase `_` stands for up to five words of the same clause and `*` for the end of a word; the rest is a regular
 * expression. A phrase that begins with `?` also counts in a question ("could you refund us?"), one with `!` is not undone
 * by a negation ("I don't want to live"); `?!` is both.
 */
export type RiskTable = {
  readonly phrases: Readonly<Record<RiskKind, readonly string[]>>;
  /** Words that turn what follows them in their clause, or stand inside the phrase, into its opposite. */
  readonly negation: string;
  /** The same after the phrase: "a lawyer is not needed". */
  readonly negationAfter: string;
  /** Words that make a clause a question of how things work, or a condition: "how", "whether", "if I cancel". */
  readonly asking: string;
  /** Starts a question that carries no question mark. */
  readonly questionStart: string;
  /** Whoever else may want a refund or have a lawyer: the requester's own customers. */
  readonly others: string;
  /** Words at which a clause ends, beside punctuation. */
  readonly joining: string;
};
