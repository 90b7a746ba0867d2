import { findCues, quoteAround, type Cue } from './find-cues.ts';
import { DEADLINE, DEADLINE_NEAR, HURRY, NO_HURRY, OUTAGE } from './mood-words.ts';
import { findShouting } from './find-shouting.ts';

export type Urgency = 'low' | 'normal' | 'high' | 'urgent';
/** Characters after an outage within which it may be said to be over. */
const AFTER = 80;

/** A judgement with the words that led to it; none for what is as usual. */
export type Judgement<T> = { readonly value: T; readonly quotes: readonly string[] };

/**
 * How soon it has to be answered, by rules that can be read off: something is down or lost, or a deadline of hours → urgent, as are two of the
 * weaker signs; "urgent", a deadline of days → high; "no rush" and nothing against it → low. Negated words don't count.
 * English, German, Spanish, French; the commonest words of Portuguese, Italian, Dutch.
 */
export function judgeUrgency(text: string): Judgement<Urgency> {
  const said = (pattern: RegExp): Cue[] => findCues(text, pattern).filter((cue) => !cue.isNegated);
  const patient = findCues(text, NO_HURRY);
  // "Not urgent" is one phrase that says it can wait, and holds a word that would say the opposite.
  const isInPatient = (cue: Cue): boolean =>
    patient.some(({ start, text: phrase }) => cue.start >= start && cue.start < start + phrase.length);
  const outage = said(OUTAGE).filter((cue) => !isOver(text, cue));
  const near = said(DEADLINE_NEAR);
  const hurry = said(HURRY).filter((cue) => !isInPatient(cue));
  const deadline = said(DEADLINE);
  const shouting = findShouting(text);
  const quote = (cues: readonly Cue[]): string[] => [...new Set(cues.map((cue) => quoteAround(text, cue)))].slice(0, 3);

  const strong = [...outage, ...near];
  const weak = [...hurry, ...deadline];
  if (strong.length > 0 && (weak.length > 0 || near.length > 0 || outage.length > 1))
    return { value: 'urgent', quotes: quote([...strong, ...weak]) };
  if (hurry.length > 0 && (deadline.length > 0 || shouting.length > 0))
    return { value: 'urgent', quotes: quote([...weak, ...shouting]) };
  if (strong.length > 0 || weak.length > 0) return { value: 'high', quotes: quote([...strong, ...weak]) };
  if (patient.length > 0) return { value: 'low', quotes: quote(patient) };
  return { value: 'normal', quotes: [] };
}

/** Trouble that has passed: "was down yesterday, works again". */
function isOver(text: string, { start, text: cue }: Cue): boolean {
  const after = text.slice(start + cue.length, start + cue.length + AFTER);
  return /(?<!\p{L})(?:works again|is back|resolved|fixed now|geht wieder|funktioniert wieder|ya funciona|fonctionne à nouveau|remarche)(?!\p{L})/iu.test(
    after,
  );
}
