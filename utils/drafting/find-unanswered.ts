import { isGoodEnough } from './choose-sentences.ts';
import { toAspects } from './features.ts';
import type { PassageSentence } from './passage-sentences.ts';
import { hasAnswerForm, type Facet } from './question-facets.ts';
import type { ScoredSentence } from './score-sentences.ts';

const LEANS = /(?<!\p{L})(?:it|this|that|these|those|they|es|das|dies\w*|sie|eso|esto|ello|ça|cela|ceci|il|elle)(?!\p{L})/iu;
/** A clause with fewer words is about what the rest of its question is about. */
const MIN_CLAUSE_WORDS = 2;

/**
 * What was asked and is not answered by `said`, in the requester's words: whole questions, and single clauses of a question
 * ("…, and do you ship to Norway?"). "How long does it take?" shares no word with its answer: any time that is said answers it. A clause is listed only when no passage knows a word of it: in
 * doubt its question counts as answered.
 */
export function findUnanswered(
  questions: readonly string[],
  facets: readonly Facet[],
  score: (facet: Facet) => readonly ScoredSentence[],
  said: ReadonlySet<PassageSentence>,
  looked: readonly PassageSentence[],
  language: string,
): string[] {
  const isStrange = (facet: Facet): boolean =>
    !toAspects(facet.text, language).some(({ features }) =>
      looked.some((sentence) => features.some((feature) => sentence.features.has(feature))),
    );
  const isAnswered = (facet: Facet): boolean => {
    const words = toAspects(facet.text, language).length;
    const leans = words <= 1 || (words <= 3 && LEANS.test(facet.text));
    if (leans && facet.kinds.includes('time') && [...said].some(({ text }) => hasAnswerForm(text, 'time'))) return true;
    // A clause whose words no passage knows was scored by the whole question, which the other clause may answer.
    if (facet.whole !== '' && words >= MIN_CLAUSE_WORDS && isStrange(facet)) return false;
    return score(facet).some((one) => said.has(one.sentence) && isGoodEnough(one));
  };
  return questions.flatMap((question, index) => {
    const own = facets.filter((facet) => facet.question === index);
    const open = own.filter((facet) => !isAnswered(facet));
    if (open.length === own.length) return [question];
    // "If we go back to Team, do we get …?": the condition alone asks nothing.
    return open
      .filter((facet) => !facet.isConditional && toAspects(facet.text, language).length >= MIN_CLAUSE_WORDS && isStrange(facet))
      .map(({ text }) => text);
  });
}
