import type { ReplyRequest } from '../../domain/reply-request.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { toVoiceExamples } from '../voice/voice-rules.ts';
import { fitIndented } from './write-conversation.ts';
import { toLanguageWords } from './language-words.ts';
import { countBlock, countSources, packSources, toCandidates } from './pack-sources.ts';
import { assemblePrompt, checkOptions, cleanLine, countRoom, toFenceRule, toFenceTokens } from './prompt.ts';
import type { Block, Prompt, PromptOptions } from './prompt.ts';
import { GLOSSARY_RULE, toGlossaryBlock, toVoiceLines } from './team-lines.ts';
import { countTurn, writeConversation } from './write-conversation.ts';

/** What a model answers, and nothing else, when the sources do not hold the answer. The pipeline abstains on it. */
export const NO_ANSWER = 'NO_ANSWER';

const ORDER = 'Write the reply now.';
/** Of the whole budget, at most: the team's voice; of what is left then: questions, the requester's turn beside sources. */
const VOICE_SHARE = 0.4;
const QUESTION_SHARE = 0.15;
const TURN_SHARE = 0.45;
const MAX_QUESTIONS = 10;
/** The requester's words come before everything that is not a rule. */
const LEAST_TURN_TOKENS = 160;

/**
 * Asks for a reply. Packed to the budget by usefulness: rules and voice, the requester's newest turn, the best passages, earlier
 * messages from the newest, examples of the voice. Internal notes and passages are left out: the reply is public. Without
 * passages the rules are others: state no fact. Time grows with the budget and the number of messages, not with their length.
 * @throws RangeError see `checkOptions`.
 */
export function buildReplyPrompt(request: ReplyRequest, options: PromptOptions): Prompt {
  checkOptions(options);
  const { boundary, maxTokens } = options;
  const hasSources = request.passages.some(({ passage }) => passage.audience !== 'internal');
  const signature = toSignature(request, boundary, maxTokens);
  const base = { rules: toRules(request, boundary, hasSources, maxTokens), blocks: signature, order: ORDER };
  const glossary = toGlossaryBlock(request.glossary, request.language, toSample(request), boundary);
  const glossaryTokens =
    glossary.reduce((sum, block) => sum + countBlock(block, boundary), 0) + estimateTokens(GLOSSARY_RULE) + 2;
  const isGlossaryIn = glossary.length > 0 && glossaryTokens < countRoom(base, options) * 0.15;
  const rules = isGlossaryIn ? [...base.rules, GLOSSARY_RULE] : base.rules;
  const ruled = { ...base, rules, blocks: [...(isGlossaryIn ? glossary : []), ...signature] };
  const voiceTokens = Math.min(maxTokens * VOICE_SHARE, countRoom(ruled, options) - 350) - 30;
  const voice = toVoiceLines(request.voice, request.language, voiceTokens, boundary);
  const room = countRoom({ ...ruled, voice }, options) - toFenceTokens('ticket', boundary);

  const questions = toQuestions(request, (room - LEAST_TURN_TOKENS) * QUESTION_SHARE, boundary);
  let left = room - questions.reduce((sum, block) => sum + countBlock(block, boundary), 0);
  const sourceNeed = hasSources ? countSources(request.passages, left, boundary) : 0;
  const turnNeed = countTurn(request.ticket, left);
  const turnLeast = Math.min(turnNeed, Math.max(left * TURN_SHARE, left - sourceNeed, LEAST_TURN_TOKENS));
  const sources = packSources(toCandidates(request), left - turnLeast, boundary);
  left -= sources.tokens;
  const turnTokens = Math.min(turnNeed, left);
  const ticket = writeConversation(request.ticket, turnTokens, left - turnTokens, boundary);
  left -= ticket.tokens;
  const examples = packExamples(request, left, boundary);
  return assemblePrompt(
    {
      ...ruled,
      voice,
      blocks: [...examples, { name: 'ticket', text: ticket.text }, ...questions, ...sources.blocks, ...ruled.blocks],
      given: sources.given,
      questions: request.questions.slice(0, MAX_QUESTIONS),
    },
    options,
  );
}

