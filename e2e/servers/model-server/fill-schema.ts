type JsonSchema = { readonly [key: string]: unknown };

/** A value that a JSON schema allows: the first of an enum, else the smallest of its type that has every property. */
export function fillSchema(schema: unknown, root: unknown = schema): unknown {
  if (!isSchema(schema)) return 'text';
  const { const: constant, enum: choices, $ref: ref, anyOf, oneOf, allOf } = schema;
  if (constant !== undefined) return constant;
  if (Array.isArray(choices)) return choices[0];
  if (typeof ref === 'string') return fillSchema(resolve(ref, root), root);
  for (const options of [anyOf, oneOf]) if (Array.isArray(options)) return fillSchema(options[0], root);
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map((part) => fillSchema(part, root)));
  const type = Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type'];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(isSchema(schema['properties']) ? schema['properties'] : {}).map(([name, of]) => [
          name,
          fillSchema(of, root),
        ]),
      );
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 1) }, () => fillSchema(schema['items'], root));
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? (schema['exclusiveMinimum'] === undefined ? 0 : Number(schema['exclusiveMinimum']) + 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'text'.padEnd(Number(schema['minLength'] ?? 0), '.').slice(0, Number(schema['maxLength'] ?? 1000));
  }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve(ref: string, root: unknown): unknown {
  const steps = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  return steps.reduce<unknown>((at, step) => (isSchema(at) ? at[step] : undefined), root);
}
