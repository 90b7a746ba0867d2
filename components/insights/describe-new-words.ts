import { sentencesOf } from '../../utils/insights/lineage/sentences-of.ts';
import type { ListedReply } from '../../utils/messaging/recall-schemas.ts';

export type NewWords =
  /** Sentences of the article that the passage did not have, in `locale`. */
  | { readonly kind: 'words'; readonly text: string; readonly locale: string }
  /** There are none; why, in plain words. */
  | { readonly kind: 'none'; readonly said: string };

/** What an article says now in place of the words that a reply rests on. */
export function describeNewWords({ old, change }: Pick<ListedReply['passages'][number], 'old' | 'change'>): NewWords {
  switch (change.kind) {
    case 'changed': {
      if (!change.now) return { kind: 'none', said: 'The passage is no longer in the article.' };
      const before = new Set(sentencesOf(old.text));
      const added = sentencesOf(change.now.text).filter((sentence) => !before.has(sentence));
      return added.length > 0
        ? { kind: 'words', text: added.join(' '), locale: change.now.locale }
        : { kind: 'none', said: 'Taken out, with nothing in its place.' };
    }
    case 'article-gone':
      return { kind: 'none', said: 'The article is no longer in its source.' };
    case 'source-gone':
      return { kind: 'none', said: 'The source was removed.' };
  }
}
