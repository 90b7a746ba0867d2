import type { RankedPassage } from '../../utils/domain/passage.ts';

/** Offsets into a text, end excluded. */
export type TextSpan = { readonly start: number; readonly end: number };

/** A ranked passage as it is shown; the words that were found in it are marked where the search gives them. */
export type FoundPassage = RankedPassage;
