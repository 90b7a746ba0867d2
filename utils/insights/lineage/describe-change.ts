import type { DraftSource } from '../../domain/draft.ts';
import type { PassageChange } from './article-now.ts';

/** What to say beside a passage of a draft whose article is not what it was. */
export type ChangeNote = {
  /** What happened, one sentence without its full stop. */
  readonly title: string;
  readonly body: string;
  /** Texts to compare word by word: as the draft used it, and as it stands now. */
  readonly compare?: { readonly before: string; readonly after: string };
};

/**
 * The note on a source of a draft; `undefined` while its article says what it said. `formatDay` gives day and month of an
 * ISO date in the reader's language. What the draft knows of a removed source goes before `change`.
 */
export function describeChange(
  { passage, removed }: DraftSource,
  change: PassageChange | undefined,
  formatDay: (iso: string) => string,
): ChangeNote | undefined {
  const version = `This draft used the version of ${formatDay(passage.updatedAt ?? passage.fetchedAt)}.`;
  if (removed) {
    const title = `The source was removed on ${formatDay(removed.at)}`;
    return { title, body: removed.forgotten ? 'Its text was removed from this draft as well.' : `${version} This copy is kept.` };
  }
  switch (change?.kind) {
    case 'changed': {
      const title = `The article changed on ${formatDay(change.changedAt)}`;
      return change.now
        ? { title, body: version, compare: { before: passage.text, after: change.now.text } }
        : { title, body: `${version} This passage is no longer in it.` };
    }
    case 'article-gone':
      return { title: 'The article is no longer in its source', body: `${version} This copy is kept.` };
    case 'source-gone':
      return { title: 'The source was removed', body: `${version} This copy is kept.` };
    case 'same':
    case undefined:
      return undefined;
  }
}
