import type { Passage } from '../domain/passage.ts';
import { toArticleKey, type ArticleNow } from '../insights/lineage/article-now.ts';
import { describeStaleness, type Staleness } from '../insights/lineage/describe-staleness.ts';
import { findRecalled, joinSentReplies, type RecalledReply } from '../insights/lineage/find-recalled.ts';
import type { ArticleReader } from '../storage/article-reader.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import type { OutcomeLog } from '../storage/outcome-log.ts';

export type RecallListDeps = {
  readonly outcomes: Pick<OutcomeLog, 'all'>;
  readonly drafts: Pick<DraftStore, 'get'>;
  readonly articles: ArticleReader;
  readonly now: () => Date;
};

type ArticleRef = Pick<Passage, 'sourceId' | 'articleId'>;

export type RecallList = {
  /** Sent replies that rest on words which their article no longer has, newest first; with `only`, those of one article. */
  readonly list: (signal: AbortSignal, only?: ArticleRef) => Promise<RecalledReply[]>;
  /** How old a passage of a draft is and whether its article still says so. */
  readonly describe: (passage: Passage) => Promise<Staleness>;
};

/** Reads the log for the replies, the drafts for the passages as they were, and the knowledge for how they are now; each article once. */
export function createRecallList({ outcomes, drafts, articles, now }: RecallListDeps): RecallList {
  return {
    async list(signal, only) {
      const wanted = only && toArticleKey(only);
      const sent = (await outcomes.all()).filter((row) => row.step === 'sent');
      const known = new Map<string, ArticleNow>();
      const looked = new Set<string>();
      const replies: RecalledReply[] = [];
      for (const row of sent) {
        signal.throwIfAborted();
        const record = await drafts.get(row.draftId);
        if (record?.outcome?.kind !== 'drafted') continue;
        for (const { passage } of record.outcome.draft.sources) {
          const key = toArticleKey(passage);
          if (looked.has(key) || (wanted !== undefined && key !== wanted)) continue;
          looked.add(key);
          const article = await articles.readArticleNow(passage);
          if (article) known.set(key, article);
        }
        replies.push(...findRecalled(joinSentReplies([record], [row]), known));
      }
      return replies.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
    },
    describe: async (passage) => describeStaleness(passage, now(), await articles.readArticleNow(passage)),
  };
}
