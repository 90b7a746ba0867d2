import type { Span } from './text-runs.ts';

const NEGATION =
  /(?<![\p{L}])(?:not|no|never|cannot|can['’]t|won['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|without|nor|neither|nothing|nobody|nicht|nichts|kein\p{L}*|nie|niemals|ohne|nunca|sin|ning[uú]n\p{L}*|tampoco|ne|pas|jamais|aucune?|sans|não|non(?!-)|nessun\p{L}*|mai|senza|niet|geen|nooit|zonder)(?![\p{L}])|n['’]t(?![\p{L}])|(?<![\p{L}])n['’](?=[aeiouyéèh])/giu;
/** Half of a denial whose other half is counted ("ne … pas", "no … ningún"). */
const FIRST_HALF = /^(?:ne|n['’]|no|non|não)$/iu;
/** "Not only" denies nothing. */
const NOT_ONLY = /^\s*(?:only|just|nur|sólo|solo|solamente|seulement|apenas|alleen)(?!\p{L})/iu;
const SECOND_HALF = /^(?:pas|jamais|aucune?|ning[uú]n\p{L}*|nunca|tampoco|nessun\p{L}*|mai)$/iu;

/** Does a sentence deny something? A crude yes or no, enough to tell "can" from "cannot". */
export function isNegated(sentence: string): boolean {
  return sentence.search(NEGATION) >= 0;
}

/** The words that deny, each denial once: "ne … pas" is one. */
export function findNegations(sentence: string): (Span & { readonly text: string })[] {
  const all = [...sentence.matchAll(NEGATION)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  return all.filter(
    (one, index) =>
      !(FIRST_HALF.test(one.text) && SECOND_HALF.test(all[index + 1]?.text ?? '')) && !NOT_ONLY.test(sentence.slice(one.end)),
  );
}
