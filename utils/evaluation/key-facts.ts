import { fold, splitWords } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';

/**
 * One thing that a reply must say, found without a model. `figure`: a word with a digit; `name`: words in a row that begin
 * with capitals within a sentence; `quoted`: words in quotation marks or code marks; `term`: one content word.
 */
export type KeyFact = {
  readonly kind: 'figure' | 'name' | 'quoted' | 'term';
  /** Stems, all of which a text must hold. */
  readonly terms: readonly string[];
  /** Information of its rarest term in the set, in nats. */
  readonly weight: number;
};

/** What a set of passages says of words: how rare each is. */
export type Rarity = (term: string) => number;

const QUOTED =
  /“([^“”]{2,80})”|"([^"]{2,80})"|`([^`]{2,80})`|«([^«»]{2,80})»|(?<![\p{L}\p{N}])['‘]([^'‘’]{2,80})['’](?![\p{L}\p{N}])/gu;
const NAME = /(?<=[\p{L}\p{N},;:)]\s)\p{Lu}[\p{L}\p{N}'’-]*(?:\s\p{Lu}[\p{L}\p{N}'’-]*)*/gu;

/**
 * Key facts of a reference answer: its figures, names, quoted words and content words that also stand in a gold passage and
 * that the question doesn't name already. What stands in no gold passage is the answerer's wording and no fact of the
 * source. Words of a name or quotation are no facts of their own; each fact is listed once.
 */
export function findKeyFacts(
  texts: { readonly reference: string; readonly gold: readonly string[]; readonly question: string },
  language: string,
  rarity: Rarity,
): KeyFact[] {
  const held = new Set(texts.gold.flatMap((text) => toFactTerms(text, language)));
  const asked = new Set(toFactTerms(texts.question, language));
  const facts = new Map<string, KeyFact>();
  const within = new Set<string>();
  const add = (kind: KeyFact['kind'], text: string): void => {
    const terms = [...new Set(toFactTerms(text, language))];
    if (terms.length === 0 || !terms.every((term) => held.has(term)) || terms.every((term) => asked.has(term))) return;
    const key = terms.toSorted().join(' ');
    if (facts.has(key) || (terms.length === 1 && within.has(key))) return;
    for (const term of terms) within.add(term);
    facts.set(key, { kind, terms, weight: Math.max(...terms.map(rarity)) });
  };
  for (const match of texts.reference.matchAll(QUOTED)) add('quoted', match.slice(1).find((group) => group) ?? '');
  for (const [name] of texts.reference.matchAll(NAME)) add('name', name);
  for (const word of splitWords(texts.reference)) add(/\p{N}/u.test(word) ? 'figure' : 'term', word);
  return [...facts.values()];
}

/** Share of the facts' weight that a text holds, 0–1; 0 when there are no facts. */
export function shareOfFacts(text: string, facts: readonly KeyFact[], language: string): number {
  const held = new Set(toFactTerms(text, language));
  const sum = (some: readonly KeyFact[]): number => some.reduce((total, { weight }) => total + weight, 0);
  const all = sum(facts);
  return all === 0 ? 0 : sum(facts.filter(({ terms }) => terms.every((term) => held.has(term)))) / all;
}

/** Rarity over passages: ln((N + 1) ÷ (n + 0.5)), N passages of which n hold the term. */
export function toRarity(passages: readonly string[], language: string): Rarity {
  const counts = new Map<string, number>();
  for (const passage of passages)
    for (const term of new Set(toFactTerms(passage, language))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log((passages.length + 1) / ((counts.get(term) ?? 0) + 0.5));
}

/** Stems of content words and figures as written; "1,500" and "1500" are one figure. */
export function toFactTerms(text: string, language: string): string[] {
  return toTerms(text.replaceAll(/(?<=\p{N})[,'’](?=\p{N}{3}(?!\p{N}))/gu, ''), language).map(fold);
}

/** F1 of two lists of terms, each counted as often as it stands there, 0–1. */
export function toF1(said: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const term of wanted) left.set(term, (left.get(term) ?? 0) + 1);
  let shared = 0;
  for (const term of said) {
    const count = left.get(term) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(term, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (said.length + wanted.length);
}
