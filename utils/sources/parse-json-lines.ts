import { z } from 'zod';
import type { Source } from '../domain/passage.ts';
import { MAX_ROWS, type ParsedTable } from './parse-csv.ts';
import { readRow, type ParsedRow } from './read-row.ts';
import { toReason, UnreadableError } from './unreadable-error.ts';

const recordSchema = z.record(z.string(), z.unknown());
const listSchema = z.array(z.unknown());

/** One JSON object a line, each an article; blank lines are left out, a broken one is listed and stops nothing. */
export function parseJsonLines(text: string): ParsedTable {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, place: `line ${index + 1}` }]));
  return readAll(lines.map(({ line, place }) => ({ place, read: () => parseJson(line) })));
}

/** One JSON document: a list of objects, an object with such a list in it, or one object. */
export function parseJsonFile(text: string): ParsedTable {
  // What is called ".json" is often one object a line.
  const whole = canParse(text) ? parseJson(text) : undefined;
  if (whole === undefined) return parseJsonLines(text);
  const record = recordSchema.safeParse(whole).data ?? {};
  const lists = Object.values(record).filter((value) =>
    listSchema.safeParse(value).data?.some((each) => recordSchema.safeParse(each).success),
  );
  const list = listSchema.safeParse(Array.isArray(whole) ? whole : lists.length === 1 ? lists[0] : [whole]).data ?? [];
  return readAll(list.map((each, index) => ({ place: `entry ${index + 1}`, read: () => each })));
}

function readAll(entries: readonly { readonly place: string; readonly read: () => unknown }[]): ParsedTable {
  if (entries.length === 0) throw new UnreadableError('there is no text in it');
  if (entries.length > MAX_ROWS) throw new UnreadableError('it has more than 100,000 entries; divide it');
  const rows: ParsedRow[] = [];
  const unreadable: Source['unreadable'] = [];
  for (const { place, read } of entries) {
    try {
      const record = recordSchema.safeParse(read());
      if (!record.success) throw new UnreadableError('it is no object with named values');
      const row = readRow(toCells('', record.data));
      rows.push({ ...row, key: row.key || place });
    } catch (thrown) {
      unreadable.push({ name: place, reason: toReason(thrown) });
    }
  }
  return { rows, unreadable };
}

/** Values as text: lists with commas, objects inside as "outer inner". */
function toCells(prefix: string, record: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const name = prefix ? `${prefix} ${key}` : key;
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return [[name, value.map(toText).join(', ')] as const];
    const inner = recordSchema.safeParse(value);
    // Two levels hold every export that we know; what lies deeper is data, not text.
    if (inner.success && typeof value === 'object')
      return prefix ? [[name, JSON.stringify(value)] as const] : toCells(name, inner.data);
    return [[name, toText(value)] as const];
  });
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableError('it is not whole JSON');
  }
}
