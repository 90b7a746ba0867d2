import type { CaseField, CaseNote } from '../../domain/triage.ts';

/** "order_number", "orderNumber" → "Order number". */
export function toFieldLabel(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/_+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? name : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

/** The note for copying: one line a field that has a value, in the order of the fields. */
export function toNoteText(note: CaseNote, fields: readonly CaseField[]): string {
  return fields
    .flatMap(({ name }) => {
      const value = note.values[name];
      return value === undefined ? [] : [`${toFieldLabel(name)}: ${typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value}`];
    })
    .join('\n');
}
