import { z } from 'zod';
import { caseFieldSchema, type CaseField } from '../../domain/triage.ts';

/** The fields, or why not: one sentence each, naming the field. */
export type CaseFieldsResult =
  | { readonly ok: true; readonly fields: readonly CaseField[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const MAX_FIELDS = 30;
const listSchema = z.array(z.looseObject({ name: z.string() }));
const objectSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
});
const propertySchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  description: z.string().default(''),
  title: z.string().optional(),
  maxLength: z.number().int().positive().optional(),
});

/**
 * Reads a team's fields from JSON: a list as Deskside exports it, or a JSON Schema object whose properties hold one value
 * each. All or nothing: with a problem no field is taken. Never throws.
 */
export function parseCaseFields(json: string): CaseFieldsResult {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse('This is not JSON. Paste a list of fields or a JSON Schema object.');
  }
  const list = listSchema.safeParse(value);
  const object = objectSchema.safeParse(value);
  if (!list.success && !object.success) {
    return refuse(
      Array.isArray(value)
        ? 'Each field of the list needs a name.'
        : 'A JSON Schema needs “properties”; a list of fields begins with “[”.',
    );
  }
  const read = list.success ? list.data.map(readListed) : object.success ? readProperties(object.data) : [];
  const problems = read.flatMap((one) => (typeof one === 'string' ? [one] : []));
  const fields = read.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const twice = fields.find(({ name }, index) => fields.findIndex((other) => other.name === name) < index);
  if (twice) problems.push(`“${twice.name}” stands there twice.`);
  if (read.length === 0) problems.push('There is no field in it.');
  if (read.length > MAX_FIELDS) problems.push(`${read.length} fields are too many; keep at most ${MAX_FIELDS}.`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, fields };
}

function refuse(problem: string): CaseFieldsResult {
  return { ok: false, problems: [problem] };
}

function readListed(raw: { readonly name: string }): CaseField | string {
  return checkField({ kind: 'text', about: '', isRequired: false, ...raw }, raw.name);
}

function readProperties({ properties, required }: z.infer<typeof objectSchema>): (CaseField | string)[] {
  const unknown = required.filter((name) => !Object.hasOwn(properties, name));
  return [
    ...Object.entries(properties).map(([name, raw]) => readProperty(name, raw, required.includes(name))),
    ...unknown.map((name) => `“${name}” is required but has no property.`),
  ];
}

function readProperty(name: string, raw: unknown, isRequired: boolean): CaseField | string {
  const property = propertySchema.safeParse(raw);
  if (!property.success) return `“${name}” is not a property that can be read.`;
  const { type, enum: choices, format, description, title, maxLength } = property.data;
  const types = (Array.isArray(type) ? type : [type ?? 'string']).filter((one) => one !== 'null');
  const about = (description || title || '').slice(0, 200);
  const base = { name, about, isRequired };
  if (types.length !== 1) return `“${name}” may be of several types; keep one.`;
  if (choices) {
    const texts = choices.filter((one) => one !== null);
    if (!texts.every((one) => typeof one === 'string')) return `The choices of “${name}” have to be texts.`;
    return checkField({ ...base, kind: 'choice', choices: texts }, name);
  }
  const [only = ''] = types;
  switch (only) {
    case 'string':
      return checkField(
        format === 'date' || format === 'date-time'
          ? { ...base, kind: 'date' }
          : { ...base, kind: 'text', ...(maxLength === undefined ? {} : { maxLength }) },
        name,
      );
    case 'number':
    case 'integer':
      return checkField({ ...base, kind: 'number' }, name);
    case 'boolean':
      return checkField({ ...base, kind: 'yes-no' }, name);
    default:
      return `“${name}” is of type ${only}; a field holds a text, number, date, choice or yes-no.`;
  }
}

function checkField(field: unknown, name: string): CaseField | string {
  const parsed = caseFieldSchema.safeParse(field);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const part = String(issue?.path[0] ?? '');
    return part === 'name'
      ? `“${name}” is no name for a field: use letters, digits and _, at most 40, beginning with a letter.`
      : `“${name}”: ${part} is not right (${issue?.message ?? ''}).`;
  }
  const { kind, choices } = parsed.data;
  return kind === 'choice' && (choices ?? []).length === 0 ? `“${name}” is a choice without choices.` : parsed.data;
}
