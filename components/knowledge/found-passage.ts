import type { RankedPassage } from '../../utils/domain/passage.ts';

/** Offsets into a text, end excluded. */
export type TextSpan = { readonly start: number; readonly end: number };

/** A ranked passage with the words that were found in it, where the ranking gives them. */
export type FoundPassage = RankedPassage & {
  /** Into `passage.text`. */
  readonly highlights?: readonly TextSpan[] | undefined;
};
