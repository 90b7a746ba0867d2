import type { Ticket } from '../../domain/ticket.ts';
import type { CaseField, ThreadSummary } from '../../domain/triage.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { fitMiddle } from './fit-text.ts';
import { countBlock } from './pack-sources.ts';
import { assemblePrompt, cleanLine, countRoom, toFenceRule, toFenceTokens, type Prompt, type PromptOptions } from './prompt.ts';
import { writeConversation } from './write-conversation.ts';

/**
 * Asks for the note of a case as JSON, one key a field of the team's; what the ticket does not say stays out. What comes back is
 * validated field by field elsewhere. @throws RangeError see `checkOptions`.
 */
export function buildCaseNotePrompt(
  {
    ticket,
    summary,
    fields,
  }: { readonly ticket: Ticket; readonly summary: ThreadSummary; readonly fields: readonly CaseField[] },
  options: PromptOptions,
): Prompt {
  const { boundary } = options;
  const base = {
    rules: [
      'You fill in the note of a support case. Answer with one JSON object and nothing else. Its keys are the names in the block "fields".',
      toFenceRule(boundary),
      '- Fill a field only from the block "ticket" or "summary". Leave out a key for which they say nothing; guess nothing.',
      '- number: digits with a point; date: YYYY-MM-DD; choice: one of its choices, letter by letter; yes-no: true or false.',
    ],
    blocks: [],
    order: 'Write the JSON object now.',
    answer: 'json' as const,
  };
  let left = countRoom(base, options);
  const lines: string[] = [];
  let fieldTokens = left * 0.5 - toFenceTokens('fields', boundary);
  for (const field of fields) {
    const line = toFieldLine(field, boundary);
    fieldTokens -= estimateTokens(line) + 1;
    if (fieldTokens < 0) break;
    lines.push(line);
  }
  const fieldBlock = { name: 'fields', text: lines.join('\n') };
  left -= countBlock(fieldBlock, boundary);
  const summaryText = toSummaryText(summary);
  const fitted = fitMiddle(summaryText, left * 0.3 - toFenceTokens('summary', boundary), boundary);
  const summaryBlock = fitted === '' ? [] : [{ name: 'summary', text: fitted }];
  left -= summaryBlock.reduce((sum, block) => sum + countBlock(block, boundary), 0) + toFenceTokens('ticket', boundary);
  const blocks = [fieldBlock, ...summaryBlock, { name: 'ticket', text: writeConversation(ticket, left, 0, boundary).text }];
  return assemblePrompt({ ...base, blocks }, options);
}

function toFieldLine({ name, kind, about, choices, maxLength, isRequired }: CaseField, boundary: string): string {
  const details = [
    kind,
    ...(kind === 'choice' && choices ? [`one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`] : []),
    ...(kind === 'text' && maxLength !== undefined ? [`at most ${maxLength} characters`] : []),
    ...(isRequired ? ['required'] : []),
  ];
  return cleanLine(`${name} (${details.join('; ')}): ${about}`, boundary, 600);
}

function toSummaryText({ goal, blocks, promised, next }: ThreadSummary): string {
  const rows = [
    ['Goal', goal],
    ['In the way', blocks],
    ['Promised', promised.join('; ')],
    ['Next', next],
  ];
  return rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n');
}
