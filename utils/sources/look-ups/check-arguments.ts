import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/client/validators/cf-worker';
import type { JsonSchemaType, Tool } from '@modelcontextprotocol/client';
import { z } from 'zod';
import type { ToolArguments } from './fill-arguments.ts';

const jsonSchema = z.custom<JsonSchemaType>((value) => typeof value === 'object' && value !== null);
const propertiesSchema = z.record(z.string(), z.looseObject({ type: z.unknown() }).catch({ type: undefined })).catch({});

/** The JSON type that a tool's schema names for each of its parameters. */
export function readParameterTypes(inputSchema: Tool['inputSchema']): Record<string, unknown> {
  const properties = propertiesSchema.parse(inputSchema.properties ?? {});
  return Object.fromEntries(Object.entries(properties).map(([name, { type }]) => [name, type]));
}

/**
 * Why these values may not be sent, or `undefined` when they fit the tool's JSON Schema. A parameter that the schema does not
 * name does not fit, whatever the schema says of others; a schema that cannot be read fits nothing.
 */
export function findArgumentFault(inputSchema: Tool['inputSchema'], values: ToolArguments): string | undefined {
  const known = readParameterTypes(inputSchema);
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) return `The tool has no parameter "${unknown}".`;
  try {
    const checked = new CfWorkerJsonSchemaValidator().getValidator(jsonSchema.parse(inputSchema))(values);
    return checked.valid ? undefined : checked.errorMessage;
  } catch {
    return 'The tool’s schema cannot be read.';
  }
}
