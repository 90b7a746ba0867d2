import { toFailure } from '../domain/failure.ts';
import type { Passage } from '../domain/passage.ts';
import type { MessageReply } from '../messaging/contract.ts';
import { MAX_RECALLED } from '../messaging/recall-schemas.ts';
import type { RecallList } from './recall-list.ts';

/** Every sent reply's draft is read; more than this is given up. */
const TIMEOUT_MS = 60_000;

export type RecallAnswers = {
  readonly list: () => Promise<MessageReply<'recall-list'>>;
  readonly tellChange: (passage: Passage) => Promise<MessageReply<'passage-change'>>;
};

/** Answers our pages' questions about replies and passages whose articles changed. */
export function createRecallAnswers(recall: RecallList): RecallAnswers {
  return {
    async list() {
      try {
        const replies = await recall.list(AbortSignal.timeout(TIMEOUT_MS));
        const listed = replies.slice(0, MAX_RECALLED).map(({ draftId, lock, subject, sentAt, passages }) => ({
          draftId,
          lock,
          subject,
          sentAt,
          passages: passages.map(({ source, old, change, sentences, gone }) => ({
            source,
            old,
            change,
            sentences: [...sentences],
            gone: [...gone],
          })),
        }));
        return { kind: 'listed', replies: listed, total: replies.length };
      } catch (thrown) {
        return { kind: 'failed', failure: toFailure(thrown) };
      }
    },
    async tellChange(passage) {
      try {
        return { kind: 'told', change: (await recall.describe(passage)).change };
      } catch (thrown) {
        return { kind: 'failed', failure: toFailure(thrown) };
      }
    },
  };
}
