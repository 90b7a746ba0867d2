import type { Result } from '../../domain/failure.ts';
import type { OfferedTool, OfferTrouble } from '../../domain/look-up.ts';
import { z } from 'zod';
import { LookUpError } from './guard-fetch.ts';
import { hashTool } from './hash-tool.ts';
import { openSession, type SessionRequest } from './open-session.ts';
import { cleanText } from './read-result.ts';

/** Longest text of a server's shown in Options, in characters. */
const MAX_TEXT_CHARS = 300;
const MAX_TOOLS = 200;

const parameterSchema = z
  .looseObject({ type: z.unknown(), description: z.unknown() })
  .catch({ type: undefined, description: undefined });

/** What a server offers now, for a person to tick. Calls none of it. Rejects only with the signal's reason. */
export async function listOfferedTools(
  request: SessionRequest,
  signal: AbortSignal,
): Promise<Result<OfferedTool[], OfferTrouble>> {
  try {
    const tools = await openSession(request, signal, (session) => session.listTools());
    const read = tools.slice(0, MAX_TOOLS).map(async (tool): Promise<OfferedTool> => {
      const required = new Set(tool.inputSchema.required ?? []);
      const parameters = Object.entries(tool.inputSchema.properties ?? {}).map(([name, raw]) => {
        const { type, description } = parameterSchema.parse(raw);
        return { name, type: toText(type), isRequired: required.has(name), description: toText(description) };
      });
      return {
        name: tool.name,
        title: toText(tool.title ?? tool.annotations?.title) || tool.name,
        description: toText(tool.description),
        isReadOnly: tool.annotations?.readOnlyHint === true,
        schemaHash: await hashTool(tool),
        parameters,
      };
    });
    return { ok: true, value: await Promise.all(read) };
  } catch (thrown) {
    signal.throwIfAborted();
    const said = cleanText(thrown instanceof Error ? thrown.message : String(thrown)).slice(0, MAX_TEXT_CHARS);
    const known =
      thrown instanceof LookUpError
        ? { trouble: thrown.trouble, ...(thrown.status === undefined ? {} : { status: thrown.status }) }
        : { trouble: 'garbled' as const };
    return { ok: false, error: { said, ...known } };
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? cleanText(value).slice(0, MAX_TEXT_CHARS) : '';
}
