import type { Ticket } from '../../domain/ticket.ts';
import type { CaseField, CaseNote, ThreadSummary, Triage } from '../../domain/triage.ts';
import { fold } from '../../text/fold.ts';
import { checkCaseNote } from './check-case-note.ts';
import { knownValues, type CaseFacts } from './known-values.ts';
import { toFieldLabel } from './to-note-text.ts';

/** What teams call the levels of urgency, most pressing last in each row. */
const urgencyNames: Readonly<Record<Triage['urgency'], readonly string[]>> = {
  low: ['low', 'minor', 'p4', '4', 'niedrig', 'baja', 'basse'],
  normal: ['normal', 'medium', 'standard', 'moderate', 'p3', '3', 'mittel', 'media', 'moyenne'],
  high: ['high', 'major', 'p2', '2', 'hoch', 'alta', 'haute'],
  urgent: ['urgent', 'critical', 'highest', 'blocker', 'p1', '1', 'dringend', 'kritisch', 'urgente', 'critique', 'high', 'hoch'],
};

/**
 * Fills the note from what is known without a model: fields by their name, choices by the one that the requester names.
 * A field that the ticket does not fill stays empty; where it is required, or where several values could be meant, the
 * problem says so. Never throws.
 */
export function fillCaseNote(ticket: Ticket, summary: ThreadSummary, triage: Triage, fields: readonly CaseField[]): CaseNote {
  const own = ticket.messages.filter((message) => message.role === 'requester' && message.visibility === 'public');
  const facts: CaseFacts = { ticket, summary, triage, said: [ticket.subject, ...own.map((message) => message.text)].join('\n') };
  const found = fields.map((field) => ({ field, values: findValues(field, facts) }));
  const note = checkCaseNote(
    Object.fromEntries(
      found.flatMap(({ field, values: [one, ...more] }) => (one && more.length === 0 ? [[field.name, one]] : [])),
    ),
    fields,
  );
  const unclear = found.filter(({ values }) => values.length > 1);
  return {
    ...note,
    problems: fields.flatMap(({ name }) => {
      const several = unclear.find(({ field }) => field.name === name);
      if (several) return [{ field: name, said: `Needs you: the ticket names ${several.values.join(' and ')}.` }];
      return note.problems.filter(({ field }) => field === name);
    }),
  };
}

function findValues(field: CaseField, facts: CaseFacts): string[] {
  const label = toFieldLabel(field.name).toLowerCase();
  const read = knownValues.find(([pattern]) => pattern.test(label))?.[1];
  const values = (read?.(facts) ?? []).filter((value) => value !== '');
  if (field.kind === 'choice') {
    const choices = field.choices ?? [];
    const meant = values.flatMap((value) => toChoice(value, choices));
    return meant.length > 0 ? meant : choices.filter((choice) => names(facts.said, choice));
  }
  if (field.kind === 'yes-no') return readYesNo(label, facts);
  if (field.kind === 'date' && values.length === 0) return [...new Set(facts.said.match(/\b20\d\d-\d\d-\d\d\b/g) ?? [])];
  return field.kind === 'text' ? values.map((value) => shorten(value, field.maxLength)) : values;
}

function toChoice(value: string, choices: readonly string[]): string[] {
  const same = choices.find((choice) => fold(choice) === fold(value));
  if (same) return [same];
  const names = Object.entries(urgencyNames).find(([level]) => level === value)?.[1] ?? [];
  const other = names.flatMap((name) => choices.find((choice) => fold(choice) === name) ?? []);
  return other.slice(0, 1);
}

/** Does the requester name it, as whole words? */
function names(said: string, choice: string): boolean {
  const words = ` ${fold(said).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const wanted = fold(choice)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return wanted !== '' && words.includes(` ${wanted} `);
}

function readYesNo(label: string, { ticket, triage }: CaseFacts): string[] {
  if (/attach/.test(label)) return [ticket.messages.some((message) => message.attachments.length > 0) ? 'yes' : 'no'];
  if (/\b(?:upset|angry|unhappy)\b/.test(label)) return [triage.sentiment === 'negative' ? 'yes' : 'no'];
  return /\b(?:urgent|urgency)\b/.test(label) ? [triage.urgency === 'urgent' ? 'yes' : 'no'] : [];
}

function shorten(text: string, maxLength: number | undefined): string {
  if (maxLength === undefined || text.length <= maxLength) return text;
  const cut = text.slice(0, Math.max(0, maxLength - 1));
  return `${cut.slice(0, cut.lastIndexOf(' ') > maxLength / 2 ? cut.lastIndexOf(' ') : undefined)}…`.slice(0, maxLength);
}
