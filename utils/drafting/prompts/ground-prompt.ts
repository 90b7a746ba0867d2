import type { ReplyRequest } from '../../domain/reply-request.ts';
import { isLookUpPassage } from '../../domain/look-up.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { fitMiddle } from './fit-text.ts';
import { toLanguageWords } from './language-words.ts';
import { countSources, packSources, toCandidates } from './pack-sources.ts';
import { assemblePrompt, checkOptions, countRoom, toFenceRule, toFenceTokens } from './prompt.ts';
import type { Prompt, PromptOptions } from './prompt.ts';
import { NO_ANSWER, toRequiredRule } from './reply-prompt.ts';
import { outputRules } from './rewrite-prompt.ts';
import { toVoiceLines } from './team-lines.ts';
import { countTurn, writeConversation } from './write-conversation.ts';

/**
 * Asks to correct a reply that was written without sources by those found since, and to cite them. The reply comes first, then
 * sources, then the requester's newest turn. @throws RangeError see `checkOptions`.
 */
export function buildGroundPrompt(
  { marked, request }: { readonly marked: string; readonly request: ReplyRequest },
  options: PromptOptions,
): Prompt {
  checkOptions(options);
  const { boundary, maxTokens } = options;
  const { passages, language, voice, ticket } = request;
  const base = {
    rules: [
      'You check replies of a support team against its sources, and correct them. The reply to check is in the block "reply".',
      toFenceRule(boundary),
      '- Each fact in the result must stand in a "source n" block: correct what is said otherwise there, take out what no source says.',
      '- After each sentence that rests on source n write [n]: Refunds take 5 days. [2]',
      '- Where sources contradict each other, follow the newer and more specific one.',
      ...(maxTokens < 900 ? [] : toRequiredRule(request)),
      '- Leave manner, order and wording as they are where the facts hold.',
      `- If the sources say nothing on what is asked, reply with exactly ${NO_ANSWER} and nothing else.`,
      `- Write in ${toLanguageWords(language)}.`,
      ...(maxTokens < 900 ? [] : outputRules),
    ],
    blocks: [],
    order: 'Write the corrected reply now.',
  };
  const voiceTokens = Math.min(maxTokens * 0.2, countRoom(base, options) - 300) - 30;
  const pieces = { ...base, voice: toVoiceLines(voice, language, voiceTokens, boundary) };
  let left = countRoom(pieces, options) - toFenceTokens('reply', boundary);
  const reply = fitMiddle(marked, Math.min(left, Math.max(left * 0.5, left - countSources(passages, left, boundary))), boundary);
  left -= estimateTokens(reply);
  const turn = countTurn(ticket, left);
  const sources = packSources(toCandidates(request), left - Math.min(turn, left * 0.25), boundary);
  left -= sources.tokens + toFenceTokens('ticket', boundary);
  const conversation = left < 120 ? [] : [{ name: 'ticket', text: writeConversation(ticket, left, 0, boundary).text }];
  const isLive = passages.some(({ passage }) => isLookUpPassage(passage));
  const blocks = [...conversation, { name: 'reply', text: reply, ...(isLive ? { isLive } : {}) }, ...sources.blocks];
  return assemblePrompt({ ...pieces, blocks, given: sources.given, questions: request.questions }, options);
}
