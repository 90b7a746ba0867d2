import type { PassageSentence } from './passage-sentences.ts';

/** Surer than this, a sentence is an order to the agent and not sent. */
export const MAX_FOR_AGENT = 0.6;
/** Sentences brought along because a sentence leans on them. */
const MAX_BROUGHT = 2;
const MAX_PAIR_WORDS = 40;
const MAX_STEPS = 9;

/** A sentence that leans back brings the one before; one step brings its list; a line that opens a list brings the list. */
export function withNeighbours(pick: PassageSentence, sentences: readonly PassageSentence[]): PassageSentence[] {
  const at = sentences.indexOf(pick);
  const list = findList(pick, at, sentences);
  if (list.length > 0 && pick.form === 'step') return list;
  const lead = sentences.find((one) => one.source === pick.source && one.paragraph === pick.paragraph && one.label !== '');
  if (lead && lead !== pick && pick.label === lead.label && lead.forAgent < MAX_FOR_AGENT) {
    return pick.leansBack
      ? sentences
          .slice(sentences.indexOf(lead), at + 1)
          .filter((one) => one === lead || one === pick || one === sentences[at - 1])
          .concat(list)
      : [lead, pick, ...list];
  }
  let first = at;
  while (sentences[first]?.leansBack && at - first < MAX_BROUGHT) {
    const before = sentences[first - 1];
    if (!before || before.forAgent >= MAX_FOR_AGENT || /[?？]$/.test(before.text)) break;
    first -= 1;
  }
  return [...sentences.slice(first, at + 1), ...list];
}

/** The list that this step stands in, or what this line opens; empty for any other sentence. */
function findList(pick: PassageSentence, at: number, sentences: readonly PassageSentence[]): PassageSentence[] {
  const isStep = pick.form === 'step';
  const form = isStep ? 'step' : sentences[at + 1]?.form;
  if (!isStep && !pick.text.endsWith(':')) return [];
  if (form !== 'step' && form !== 'bullet') {
    // A list whose marks were lost, or a rule and what it says.
    return sentences
      .slice(at + 1, at + 1 + MAX_BROUGHT)
      .filter((one) => one.source === pick.source && one.forAgent < MAX_FOR_AGENT);
  }
  const inList = (index: number): boolean => sentences[index]?.source === pick.source && sentences[index]?.form === form;
  let first = isStep ? at : at + 1;
  while (isStep && inList(first - 1)) first -= 1;
  let last = first - 1;
  while (inList(last + 1)) last += 1;
  return sentences.slice(first, Math.min(last + 1, first + MAX_STEPS));
}

/** A paragraph of two short sentences says one thing: rule and exception, or what and where. */
export function withPair(pick: PassageSentence, sentences: readonly PassageSentence[]): PassageSentence[] {
  const paragraph = sentences.filter((one) => one.source === pick.source && one.paragraph === pick.paragraph);
  const isPair = paragraph.length === 2 && paragraph.every((one) => one.form === 'sentence' && one.forAgent < MAX_FOR_AGENT);
  return isPair && paragraph.reduce((sum, one) => sum + countWords(one), 0) <= MAX_PAIR_WORDS ? paragraph : [pick];
}

export function countWords(sentence: PassageSentence): number {
  return sentence.text.split(/\s+/).length;
}
