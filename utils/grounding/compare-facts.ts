import type { DraftBlock } from '../domain/draft.ts';
import { fold } from '../text/fold.ts';
import { readFacts, type ReplyFacts } from './facts/read-facts.ts';
import { isTranslatedShort } from './facts/read-names.ts';
import { equalReadings, equalValues } from './values/equal-values.ts';
import { toSpelling } from './values/read-marked.ts';
import type { Value } from './values/value.ts';

/** Something a reply states that must survive a change of its words. A citation's text is "[2]". */
export type Fact = { readonly kind: 'value' | 'name' | 'link' | 'citation'; readonly text: string };
export type FactChange = { readonly lost: readonly Fact[]; readonly added: readonly Fact[] };
export type CompareFactsOptions = {
  /** BCP 47 language of each version. */
  readonly before: string;
  readonly after: string;
  /** Names that stay in every language: products, people. */
  readonly names?: readonly string[];
};

/**
 * Values, names, links and citations of a reply that its new version lost or invented. Order, sentence borders, greeting and
 * closing don't count; a fact said twice may be said once. Between languages, only names that are spelled in capitals or listed in
 * `names` are compared, and quoted terms and menu paths by their number and steps. A string is read in marked form. Never throws.
 */
export function compareFacts(
  before: readonly DraftBlock[] | string,
  after: readonly DraftBlock[] | string,
  options: CompareFactsOptions,
): FactChange {
  const [old, next] = [readFacts(before, options.before), readFacts(after, options.after)];
  const isTranslated = toBase(options.before) !== toBase(options.after);
  const names = (options.names ?? []).map(fold);
  return { lost: findMissing(old, next, isTranslated, names), added: findMissing(next, old, isTranslated, names) };
}

/** What changed in words for whoever writes the next version; empty when nothing did. */
export function describeChangedFacts({ lost, added }: FactChange): string {
  const list = (facts: readonly Fact[]): string => facts.map(({ text }) => text).join(', ');
  return [lost.length > 0 ? `it left out ${list(lost)}` : '', added.length > 0 ? `it added ${list(added)}` : '']
    .filter(Boolean)
    .join('; ');
}

/** Facts of `from` that `other` has not, each once. */
function findMissing(from: ReplyFacts, other: ReplyFacts, isTranslated: boolean, names: readonly string[]): Fact[] {
  const plain = from.values.filter(({ kind }) => kind !== 'quoted');
  const quoted = from.values.filter(({ kind }) => kind === 'quoted');
  const facts: Fact[] = [
    ...plain.filter((value) => !other.values.some((match) => isSame(value, match))).map(toFact),
    ...findMissingTerms(quoted, other, isTranslated).map(toFact),
    ...findMissingNames(from, other, isTranslated, names).map((text): Fact => ({ kind: 'name', text })),
    ...[...from.cites]
      .filter((source) => !other.cites.has(source))
      .map((source): Fact => ({ kind: 'citation', text: `[${source}]` })),
  ];
  return facts.filter((fact, index) => facts.findIndex(({ kind, text }) => kind === fact.kind && text === fact.text) === index);
}

function toFact({ kind, text }: Value): Fact {
  return { kind: kind === 'url' || kind === 'email' ? 'link' : 'value', text };
}

/** Stricter than equal: a price keeps its "per month", and "02/11" turned round is another date though both can be read both ways. */
function isSame(a: Value, b: Value): boolean {
  if (!equalValues(a, b) || a.per !== b.per) return false;
  const [first, match] = [a.readings[0], b.readings[0]];
  return (
    a.kind !== 'date' ||
    a.readings.length !== b.readings.length ||
    (first !== undefined && match !== undefined && equalReadings(first, match))
  );
}

function findMissingTerms(quoted: readonly Value[], other: ReplyFacts, isTranslated: boolean): Value[] {
  const left = other.values.filter(({ kind }) => kind === 'quoted');
  return quoted.filter((value) => {
    if (left.some((match) => equalValues(value, match)) || standsInWords(value, other.spelling)) return false;
    if (!isTranslated) return true;
    const twin = left.findIndex((match) => countSteps(match) === countSteps(value));
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
}

function countSteps(value: Value): number {
  return (value.readings[0]?.unit ?? '').split(' > ').length;
}

/** Without its quotation marks or arrows, but word for word. Words before a path's first step and behind its last don't count. */
function standsInWords(value: Value, spelling: string): boolean {
  const steps = (value.readings[0]?.unit ?? '').split(' > ');
  return steps.every((step, index) => {
    const words = step.split(' ');
    const needed =
      steps.length === 1 ? words : index === 0 ? words.slice(-1) : index === steps.length - 1 ? words.slice(0, 2) : words;
    return spelling.includes(` ${needed.join(' ')} `);
  });
}

function findMissingNames(from: ReplyFacts, other: ReplyFacts, isTranslated: boolean, names: readonly string[]): string[] {
  const stands = (key: string): boolean => other.spelling.includes(` ${key} `) || other.spelling.includes(` ${key}s `);
  const listed = names.filter(
    (name) => from.claims.includes(` ${toSpelling(name)} `) && !other.spelling.includes(` ${toSpelling(name)} `),
  );
  const made = [...from.names.made].filter(([key]) => !stands(key) && !(isTranslated && isTranslatedShort(key)));
  const common = isTranslated ? [] : [...from.names.common].filter(([key]) => !stands(key) && !stands(key.replace(/s$/, '')));
  return [...listed, ...[...made, ...common].map(([, name]) => name)];
}

function toBase(language: string): string {
  return language.split('-')[0] ?? language;
}
