import { z } from 'zod';
import type { CaseField } from '../../domain/triage.ts';

/**
 * What a model may answer for a note in these fields; `z.toJSONSchema` makes the JSON schema of it. No key is required, so
 * that nothing has to be made up: what is missing is said by `checkCaseNote`.
 */
export function toCaseSchema(fields: readonly CaseField[]): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(fields.map((field) => [field.name, toFieldSchema(field).describe(field.about).optional()])),
  );
}

function toFieldSchema({ kind, choices, maxLength }: CaseField): z.ZodType {
  switch (kind) {
    case 'text':
      return maxLength === undefined ? z.string() : z.string().max(maxLength);
    case 'number':
      return z.number();
    case 'date':
      return z.iso.date();
    case 'choice':
      return choices && choices.length > 0 ? z.enum(choices) : z.string();
    case 'yes-no':
      return z.boolean();
  }
}
