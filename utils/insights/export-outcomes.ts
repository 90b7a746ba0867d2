import type { OutcomeRow } from '../domain/outcome.ts';
import { toCsv, type CsvCell } from './csv.ts';

const header = [
  'at',
  'step',
  'helpdesk',
  'ticket',
  'opportunity',
  'agent_id',
  'agent',
  'draft',
  'language',
  'writer',
  'draft_ms',
  'reason',
  'note',
  'edited',
  'edit_share',
  'retained_share',
  'sources',
];

/** Outcome rows as CSV, oldest first, each row id once. The texts of drafts and replies are left out: they hold what requesters wrote. */
export function exportOutcomes(rows: readonly OutcomeRow[]): string {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return toCsv(header, once.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1)).map(toCells));
}

const ofSomeSteps = ['draftId', 'language', 'writer', 'draftMs', 'reason', 'note', 'edited', 'editShare', 'retainedShare'];

function toCells(row: OutcomeRow): CsvCell[] {
  const { at, step, helpdesk, ticketId, opportunityId, agent } = row;
  const fields = new Map<string, unknown>(Object.entries(row));
  const sources =
    'sources' in row ? row.sources.map(({ sourceId, articleId }) => `${sourceId}/${articleId}`).join(' | ') : undefined;
  const ofEveryStep = [at, step, helpdesk, ticketId, opportunityId, agent.id, agent.name];
  return [...ofEveryStep, ...ofSomeSteps.map((name) => toCell(fields.get(name))), sources];
}

function toCell(value: unknown): CsvCell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
