import { findCues, quoteAround } from './find-cues.ts';
import { findShouting } from './find-shouting.ts';
import type { Judgement } from './judge-urgency.ts';
import { ANGRY, PLEASED } from './mood-words.ts';

export type Sentiment = 'negative' | 'neutral' | 'positive';

/** A loud voice counts as much as this many angry words. */
const SHOUTING = 1;

/**
 * Mood by words of anger and of pleasure, each turned by a negation before it ("not happy" is no praise, "no complaints" no complaint), and by shouting.
 * More angry than pleased words → negative; as many → neutral. Thanks alone, "great" in a question and the like don't weigh against
 * trouble: one angry word outweighs one kind one.
 */
export function judgeSentiment(text: string): Judgement<Sentiment> {
  const angry = findCues(text, ANGRY);
  const pleased = findCues(text, PLEASED);
  // "Not happy" is angry; "not bad" is hardly praise.
  const against = [...angry.filter((cue) => !cue.isNegated), ...pleased.filter((cue) => cue.isNegated)];
  const inFavour = pleased.filter((cue) => !cue.isNegated);
  const shouting = findShouting(text);
  const isLoud = shouting.length > 0 && inFavour.length === 0;
  const quote = (cues: typeof angry): string[] => [...new Set(cues.map((cue) => quoteAround(text, cue)))].slice(0, 3);
  const bad = against.length + (isLoud ? SHOUTING : 0);
  if (bad > 0 && bad >= inFavour.length) return { value: 'negative', quotes: quote(against.length > 0 ? against : shouting) };
  if (inFavour.length > 0) return { value: 'positive', quotes: quote(inFavour) };
  return { value: 'neutral', quotes: [] };
}
