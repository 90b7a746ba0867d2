const NEGATION =
  /(?<![\p{L}])(?:not|no|never|cannot|can't|won't|don't|doesn't|isn't|aren't|without|nor|nicht|kein\p{L}*|nie|niemals|ohne|nunca|sin|ne|n'|pas|jamais|sans|não|non|mai|niet|geen|nooit)(?![\p{L}])|n['’]t(?![\p{L}])|(?<![\p{L}])n['’](?=[aeiouyéèh])/iu;

/** Does a sentence deny something? A crude yes or no, enough to tell "can" from "cannot". */
export function isNegated(sentence: string): boolean {
  return NEGATION.test(sentence);
}
