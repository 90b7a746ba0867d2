import type { Message, Ticket } from '../domain/ticket.ts';
import { detectLanguage } from '../text/language.ts';
import { cleanMessage, type MessagePart } from './clean-message.ts';
import { findQuestions, shorten } from './find-questions.ts';
import { findHints, type Hints } from './risk/find-hints.ts';
import { toSentenceIntent } from './sentence-intent.ts';

/** What a ticket asks of the agent now. `language` is the requester's, BCP 47. */
export type Understanding =
  | {
      readonly kind: 'asks';
      /** One each, in the requester's words, oldest first; never empty. */
      readonly questions: readonly string[];
      readonly language: string;
      /** Subject and earlier public messages: what a follow-up leans on. Never a word of an internal note. */
      readonly context: string;
      /** The requester's newest public message. */
      readonly newest: Message;
      /** Why not to draft, where the knowledge does not cover what is asked. */
      readonly hints: Hints;
    }
  | { readonly kind: 'nothing-to-answer' | 'waiting-for-requester' | 'empty-ticket'; readonly language: string };

/** A reply longer than this answers half of it at best. */
const MAX_QUESTIONS = 8;
/** Polish, Czech, Hungarian, Turkish, Romanian … */
const OTHER_LETTERS = /[ąćęłńśźżčďěňřšťůžőűğıțșăđ]/iu;
const MAX_CONTEXT_LENGTH = 2000;

/**
 * Reads the requester's turn: everything public they wrote since the agent's last public reply. A reply that only asked
 * back leaves the questions before it open. Text of a ticket is never more than text: whatever it orders, only what it
 * asks about is looked up. Never throws.
 */
export function understandTicket(ticket: Ticket): Understanding {
  const open = ticket.messages.filter((message) => message.visibility === 'public');
  const language = detectTicketLanguage(ticket, open);
  const newestOpen = open.at(-1);
  if (!newestOpen) return { kind: 'empty-ticket', language };
  if (newestOpen.role === 'agent') return { kind: 'waiting-for-requester', language };

  const turnStart = open.findLastIndex((message) => message.role === 'agent') + 1;
  const newest = open.findLast((message, index) => message.role === 'requester' && index >= turnStart);
  if (!newest) return { kind: 'waiting-for-requester', language };

  const turn = open.slice(turnStart);
  const ask = (messages: readonly Message[], statementsToo: boolean): string[] =>
    messages
      .filter((message) => message.role === 'requester')
      .flatMap((message) => findQuestions(toOwnWords(message), language, statementsToo));
  const stillOpen = askedBack(open[turnStart - 1]) ? ask(open.slice(0, turnStart - 1), true) : [];
  // What is told in answer to "which one?" is a fact for the open question, not a question.
  const now = ask(turn, stillOpen.length === 0);
  const isBareThanks =
    now.length === 0 &&
    turn.some((message) => toOwnWords(message).length > 0) &&
    !turn.some((message) => toOwnWords(message).some((part) => toSentenceIntent(part.text) !== 'pleasantry'));
  const earlier = isBareThanks ? [] : stillOpen.slice(0, Math.max(0, MAX_QUESTIONS - now.length));
  // "help", or an empty message with a subject: little, but not nothing.
  const little = isBareThanks ? '' : [turnStart === 0 ? ticket.subject : '', ...turn.flatMap(toWords)].join(' ').trim();
  const found = [...new Set([...earlier, ...now])].slice(0, MAX_QUESTIONS);
  const questions = found.length > 0 || little === '' ? found : [shorten(little)];
  if (questions.length === 0) return { kind: 'nothing-to-answer', language };

  const said = [ticket.subject, ...open.flatMap(toWords)].join(' ');
  return {
    kind: 'asks',
    questions,
    language,
    context: toContext(ticket, open),
    newest,
    hints: findHints(questions, said, language),
  };
}

/** The text of what the requester wrote in this turn, without pleasantries of form; for matching conditions. */
function toOwnWords(message: Message): MessagePart[] {
  return cleanMessage(message.text, message.author.name);
}

function toWords(message: Message): string[] {
  return toOwnWords(message)
    .filter((part) => part.kind !== 'log')
    .map((part) => part.text);
}

function askedBack(message: Message | undefined): boolean {
  return message !== undefined && toOwnWords(message).some((part) => /[?？]/.test(part.text));
}

function toContext(ticket: Ticket, open: readonly Message[]): string {
  const said = open.toReversed().map((message) =>
    toOwnWords(message)
      .map((part) => part.text)
      .join('\n'),
  );
  return [ticket.subject, ...said].join('\n').slice(0, MAX_CONTEXT_LENGTH);
}

/** Newest first: the newest message with enough text decides, then all of them together, then the subject. */
function detectTicketLanguage(ticket: Ticket, open: readonly Message[]): string {
  const texts = open
    .filter((message) => message.role === 'requester')
    .toReversed()
    .map((message) => toWords(message).join('\n'));
  const tries = [...texts, texts.join('\n'), `${ticket.subject}\n${texts.join('\n')}`].map(detectLanguage);
  const sure = tries.find((one) => one.sure);
  // An unsure guess is better than none, unless letters tell of a language that we do not know.
  const guess = OTHER_LETTERS.test(texts.join('')) ? undefined : tries.at(-1);
  return (sure ?? guess ?? { language: 'en' }).language;
}
