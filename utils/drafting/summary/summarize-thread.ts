import type { Message, Ticket } from '../../domain/ticket.ts';
import type { ThreadSummary } from '../../domain/triage.ts';
import { splitSentences } from '../../text/sentences.ts';
import { toTerms } from '../../text/terms.ts';
import { cleanMessage } from '../clean-message.ts';
import { findQuestions } from '../find-questions.ts';
import { toSentenceIntent } from '../sentence-intent.ts';
import { toTopic } from '../ticket-topic.ts';
import { isCommitment } from './commitments.ts';
import { countWords, trimWords } from './trim-words.ts';

/** Words of all parts together: what is read in ten seconds. */
const MAX_WORDS = 60;
const MAX_GOAL_WORDS = 20;
const MAX_BLOCKS_WORDS = 14;
const MAX_PROMISE_WORDS = 11;
const MAX_PROMISES = 2;

/**
 * The thread in at most 60 words, each in its own: sentences of public messages, cut at their end, never put otherwise.
 * `next` begins with who is to act; "Ana → Maria" alone says that Ana owes Maria a reply to the goal. Parts that the thread
 * does not tell are ''. `language` is the thread's, BCP 47. Time linear in the thread's length. Never throws.
 */
export function summarizeThread(ticket: Ticket, language: string): ThreadSummary {
  const open = ticket.messages.filter((message) => message.visibility === 'public');
  const newest = open.at(-1);
  const turnStart = open.findLastIndex((message) => message.role === 'agent' && !asksBack(message)) + 1;
  const asked = findAsked(open, turnStart, language);
  const goal = trimWords(asked.at(0) ?? toSubject(ticket), MAX_GOAL_WORDS);
  const isOver = newest?.role === 'requester' && asksOf(newest, language).length === 0 && newest.text.trim() !== '';
  const blocks = isOver ? '' : trimWords(findTrouble(open, asked[0] ?? '', language), MAX_BLOCKS_WORDS);
  const promised = findPromises(open).map((one) => trimWords(one, MAX_PROMISE_WORDS));
  const told = [goal, blocks, ...promised].reduce((sum, part) => sum + countWords(part), 0);
  const next = isOver ? '' : trimWords(toNext(ticket, open, asked, language), Math.max(4, MAX_WORDS - told));
  return { goal, blocks, promised, next, language, by: 'rules' };
}

function partsOf(message: Message): string[] {
  return cleanMessage(message.text, message.author.name)
    .filter((part) => part.kind !== 'log')
    .map((part) => part.text);
}

function sentencesOf(message: Message): string[] {
  return partsOf(message).flatMap((part) => splitSentences(part).map(({ text }) => text));
}

/** What the requester asks now; else what they asked last. Questions and requests before statements. */
function findAsked(open: readonly Message[], turnStart: number, language: string): string[] {
  const now = open.slice(turnStart).flatMap((message) => asksOf(message, language));
  const found = now.some(isAsking) ? now : (findLastAsking(open.slice(0, turnStart), language) ?? now);
  return [...found.filter(isAsking), ...found.filter((one) => !isAsking(one))];
}

function asksOf(message: Message, language: string): string[] {
  return message.role === 'requester' ? findQuestions(cleanMessage(message.text, message.author.name), language, true) : [];
}

function asksBack(message: Message): boolean {
  return sentencesOf(message).some((text) => /[?？]/.test(text));
}

/** "(no subject)" is what a helpdesk writes where there is none. */
function toSubject(ticket: Ticket): string {
  return /^\(.*\)$/.test(ticket.subject.trim()) ? '' : toTopic(ticket.subject);
}

function findLastAsking(open: readonly Message[], language: string): string[] | undefined {
  for (const message of open.toReversed()) {
    const asked = asksOf(message, language);
    if (asked.some(isAsking)) return asked;
  }
  return undefined;
}

function isAsking(text: string): boolean {
  const intent = toSentenceIntent(text);
  return intent === 'question' || intent === 'request';
}

/** Fewer say that something is wrong, and not what. */
const TELLING_TERMS = 3;

/** The newest statement of trouble of the requester's that says what it is, and that the goal does not say already. */
function findTrouble(open: readonly Message[], goal: string, language: string): string {
  let vague = '';
  for (const message of open.toReversed()) {
    if (message.role !== 'requester') continue;
    const troubles = sentencesOf(message).filter((text) => toSentenceIntent(text) === 'problem' && !goal.includes(text));
    const telling = troubles.find((text) => new Set(toTerms(text, language)).size >= TELLING_TERMS);
    if (telling) return telling;
    vague ||= troubles[0] ?? '';
  }
  return vague;
}

/** The team's last promises, oldest first. */
function findPromises(open: readonly Message[]): string[] {
  const promises: string[] = [];
  for (const message of open.toReversed()) {
    if (promises.length >= MAX_PROMISES) break;
    if (message.role === 'agent') promises.unshift(...sentencesOf(message).filter(isCommitment).slice(-MAX_PROMISES));
  }
  return promises.slice(-MAX_PROMISES);
}

/** Who is to act, and on which words. */
function toNext(ticket: Ticket, open: readonly Message[], asked: readonly string[], language: string): string {
  const newest = open.at(-1);
  if (!newest) return '';
  const agent = ticket.agent?.name || open.findLast((message) => message.role === 'agent')?.author.name || ticket.queue;
  if (newest.role === 'agent') {
    const back = findQuestions(cleanMessage(newest.text, newest.author.name), language, false).find((one) => one.includes('?'));
    if (back) return `${ticket.requester.name}: ${back}`;
    const promise = sentencesOf(newest).findLast(isCommitment);
    return promise ? `${newest.author.name}: ${promise}` : ticket.requester.name;
  }
  const other = asked.slice(1).findLast(isAsking);
  // Who owes the reply is not known: an arrow from nobody says nothing.
  if (agent === '') return other ?? '';
  const toWhom = `${agent} → ${ticket.requester.name}`;
  return other ? `${toWhom}: ${other}` : toWhom;
}