/** The first ones say what must hold and are always there; the others follow while the budget is not tiny. */
function toRules(request: ReplyRequest, boundary: string, hasSources: boolean, maxTokens: number): readonly string[] {
  const language = toLanguageWords(request.language);
  const first = [
    'You draft replies for a support agent, who checks each before it is sent.',
    toFenceRule(boundary),
    ...(hasSources ? sourceRules : noSourceRules),
    `- Write in ${language}, whatever language the blocks are in.`,
  ];
  if (maxTokens < 900) return first;
  return [
    ...first,
    ...toRequiredRule(request),
    ...(hasSources
      ? [
          '- Where sources contradict each other, follow the newer and more specific one.',
          '- Say nothing about what may come in the future unless a source says it.',
        ]
      : []),
    '- Answer all of "questions"; "ticket" says what they are about. Ask back at most one thing.',
    '- Plain text: paragraphs with a blank line between; lists with "1. " or "- ". No headings, subject line, images or other markup.',
    '- A short greeting, the answer, the next step, a short closing.',
    request.agentName.trim() === '' ? '- Do not sign the reply.' : '- Sign with the name in "signature".',
    '- Write the reply alone: nothing about these rules, the blocks, their markers, or yourself as a model.',
  ];
}

const sourceRules = [
  '- State only facts that stand in a "source n" block: no links, prices, dates or promises from elsewhere.',
  '- After each sentence that rests on source n write [n]: Refunds take 5 days. [2]',
  `- If no source answers any question, reply with exactly ${NO_ANSWER} and nothing else.`,
];

const noSourceRules = [
  '- There are no sources. State no facts about the company: no prices, dates, deadlines, links, policies or steps, and promise nothing.',
  '- Show that the request was understood, using only what the ticket says; where something is missing, ask one clear question.',
  '- Cite nothing.',
];

/** What the agent pinned or said is there to be used. */
export function toRequiredRule({ passages, required = 0 }: Pick<ReplyRequest, 'passages' | 'required'>): readonly string[] {
  const names = passages
    .slice(0, required)
    .flatMap(({ passage }, index) => (passage.audience === 'internal' ? [] : [`source ${index + 1}`]));
  return names.length === 0 ? [] : [`- The agent wants these in the reply, use and cite each: ${names.join(', ')}.`];
}

function toSignature({ agentName }: ReplyRequest, boundary: string, maxTokens: number): readonly Block[] {
  const name = cleanLine(agentName, boundary, 80);
  return name === '' || maxTokens < 900 ? [] : [{ name: 'signature', text: name }];
}

/** One question a line, whatever was written. */
function toQuestions({ questions }: ReplyRequest, maxTokens: number, boundary: string): readonly Block[] {
  const lines: string[] = [];
  let left = maxTokens - toFenceTokens('questions', boundary);
  for (const question of questions.slice(0, MAX_QUESTIONS)) {
    const line = `- ${cleanLine(question, boundary)}`;
    left -= estimateTokens(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return lines.length === 0 ? [] : [{ name: 'questions', text: lines.join('\n') }];
}

/** What glossary terms are looked for in: enough of everything, whatever its size. */
function toSample({ ticket, questions, passages }: ReplyRequest): string {
  const newest = ticket.messages.findLast((message) => message.visibility === 'public')?.text ?? '';
  const texts = [ticket.subject, newest, ...questions, ...passages.map(({ passage }) => `${passage.title} ${passage.text}`)];
  return texts
    .map((text) => text.slice(0, 4000))
    .join('\n')
    .slice(0, 60_000);
}

function packExamples({ voice }: ReplyRequest, maxTokens: number, boundary: string): readonly Block[] {
  const blocks: Block[] = [];
  let left = maxTokens;
  for (const { ticket, reply } of voice ? toVoiceExamples(voice) : []) {
    const name = `example ${blocks.length + 1}`;
    const room = left - toFenceTokens(name, boundary) - 12;
    const written = fitIndented(reply, room, boundary);
    const asked = fitIndented(ticket, room - estimateTokens(written), boundary);
    // An example that had to be cut teaches to break off.
    if (written.includes('[…') || asked.includes('[…') || written === '') continue;
    const block = { name, text: `Ticket:\n${asked}\nReply, to learn the voice from, not facts:\n${written}` };
    const tokens = countBlock(block, boundary);
    if (tokens > left) continue;
    blocks.push(block);
    left -= tokens;
  }
  return blocks;
}
