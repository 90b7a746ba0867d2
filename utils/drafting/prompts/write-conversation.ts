import type { Message, Ticket } from '../../domain/ticket.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { fitMiddle, indent } from './fit-text.ts';
import { cleanLine } from './prompt.ts';

export type Conversation = {
  /** Set in the order of time. */
  readonly text: string;
  readonly tokens: number;
};

/** A message that gets less than this is left out instead. */
const LEAST_MESSAGE_TOKENS = 30;
/** One earlier message takes at most this share of what is left, so that one long mail does not push out the rest. */
const MOST_OF_EARLIER = 0.4;
const HEAD_TOKENS = 60;
/** "(10000 older messages are left out)" */
const NOTE_TOKENS = 20;

/** Public messages only: what the requester wrote since the last reply, and what came before. */
function splitTurn(ticket: Ticket): { readonly turn: readonly Message[]; readonly earlier: readonly Message[] } {
  const open = ticket.messages.filter((message) => message.visibility === 'public');
  const reply = open.findLastIndex((message) => message.role === 'agent');
  const from =
    reply < open.length - 1
      ? reply + 1
      : Math.max(
          0,
          open.findLastIndex((message) => message.role === 'requester'),
        );
  return { turn: open.slice(from), earlier: open.slice(0, from) };
}

/** Tokens that the requester's newest turn would take uncut; counting stops at `most`. */
export function countTurn(ticket: Ticket, most: number): number {
  let tokens = HEAD_TOKENS * 1.5;
  for (const message of splitTurn(ticket).turn.toReversed()) {
    tokens += estimateTokens(message.text.slice(0, most * 8)) * 1.2 + 20;
    if (tokens > most) break;
  }
  return Math.max(0, Math.min(tokens, most));
}

/**
 * Subject, requester's name and messages: the newest turn in `turnTokens`, earlier messages in what `earlierTokens` adds, newest
 * first; how many are left out is said. Internal notes never get in. Each line of a message is set in, so that no text can look
 * like a message of somebody else's. At most `turnTokens + earlierTokens` tokens.
 */
export function writeConversation(ticket: Ticket, turnTokens: number, earlierTokens: number, boundary: string): Conversation {
  const { turn, earlier } = splitTurn(ticket);
  const lines = [`Subject: ${cleanLine(ticket.subject, boundary)}`, `From: ${cleanLine(ticket.requester.name, boundary, 80)}`];
  const most = Math.min(HEAD_TOKENS, turnTokens * 0.2);
  const head = lines.map((line) => fitMiddle(line, most, boundary).replaceAll('\n', ' ')).filter((line) => line !== '');
  const headTokens = head.reduce((sum, line) => sum + estimateTokens(line) + 2, NOTE_TOKENS);
  const newest = takeNewest(turn, turnTokens - headTokens, 1, boundary);
  const isWhole = newest.texts.length === turn.length;
  const before = isWhole
    ? takeNewest(earlier, earlierTokens + turnTokens - headTokens - newest.tokens, MOST_OF_EARLIER, boundary)
    : { texts: [], tokens: 0 };
  const left = turn.length + earlier.length - newest.texts.length - before.texts.length;
  const note = left === 0 ? [] : [`(${left} older ${left === 1 ? 'message is' : 'messages are'} left out)`];
  const text = [head.join('\n'), ...note, ...before.texts, ...newest.texts].filter((part) => part !== '').join('\n\n');
  return { text, tokens: estimateTokens(text) };
}

function takeNewest(
  messages: readonly Message[],
  maxTokens: number,
  share: number,
  boundary: string,
): { readonly texts: string[]; readonly tokens: number } {
  const texts: string[] = [];
  let left = maxTokens;
  for (const message of messages.toReversed()) {
    if (left < LEAST_MESSAGE_TOKENS) break;
    const said = `${message.role}, ${message.at.slice(0, 16).replace('T', ' ')}:`;
    const around = estimateTokens(said) + 4;
    const most = Math.min(left, Math.max(left * share, LEAST_MESSAGE_TOKENS * 3)) - around;
    const words = fitIndented(message.text, most, boundary);
    if (words === '' && message.text.trim() !== '') break;
    const entry = `${said}\n${words}`;
    texts.unshift(entry);
    left -= estimateTokens(entry) + 3;
  }
  return { texts, tokens: maxTokens - left };
}

/** Setting in costs tokens too, about one a line: a text of many short lines is cut until it fits. */
export function fitIndented(text: string, maxTokens: number, boundary: string): string {
  for (let most = maxTokens; most >= LEAST_MESSAGE_TOKENS / 3;) {
    const fitted = indent(fitMiddle(text, most, boundary));
    const tokens = estimateTokens(fitted);
    if (tokens <= maxTokens) return fitted;
    most = Math.min(most * 0.8, (most * maxTokens) / tokens - 2);
  }
  return '';
}
