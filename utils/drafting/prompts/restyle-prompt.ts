import type { Prompt, PromptOptions } from './prompt.ts';
import { buildRewritePrompt, keepFactsRules, outputRules, type Rewrite } from './rewrite-prompt.ts';

/** Asks for the same facts and marks in the team's voice. @throws RangeError see `checkOptions`. */
export function buildRestylePrompt(rewrite: Rewrite, options: PromptOptions): Prompt {
  return buildRewritePrompt(
    rewrite,
    {
      task: 'You edit replies of a support team. Say the reply in the block "reply" in the team\'s voice.',
      rules: [...keepFactsRules, ...outputRules],
      order: "Write the reply in the team's voice now.",
    },
    options,
  );
}
