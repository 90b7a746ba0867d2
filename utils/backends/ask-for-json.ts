import { FailureError } from '../domain/failure.ts';
import type { JsonRequest, ModelMessage } from '../ports/language-model.ts';
import { askServer, readText, type Server } from './ask-server.ts';
import type { UsedTokens } from './read-chunk.ts';
import { readLooseJson } from './read-loose-json.ts';
import { isHtml, readSaid } from './read-said.ts';
import { toFields, toWireMessages, type RequestShape } from './request-shape.ts';
import { readWhole } from './stream-chat.ts';
import { stripThinking } from './strip-thinking.ts';

export type JsonAnswer = { readonly value: unknown; readonly tokens?: UsedTokens };

/**
 * One try at one JSON object, by the means that the shape names. Throws `FailureError`s as `askServer` does, `backend-garbled`,
 * and `model-nonsense` for an answer that holds no object.
 */
export async function askForJson(
  server: Server,
  request: JsonRequest,
  shape: RequestShape,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const { messages, ...means } = toMeans(request, shape);
  const body = {
    model: server.endpoint.model,
    messages: toWireMessages(shape, messages),
    ...toFields(shape, request.maxTokens, false),
    ...means,
  };
  const answer = await askServer(server, '/chat/completions', body, signal);
  const { host } = answer;
  const text = await readText(answer);
  if (text.trim() === '' || isHtml(text)) {
    const said = text.trim() === '' ? 'The answer is empty.' : readSaid(text, server.key);
    throw new FailureError({ kind: 'backend-garbled', host, said });
  }
  const { text: content, toolArguments, used } = readCompletion(text, host, server.key);
  const value = readObject(toolArguments) ?? readLooseJson(stripThinking(content));
  if (value === undefined) throw new FailureError({ kind: 'model-nonsense', host, why: 'The answer holds no JSON object.' });
  return { value, ...(used ? { tokens: used } : {}) };
}

function readCompletion(text: string, host: string, key: string): ReturnType<typeof readWhole> {
  try {
    // Some proxies stream whether they were asked to or not.
    if (!text.startsWith('data:')) return readWhole(text, host, key);
    const events = text.match(/(?<=^data: ?)\{.*$/gm) ?? [];
    const chunks = events.map((event) => readWhole(event, host, key));
    return {
      text: chunks.map((chunk) => chunk.text).join(''),
      toolArguments: chunks.map(({ toolArguments }) => (typeof toolArguments === 'string' ? toolArguments : '')).join(''),
      finish: chunks.findLast(({ finish }) => finish)?.finish,
      used: chunks.findLast(({ used }) => used)?.used,
    };
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    const said = 'The answer is not JSON of the expected form.';
    throw new FailureError({ kind: 'backend-garbled', host, said }, { cause: thrown });
  }
}

function readObject(toolArguments: unknown): unknown {
  return typeof toolArguments === 'string' ? readLooseJson(toolArguments) : (toolArguments ?? undefined);
}

function toMeans(
  { name, schema, messages }: JsonRequest,
  shape: RequestShape,
): { readonly messages: readonly ModelMessage[] } & Record<string, unknown> {
  const { $schema: _dialect, ...plain } = schema;
  switch (shape.json) {
    case 'schema': {
      const strict = isStrict(plain);
      const json_schema = { name, schema: strict ? dropLimits(plain) : plain, strict };
      return { messages, response_format: { type: 'json_schema', json_schema } };
    }
    case 'tool': {
      const tool = { type: 'function', function: { name, description: 'Takes the answer.', parameters: plain } };
      return { messages, tools: [tool], tool_choice: { type: 'function', function: { name } } };
    }
    case 'prompt': {
      const order = `Answer with one JSON object, nothing else. It follows this JSON Schema:\n${JSON.stringify(plain)}`;
      const first = messages[0];
      return first?.role === 'system'
        ? { messages: [{ role: 'system', content: `${first.content}\n\n${order}` }, ...messages.slice(1)] }
        : { messages: [{ role: 'system', content: order }, ...messages] };
    }
  }
}

/**
 * May the server be told to hold to the schema exactly? Only when every object names all of its fields as required and allows no others.
 * @see https://developers.openai.com/api/docs/guides/structured-outputs
 */
function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const { type, properties, required, additionalProperties } = schema as Readonly<Record<string, unknown>>;
  const names = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const isClosed =
    type !== 'object' ||
    (additionalProperties === false && Array.isArray(required) && names.every((name) => required.includes(name)));
  return isClosed && Object.values(schema).every(isStrict);
}

/** Limits that strict servers refuse, each other ones. Whoever asked checks the answer against the whole schema anyway. */
const LIMITS = new Set(
  'minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems default'.split(
    ' ',
  ),
);

function dropLimits(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(dropLimits);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, value]) => {
      if (name === 'properties' && typeof value === 'object' && value !== null)
        return [[name, Object.fromEntries(Object.entries(value).map(([field, one]) => [field, dropLimits(one)]))]];
      return LIMITS.has(name) ? [] : [[name, name === 'enum' || name === 'const' ? value : dropLimits(value)]];
    }),
  );
}
