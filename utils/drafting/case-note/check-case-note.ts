import type { CaseField, CaseNote } from '../../domain/triage.ts';
import { readFieldValue } from './read-field-value.ts';

/** Said of a field that the ticket does not fill. */
export const NEEDS_YOU = 'Needs you: the ticket does not say it.';

/**
 * The note in what a model answered or an agent typed: values that fit their fields, and for each that does not, or is
 * required and missing, the field and what to do. Keys that no field has are left out. Never throws.
 */
export function checkCaseNote(value: unknown, fields: readonly CaseField[]): CaseNote {
  const given = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const note: CaseNote = { values: {}, problems: [], by: 'rules' };
  for (const field of fields) {
    const reading = readFieldValue(field, given.get(field.name));
    if (reading.kind === 'fits') note.values[field.name] = reading.value;
    else if (reading.kind === 'misfits') note.problems.push({ field: field.name, said: reading.said });
    else if (field.isRequired) note.problems.push({ field: field.name, said: NEEDS_YOU });
  }
  return note;
}
