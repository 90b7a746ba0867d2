import type { Passage } from '../../domain/passage.ts';
import { toTerms } from '../../text/terms.ts';
import type { Placed } from './same-subject.ts';
import { toStatements, type Statement } from './statement.ts';

/** A passage as it is compared: its sentences, and the terms of the title and headings above. `topic`: see `Placed`. */
export type ReadPassage = Pick<Placed, 'context' | 'topic'> & { readonly statements: readonly Statement[] };

/** Passages never change, and one is read for each stage of each draft that it is found for. */
const known = new WeakMap<Passage, ReadPassage>();

/** Reads a passage in its own language; `language` where it names none. */
export function readPassage(passage: Passage, language: string): ReadPassage {
  const before = known.get(passage);
  if (before) return before;
  const locale = passage.locale === '' ? language : passage.locale;
  const above = toTerms(passage.headings.at(-1) ?? '', locale);
  const read = {
    statements: toStatements(passage.text, locale),
    context: new Set(toTerms([passage.title, ...passage.headings].join('\n'), locale)),
    topic: above.length === 1 ? (above[0] ?? '') : '',
  };
  known.set(passage, read);
  return read;
}
