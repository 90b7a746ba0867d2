import { fold, splitWords } from '../../text/fold.ts';
import { toTerms } from '../../text/terms.ts';
import { emptyWords, futurePhrases, offTopicPhrases } from './hint-phrases.ts';
import { foldWithOffsets } from './fold-with-offsets.ts';
import { toPhrasePattern } from './phrase-pattern.ts';
import { refersToFuture } from './refers-to-future.ts';

/** Why a draft may not be the right thing, each with the words that say so. A hint: passages that cover it outweigh it. */
export type Hints = {
  /** All that is asked is nothing a support team answers. */
  readonly offTopic?: string;
  /** Some of what is asked is what will be; `onlyFuture` when nothing else is asked. */
  readonly future?: string;
  readonly onlyFuture?: boolean;
  /** Nothing is said that could be looked up, in the whole conversation. */
  readonly thin?: string;
};

let offTopic: readonly RegExp[] | undefined;
const empty = new Set(splitWords(fold(emptyWords)));
/** Who needs more words than this has said something, even if we know none of them. */
const MAX_THIN_WORDS = 14;

/** @param said every word of the conversation, subject included; judged for `thin` only. Never throws. */
export function findHints(questions: readonly string[], said: string, language: string): Hints {
  const off = questions.map(findOffTopic);
  const [firstOff] = off;
  const future = questions.map(findFuture);
  const firstFuture = future.find((one) => one !== undefined);
  return {
    ...(firstOff !== undefined && off.every((one) => one !== undefined) ? { offTopic: firstOff } : {}),
    ...(firstFuture === undefined ? {} : { future: firstFuture, onlyFuture: future.every((one) => one !== undefined) }),
    ...(isThin(said, language) ? { thin: questions.join(' ') } : {}),
  };
}

/** In any language: one short question is too little to tell which it is. */
function findFuture(question: string): string | undefined {
  for (const language of Object.keys(futurePhrases)) {
    const found = refersToFuture(question, language);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findOffTopic(question: string): string | undefined {
  offTopic ??= offTopicPhrases.map(toPhrasePattern);
  const { text, offsets } = foldWithOffsets(question);
  for (const pattern of offTopic) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (match) return question.slice(offsets[match.index], offsets[match.index + match[0].length]).trimEnd();
  }
  return undefined;
}

/** "It doesn't work", "help!!", "same problem again": words of trouble, and not one of what. */
function isThin(said: string, language: string): boolean {
  const words = splitWords(said);
  if (words.length > MAX_THIN_WORDS) return false;
  const telling = words.filter((word) => !empty.has(fold(word)));
  return toTerms(telling.join(' '), language).length === 0 && !telling.some((word) => /\d/.test(word));
}
