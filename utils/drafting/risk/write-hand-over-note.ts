import type { DraftOutcome } from '../../domain/draft.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { countWords, trimWords } from '../summary/trim-words.ts';
import { describeRisks } from './describe-risks.ts';

/** What a hand-over note is written from. */
export type HandOverParts = Pick<Extract<DraftOutcome, { kind: 'handed-over' }>, 'risks' | 'summary' | 'triage'>;

/** Words of the whole note: read before the ticket is opened. */
const MAX_WORDS = 120;
const MAX_QUOTES = 3;
const MAX_QUOTE_WORDS = 9;

/**
 * The internal note for whoever takes the ticket, plain text in English around the requester's own words: why, what they
 * wrote, goal, what blocks it, what was promised, what is next, tags. At most 120 words. Never throws.
 */
export function writeHandOverNote({ risks, summary, triage }: HandOverParts, ticket: Ticket): string {
  const quotes = risks.map(({ quotes: [first] }) => first?.text ?? '').filter((text) => text !== '');
  const lines = [
    `For a person: ${describeRisks(risks.filter(({ level }) => level === 'hand-over').map(({ kind }) => kind))}`,
    line(
      `${ticket.requester.name || 'The requester'} wrote`,
      quotes.slice(0, MAX_QUOTES).map((text) => `“${trimWords(text, MAX_QUOTE_WORDS)}”`),
    ),
    line('Goal', [summary.goal]),
    line('Blocks', [summary.blocks]),
    line('Promised', summary.promised.length > 0 ? summary.promised : ['Nothing yet.']),
    line('Next', [summary.next]),
    line('Tags', [triage.tags.join(', ')]),
  ].filter((one) => one !== '');
  let left = MAX_WORDS;
  return lines
    .flatMap((one) => {
      const kept = trimWords(one, left);
      left -= countWords(kept);
      return kept === '' ? [] : [kept];
    })
    .join('\n');
}

function line(label: string, parts: readonly string[]): string {
  const text = parts
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
  return text === '' ? '' : `${label}: ${text}`;
}
