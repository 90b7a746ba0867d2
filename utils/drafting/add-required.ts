import { isAgentFact, type ReplyRequest } from '../domain/reply-request.ts';
import { toGroup, type Answer } from './choose-sentences.ts';
import { MAX_FOR_AGENT } from './bring-along.ts';
import type { PassageSentence } from './passage-sentences.ts';
import type { ScoredSentence } from './score-sentences.ts';

/**
 * Answers, with what has to be said: the agent's facts whole and first, then, of each passage that is required and not in the
 * answers yet, at least its best sentence. Nothing is said twice.
 */
export function addRequired(
  answers: readonly Answer[],
  { passages, required = 0 }: Pick<ReplyRequest, 'passages' | 'required'>,
  sentences: readonly PassageSentence[],
  scored: readonly ScoredSentence[],
): Answer[] {
  const numbers = passages.slice(0, required).map((_passage, index) => index + 1);
  const isFact = (source: number): boolean => passages.slice(source - 1, source).some(({ passage }) => isAgentFact(passage));
  const others = answers
    .map((answer) => ({ ...answer, sentences: answer.sentences.filter(({ source }) => source > required || !isFact(source)) }))
    .filter((answer) => answer.sentences.length > 0);
  const said = new Set(others.flatMap((answer) => answer.sentences.map(({ source }) => source)));
  const facts = numbers.filter(isFact).map((number) => sentences.filter(({ source }) => source === number));
  const missing = numbers
    .filter((number) => !isFact(number) && !said.has(number))
    .map((number) =>
      findBest(
        sentences.filter(({ source }) => source === number),
        scored,
      ),
    );
  const toAnswer = (one: readonly PassageSentence[]): Answer[] => (one.length > 0 ? [{ question: 0, sentences: one }] : []);
  return [...facts.flatMap(toAnswer), ...others, ...missing.flatMap(toAnswer)];
}

/** The sentence that fits the questions best, with what it can't stand without; the first that says something where none fits. */
function findBest(own: readonly PassageSentence[], scored: readonly ScoredSentence[]): readonly PassageSentence[] {
  const sayable = own.filter(({ form, forAgent }) => form !== 'heading' && forAgent < MAX_FOR_AGENT);
  const worth = (sentence: PassageSentence): number =>
    Math.max(0, ...scored.filter((one) => one.sentence === sentence).map(({ score }) => score));
  const [best] = sayable.toSorted((a, b) => worth(b) - worth(a));
  if (!best) return own.slice(0, 1);
  return toGroup(best, own).toSorted((a, b) => a.order - b.order);
}
