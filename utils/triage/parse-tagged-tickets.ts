import Papa from 'papaparse';
import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import { toTriageFailure, type TriageFailure } from './triage-failure.ts';

/** A ticket's text with the label that the team gave it. */
export type TaggedTicket = { readonly text: string; readonly label: string };

/** Names of the columns or fields that are understood, the best first. */
const TEXT_NAMES = ['text', 'message', 'body', 'description', 'ticket', 'subject'];
const LABEL_NAMES = ['label', 'intent', 'tag', 'category', 'topic', 'reason'];
/** More are a data warehouse; fitting them would take minutes. */
const MAX_ROWS = 50_000;

const recordSchema = z.record(z.string(), z.unknown());
type Row = { readonly place: string; readonly cells: ReadonlyMap<string, string> };

/**
 * Tagged tickets from a table with a first row of names, or from one JSON object a line. The text stands under `text` (or message, body, description), the label under
 * `label` (or intent, tag, category). Rows without a label are left out; any other fault refuses the whole with row and remedy.
 */
export function parseTaggedTickets(text: string, kind: 'csv' | 'jsonl'): Result<readonly TaggedTicket[], TriageFailure> {
  const plain = text.replace(/^\uFEFF/, '');
  const rows = kind === 'csv' ? readTable(plain) : readLines(plain);
  if (!rows.ok) return rows;
  if (rows.value.length === 0)
    return refuse('There are no tickets in this file. Add a row for each ticket, with its text and its label.');
  if (rows.value.length > MAX_ROWS)
    return refuse(`The file has ${rows.value.length} tickets, and at most 50,000 can be read. Keep the newest ones.`);
  const tickets: TaggedTicket[] = [];
  for (const { place, cells } of rows.value) {
    const textName = TEXT_NAMES.find((name) => cells.has(name));
    const labelName = LABEL_NAMES.find((name) => cells.has(name));
    if (!textName || !labelName) {
      const missing = textName ? 'label' : 'text';
      return refuse(`${place} has no “${missing}”; it has ${list([...cells.keys()])}. Name the ${missing} “${missing}”.`);
    }
    const own = cells.get(textName)?.trim() ?? '';
    const label = cells.get(labelName)?.trim() ?? '';
    if (label === '') continue;
    if (own === '') return refuse(`${place} has a label but no text. Fill in its text or take the row out.`);
    tickets.push({ text: own, label });
  }
  if (tickets.length === 0) return refuse('No ticket in this file has a label. Fill in the column “label”.');
  return { ok: true, value: tickets };
}

function readTable(text: string): Result<readonly Row[], TriageFailure> {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken)
    return refuse(`Row ${(broken.row ?? 0) + 1}: a quotation mark is not closed. Close it, or export the table again as CSV.`);
  const [names = [], ...rows] = data;
  const keys = names.map((name) => name.trim().toLowerCase());
  return {
    ok: true,
    value: rows.map((cells, at) => ({
      place: `Row ${at + 2}`,
      cells: new Map(keys.map((key, column) => [key, cells[column] ?? ''])),
    })),
  };
}

function readLines(text: string): Result<readonly Row[], TriageFailure> {
  const rows: Row[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `Line ${at + 1}`;
    const record = recordSchema.safeParse(parseJson(line)).data;
    if (!record)
      return refuse(`${place} is not a JSON object. Write each ticket as {"text": "…", "label": "…"} on a line of its own.`);
    const cells = Object.entries(record).flatMap(([key, value]) => {
      const cell = typeof value === 'number' ? String(value) : value;
      return typeof cell === 'string' ? [[key.trim().toLowerCase(), cell] as const] : [];
    });
    rows.push({ place, cells: new Map(cells) });
  }
  return { ok: true, value: rows };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function list(names: readonly string[]): string {
  return names.length === 0
    ? 'nothing'
    : names
        .slice(0, 8)
        .map((name) => `“${name.slice(0, 40)}”`)
        .join(', ');
}

function refuse(said: string): Result<never, TriageFailure> {
  return toTriageFailure('unreadable-rows', said);
}
