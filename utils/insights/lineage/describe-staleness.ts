import type { Passage } from '../../domain/passage.ts';
import type { ArticleNow, PassageChange } from './article-now.ts';
import { findPassageChange } from './find-passage-change.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** An article that nobody touched for a year is worth a second look: prices, plans and screens change within one. */
export const OLD_AFTER_DAYS = 365;

export type Staleness = {
  /** `old`: not updated for over a year; `unknown`: the source doesn't say when it was updated. */
  readonly age: 'fresh' | 'old' | 'unknown';
  /** Since the update; absent when that is unknown. A date in the future counts as today. */
  readonly ageDays?: number;
  /** The date of the version that the draft used: updated, else read; ISO 8601. */
  readonly versionOf: string;
  /** What became of it since; `not-checked` when today's article was not given. */
  readonly change: PassageChange | { readonly kind: 'not-checked' };
};

/** How old a passage is and whether its article still says so. */
export function describeStaleness(passage: Passage, now: Date, article?: ArticleNow): Staleness {
  const change = article ? findPassageChange(passage, article) : { kind: 'not-checked' as const };
  const versionOf = passage.updatedAt ?? passage.fetchedAt;
  if (passage.updatedAt === undefined) return { age: 'unknown', versionOf, change };
  const ageDays = Math.max(0, Math.floor((now.getTime() - Date.parse(passage.updatedAt)) / DAY_MS));
  return { age: ageDays > OLD_AFTER_DAYS ? 'old' : 'fresh', ageDays, versionOf, change };
}
