import type { RankedPassage } from '../domain/passage.ts';
import { toTerms } from '../text/terms.ts';
import { toPhrases } from './phrases.ts';
import { toLack, toLackQuestion } from './risk/thin-questions.ts';
import { toSentenceIntent } from './sentence-intent.ts';
import { toTopic } from './ticket-topic.ts';
import type { Understanding } from './understand-ticket.ts';

/** Whoever wrote this much has said what they want: the knowledge is missing, not the detail. */
const ENOUGH_TERMS = 30;

/**
 * One question to the requester, in their language, where a detail might let the knowledge answer; '' where it would not:
 * nothing was asked, it was asked in full and nothing comes near, or only time will tell. Who said nearly nothing is asked for
 * exactly that; who asked for a poem, whether there is something about the service. Promises nothing and states nothing.
 */
export function writeClarifyingQuestion(understanding: Understanding, nearest: readonly RankedPassage[]): string {
  if (understanding.kind !== 'asks') return '';
  const { questions, language, context, hints } = understanding;
  if (hints.thin !== undefined) return toLackQuestion(toLack(context), language);
  if (hints.offTopic !== undefined) return toLackQuestion('off-topic', language);
  if (hints.onlyFuture) return '';
  const terms = new Set(questions.flatMap((question) => toTerms(question, language))).size;
  if (terms >= ENOUGH_TERMS && nearest.length === 0) return '';
  const { phrases } = toPhrases(language);
  const topic = toTopic(context.split('\n')[0] ?? '');
  const isTrouble = questions.every((question) => toSentenceIntent(question) === 'problem');
  return isTrouble ? phrases.clarifyTrouble(topic) : phrases.clarify(topic);
}
