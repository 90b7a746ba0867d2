import type { DraftSource, RefineStep } from '../../domain/draft.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { findTokenEnd } from '../../text/estimate-tokens.ts';
import { toLanguageWords } from './language-words.ts';
import { packSources } from './pack-sources.ts';
import { writeConversation } from './write-conversation.ts';
import { checkOptions, cleanLine, type Prompt, type PromptOptions } from './prompt.ts';
import { buildRewritePrompt, findMarks, keepFactsRules, outputRules, type Rewrite } from './rewrite-prompt.ts';

const tasks: Readonly<Record<Exclude<RefineStep['kind'], 'translate' | 'own'>, string>> = {
  shorter: 'Make it clearly shorter: drop courtesies and repetition, join sentences, keep each fact and each step.',
  friendlier: 'Make it friendlier: warm and personal, still to the point. No exclamation marks in a row, no flattery.',
  'more-formal': 'Make it more formal: polite, complete sentences, the formal form of address where the language has one.',
  simpler:
    'Make it simpler: short sentences, everyday words, one thought a sentence; explain a term in a few words where needed.',
};

export type Refinement = Rewrite & {
  readonly step: RefineStep;
  /** What the reply answers, and what it may cite: both only needed for a wish in the agent's own words. */
  readonly ticket?: Ticket;
  readonly sources?: readonly DraftSource[];
};

/** Of the budget, at most, for sources and for the ticket beside a step in the agent's own words. */
const BESIDE_SHARE = 0.2;

/**
 * Asks to change a reply in one way. An instruction in the agent's own words may ask for facts: then, and only then, the ticket and
 * the sources are there as well. It is what the agent wants and stands in a fence of its own, so that pasted text in it gains nothing.
 * @throws RangeError see `checkOptions`.
 */
export function buildRefinePrompt({ step, ticket, sources = [], ...rewrite }: Refinement, options: PromptOptions): Prompt {
  checkOptions(options);
  const task = (what: string): string => `You edit replies of a support team. Change the reply in the block "reply". ${what}`;
  const order = 'Write the changed reply now.';
  if (step.kind === 'translate') {
    const target = toLanguageWords(step.language);
    const what = `Translate it to ${target}, sentence by sentence, as a native support agent would write it. Names of products, buttons and menus stay as they are unless the glossary says otherwise.`;
    return buildRewritePrompt(
      { ...rewrite, language: step.language },
      { task: task(what), rules: [...keepFactsRules, ...outputRules], order },
      options,
    );
  }
  if (step.kind !== 'own') {
    return buildRewritePrompt(
      rewrite,
      { task: task(tasks[step.kind]), rules: [...keepFactsRules, ...outputRules], order },
      options,
    );
  }
  const { boundary, maxTokens } = options;
  const instruction = cleanLine(step.instruction, boundary, 1000);
  const wishTokens = maxTokens * (maxTokens < 900 ? 0.07 : 0.2);
  const wish = { name: 'wish', text: instruction.slice(0, findTokenEnd(instruction, wishTokens)) };
  const beside = maxTokens < 1500 ? 0 : maxTokens * BESIDE_SHARE;
  const packed = packSources(
    sources.map((source) => ({ ...source, score: 0 })),
    beside,
    boundary,
  );
  const conversation =
    ticket && beside > 0 ? [{ name: 'ticket', text: writeConversation(ticket, beside, 0, boundary).text }] : [];
  const prompt = buildRewritePrompt(
    rewrite,
    {
      task: task('Do with it what the agent wishes in the block "wish", as far as these rules allow.'),
      rules: [
        '- Facts that the wish does not touch stay exactly as they are, each with its mark like [1].',
        '- Add a fact only if it stands in the wish, or in a "source n" block: then write [n] behind it.',
        ...outputRules,
      ],
      order,
      blocks: [wish, ...conversation, ...packed.blocks],
    },
    options,
  );
  return { ...prompt, given: [...new Set([...findMarks(rewrite.marked), ...packed.given])].toSorted((a, b) => a - b) };
}
