import type { IncomingMessage } from 'node:http';
import type { PromptMessage } from './read-blocks.ts';

/** What a client asked; times are in milliseconds since 1970, so that they can be compared with a page's. */
export type ModelRequest = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** As it came. */
  readonly text: string;
  readonly body: ChatBody;
  /** The body has come. */
  readonly at: number;
  /** The first piece of text was handed to the connection. */
  firstTokenAt: number | undefined;
  /** The answer was given whole. */
  endedAt: number | undefined;
  /** The client closed the connection before the answer had been given whole. */
  closedAt: number | undefined;
  /** Pieces of text handed over. */
  tokens: number;
};

type Tool = { readonly function?: { readonly name?: string; readonly parameters?: unknown } };

/** The parts of a chat request that the server looks at. */
export type ChatBody = {
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly PromptMessage[];
  readonly includesUsage: boolean;
  readonly schema: unknown;
  readonly isJsonObject: boolean;
  readonly tool: { readonly name: string; readonly parameters: unknown } | undefined;
};

/** Reads a body as far as it is a chat request; whatever is missing is empty. */
export function readChatBody(text: string): ChatBody {
  const body = parse(text);
  const format = asRecord(body['response_format']);
  const [tool] = Array.isArray(body['tools']) ? (body['tools'] as Tool[]) : [];
  const messages = Array.isArray(body['messages']) ? (body['messages'] as { role?: unknown; content?: unknown }[]) : [];
  return {
    model: typeof body['model'] === 'string' ? body['model'] : '',
    stream: body['stream'] === true,
    messages: messages.map(({ role, content }) => ({
      role: String(role),
      content: typeof content === 'string' ? content : JSON.stringify(content ?? ''),
    })),
    includesUsage: asRecord(body['stream_options'])['include_usage'] === true,
    schema: format['type'] === 'json_schema' ? (asRecord(format['json_schema'])['schema'] ?? {}) : undefined,
    isJsonObject: format['type'] === 'json_object',
    tool: tool?.function ? { name: tool.function.name ?? '', parameters: tool.function.parameters } : undefined,
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
