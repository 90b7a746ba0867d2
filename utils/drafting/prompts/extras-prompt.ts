import { z } from 'zod';
import type { Ticket } from '../../domain/ticket.ts';
import { riskKindSchema } from '../../domain/triage.ts';
import { toLanguageWords } from './language-words.ts';
import { assemblePrompt, cleanLine, countRoom, toFenceRule, toFenceTokens, type Prompt, type PromptOptions } from './prompt.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { countTurn, writeConversation } from './write-conversation.ts';

/** What a model is asked for beside the reply. Every field is there, empty where nothing is to be said: servers that hold a model to a schema want that. */
export const extrasSchema = z.object({
  /** One of the intents named in the prompt, or a few words; empty: none fits. */
  intent: z.string(),
  urgency: z.enum(['low', 'normal', 'high', 'urgent']),
  sentiment: z.enum(['negative', 'neutral', 'positive']),
  /** Reasons why a person must decide, each with the requester's own words; usually none. */
  risks: z.array(z.object({ kind: riskKindSchema, quote: z.string() })),
  /** Short, lower case; models give more than five. */
  tags: z.array(z.string()),
  summary: z.object({ goal: z.string(), blocks: z.string(), promised: z.array(z.string()), next: z.string() }),
});

/**
 * Asks for `extrasSchema`: what the ticket is about, how pressing it is, what is risky in it, and a summary in `language` (the
 * agent's) of at most 60 words. `intents`: labels to choose from. @throws RangeError see `checkOptions`.
 */
export function buildExtrasPrompt(
  {
    ticket,
    language,
    intents = [],
  }: { readonly ticket: Ticket; readonly language: string; readonly intents?: readonly string[] },
  options: PromptOptions,
): Prompt {
  const { boundary, maxTokens } = options;
  const base = {
    rules: [
      'You read a support ticket and answer with one JSON object and nothing else, with exactly these keys:',
      '{"intent": "…", "urgency": "low|normal|high|urgent", "sentiment": "negative|neutral|positive", "risks": [{"kind": "…", "quote": "…"}], "tags": [], "summary": {"goal": "…", "blocks": "…", "promised": [], "next": "…"}}',
      toFenceRule(boundary),
      ...(maxTokens < 900
        ? []
        : [
            intents.length > 0
              ? '- intent: the one label in "intents" that fits the newest message; "" if none does.'
              : '- intent: what the newest message wants, in two to five words.',
            '- risks: only those of refund, legal, safety, churn, abuse, privacy that the requester really brings up, each with words of the ticket as quote, letter for letter; usually none: [].',
            '- tags: at most five, short, lower case.',
          ]),
      `- summary, in ${toLanguageWords(language)}, at most 60 words together, only from the ticket: goal (what the requester wants), blocks (what is in the way), promised (what the team has promised so far), next (what has to be done, by whom). "" or [] where the ticket does not say.`,
    ],
    blocks: [],
    order: 'Write the JSON object now.',
    answer: 'json' as const,
  };
  const room = countRoom(base, options);
  const labels = toLabels(intents, Math.min(room * 0.4, maxTokens * 0.25) - toFenceTokens('intents', boundary), boundary);
  const blocks = labels === '' ? [] : [{ name: 'intents', text: labels }];
  const left = countRoom({ ...base, blocks }, options) - toFenceTokens('ticket', boundary);
  const turn = Math.max(left * 0.6, Math.min(left, countTurn(ticket, left)));
  const text = writeConversation(ticket, Math.min(turn, left), left - Math.min(turn, left), boundary).text;
  return assemblePrompt({ ...base, blocks: [...blocks, { name: 'ticket', text }] }, options);
}

function toLabels(intents: readonly string[], maxTokens: number, boundary: string): string {
  const lines: string[] = [];
  let left = maxTokens;
  for (const intent of intents) {
    const line = cleanLine(intent, boundary, 80);
    left -= estimateTokens(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return lines.join('\n');
}
