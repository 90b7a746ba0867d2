import type { AnswerCache } from '../ports/answer-cache.ts';
import type { DesksideDatabase } from './database.ts';
import { hashText } from './hash-text.ts';

/** An identical request after this long is asked again: models and prices change. */
const KEEP_MS = 24 * 60 * 60 * 1000;

export type StoredAnswers = AnswerCache & {
  /** Removes those that are past their day. */
  readonly removeOld: () => Promise<void>;
  readonly removeAll: () => Promise<void>;
};

/**
 * Answers to identical requests, for a day. Only a hash of the request is kept, not its words. A cache that cannot be read or
 * written is an empty one: the request is made.
 */
export function createAnswerCache(open: () => Promise<DesksideDatabase>, now: () => Date): StoredAnswers {
  const oldest = (): string => new Date(now().getTime() - KEEP_MS).toISOString();
  const removeOld = async (): Promise<void> => {
    const transaction = (await open()).transaction('answers', 'readwrite');
    const keys = await transaction.store.index('byTime').getAllKeys(IDBKeyRange.upperBound(oldest(), true));
    await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
  };
  return {
    removeOld,
    async get(fingerprint) {
      try {
        const found = await (await open()).get('answers', await hashText(fingerprint));
        return found && found.at >= oldest() ? found.text : undefined;
      } catch {
        return undefined;
      }
    },
    async put(fingerprint, text) {
      try {
        const hash = await hashText(fingerprint);
        const transaction = (await open()).transaction('answers', 'readwrite');
        await transaction.store.put({ hash, at: now().toISOString(), text });
        await transaction.done;
        await removeOld();
      } catch {
        // Not kept: the next identical request is made once more.
      }
    },
    async removeAll() {
      await (await open()).clear('answers');
    },
  };
}
