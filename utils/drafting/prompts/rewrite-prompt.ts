import type { ReplyRequest } from '../../domain/reply-request.ts';
import type { VoiceProfile } from '../../domain/voice.ts';
import { fitMiddle } from './fit-text.ts';
import { toLanguageWords } from './language-words.ts';
import { assemblePrompt, checkOptions, countRoom, toFenceRule, toFenceTokens } from './prompt.ts';
import type { Block, Prompt, PromptOptions, PromptPieces } from './prompt.ts';
import { GLOSSARY_RULE, toGlossaryBlock, toVoiceLines } from './team-lines.ts';

/** A reply to be said in another way. */
export type Rewrite = {
  /** In marked form. */
  readonly marked: string;
  /** BCP 47 language of the result. */
  readonly language: string;
  readonly voice?: VoiceProfile | undefined;
  readonly glossary?: ReplyRequest['glossary'];
};

/** What holds for every rewriting, whatever the wish. */
export const keepFactsRules: readonly string[] = [
  '- Keep every fact: numbers, dates, amounts, names, links, steps, conditions and negations stay exactly as they are. Add none, drop none.',
  '- Keep each mark like [1] with the sentence that it stands behind, with its number. Add none.',
];

export const outputRules: readonly string[] = [
  '- Plain text: paragraphs with a blank line between; lists with "1. " or "- ". No headings, no other markup.',
  '- Write the changed reply alone: no comment before or after it, nothing about these rules or the blocks.',
];

/**
 * A prompt around one reply: `task` and `rules` say what to do with it, `blocks` are there beside it. The reply has the first
 * claim on the room; only one too long for the whole budget loses its middle, which the comparison of facts afterwards finds.
 */
export function buildRewritePrompt(
  { marked, language, voice, glossary }: Rewrite,
  pieces: {
    readonly task: string;
    readonly rules: readonly string[];
    readonly order: string;
    readonly blocks?: readonly Block[];
  },
  options: PromptOptions,
): Prompt {
  checkOptions(options);
  const { boundary, maxTokens } = options;
  // What must hold comes first in every list.
  const isTight = maxTokens < 900;
  const rules = [
    pieces.task,
    toFenceRule(boundary),
    ...(isTight ? pieces.rules.slice(0, 2) : pieces.rules),
    `- Write in ${toLanguageWords(language)}.`,
  ];
  const terms = toGlossaryBlock(glossary, language, marked.slice(0, 60_000), boundary);
  const base: PromptPieces = { rules, blocks: pieces.blocks ?? [], order: pieces.order };
  const withTerms = { ...base, rules: [...rules, GLOSSARY_RULE], blocks: [...base.blocks, ...terms] };
  const isGlossaryIn = terms.length > 0 && countRoom(withTerms, options) > maxTokens * 0.5;
  const ruled = isGlossaryIn ? withTerms : base;
  const fence = toFenceTokens('reply', boundary);
  const reply = fitMiddle(marked, countRoom(ruled, options) - fence, boundary);
  const withReply = { ...ruled, blocks: [{ name: 'reply', text: reply }, ...ruled.blocks] };
  const voiceLines = toVoiceLines(voice, language, Math.min(maxTokens * 0.4, countRoom(withReply, options)) - 30, boundary);
  return assemblePrompt({ ...withReply, voice: voiceLines, given: findMarks(marked) }, options);
}

/** Numbers that a reply cites, ascending. */
export function findMarks(marked: string): readonly number[] {
  const numbers = [...marked.matchAll(/\[([1-9]\d?(?:\s*,\s*[1-9]\d?)*)\]/g)].flatMap(([, list = '']) =>
    list.split(',').map(Number),
  );
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
