import type { RankedPassage } from '../../utils/domain/passage.ts';

/** Offsets into a text, end excluded. */
export type TextSpan = { readonly start: number; readonly end: number };

/** A ranked passage with the reasons of its rank and the words that were found in it, where the ranking gives them. */
export type FoundPassage = RankedPassage & {
  /** Each feature of the ranking in plain words, and its share of the score, 0–1. */
  readonly why?: readonly { readonly feature: string; readonly share: number }[] | undefined;
  /** Into `passage.text`. */
  readonly highlights?: readonly TextSpan[] | undefined;
};
