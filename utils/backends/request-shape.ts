import type { Failure } from '../domain/failure.ts';
import type { ModelMessage } from '../ports/language-model.ts';
import type { Server } from './ask-server.ts';
import type { BackendDeps } from './backend-deps.ts';
import { quirksOf, type JsonMeans, type LimitField } from './quirks.ts';

/** Tokens that a model may think beside its answer; without room its answer would be empty. */
export const THINKING_TOKENS = 4000;
/** Models that think before they answer. Others are found out by an answer that is all thought. */
const thinkers =
  /(?:^|[/:_-])(?:o\d|gpt-(?:[5-9]|oss)|gemini-(?:2\.5|[3-9])|qwq|magistral|deepseek-r|claude-.*-5|glm-[45])|qwen3(?!.*instruct)|think|reason/i;
/** OpenAI's models that take `reasoning_effort`: a reply to a ticket wants little of it, and its first word soon. */
const effortModels = /^(?:o\d|gpt-[5-9])(?!.*chat)/;

/** What one model behind one server is sent beside its messages; see `quirks.ts` for where it begins, `reshape` for how it changes. */
export type RequestShape = {
  /** The first is used; none left: no limit is sent. */
  readonly limits: readonly LimitField[];
  readonly asksUsage: boolean;
  readonly asksLittleThought: boolean;
  readonly hasThinkingRoom: boolean;
  /** Takes messages of the role `system`; otherwise they go in front of the first one of the user. */
  readonly hasSystemRole: boolean;
  readonly json: JsonMeans;
};

/** What was found out, for as long as the worker lives. Keyed by the deps too, so that nothing goes from test to test. */
const known = new WeakMap<BackendDeps, Map<string, RequestShape>>();
const toName = ({ endpoint }: Server): string => `${endpoint.preset ?? ''} ${endpoint.baseUrl} ${endpoint.model}`;

export function readShape(server: Server): RequestShape {
  const found = known.get(server.deps)?.get(toName(server));
  if (found) return found;
  const { limits, asksUsage, json, key } = quirksOf(server.endpoint);
  const isOpenAi = limits[0] === 'max_completion_tokens' && key !== 'anthropic';
  return {
    limits,
    asksUsage,
    json,
    asksLittleThought: isOpenAi && effortModels.test(server.endpoint.model),
    hasThinkingRoom: thinkers.test(server.endpoint.model),
    hasSystemRole: true,
  };
}

/** Call with a shape that worked. */
export function noteShape(server: Server, shape: RequestShape): void {
  const shapes = known.get(server.deps) ?? new Map<string, RequestShape>();
  known.set(server.deps, shapes.set(toName(server), shape));
}

export function toFields(shape: RequestShape, maxTokens: number, isStream: boolean): Record<string, unknown> {
  const [limit] = shape.limits;
  return {
    ...(limit ? { [limit]: maxTokens + (shape.hasThinkingRoom ? THINKING_TOKENS : 0) } : {}),
    ...(isStream && shape.asksUsage ? { stream_options: { include_usage: true } } : {}),
    ...(shape.asksLittleThought ? { reasoning_effort: 'low' } : {}),
  };
}

export function toWireMessages(shape: RequestShape, messages: readonly ModelMessage[]): readonly ModelMessage[] {
  if (shape.hasSystemRole) return messages;
  const orders = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const others = messages.filter(({ role }) => role !== 'system');
  const first = others.findIndex(({ role }) => role === 'user');
  return others.map((message, index) =>
    index === first ? { ...message, content: [...orders, message.content].join('\n\n') } : message,
  );
}

/** Statuses by which servers refuse a field; some say 404 or 500 where others say 400. */
const REFUSALS = [400, 404, 415, 422, 500, 501];
const isUnknownField =
  /unsupported|not (?:currently |yet )?(?:supported|permitted|allowed|implemented)|(?:does|do) ?n[o']t support|unrecogni[sz]ed|unknown|unexpected|extra (?:inputs|fields)|invalid (?:parameter|argument|field)/i;

/**
 * A shape without what the server refused, or `undefined` when it refused something else. Each change takes something away, so
 * that there is an end to it.
 */
export function reshape(shape: RequestShape, failure: Failure, asks: 'text' | 'json'): RequestShape | undefined {
  if (failure.kind !== 'backend-rejected' || !REFUSALS.includes(failure.status)) return undefined;
  const { said } = failure;
  if (asks === 'json') {
    if (shape.json === 'schema' && /response_format|json|schema|structured|grammar|guided/i.test(said))
      return { ...shape, json: 'tool' };
    if (shape.json === 'tool' && /tool|function/i.test(said)) return { ...shape, json: 'prompt' };
  }
  if (!isUnknownField.test(said)) return undefined;
  const names = {
    usage: /stream_options|include_usage/.test(said),
    thought: /reasoning/.test(said),
    limit: /max_(?:completion_)?tokens/.test(said),
    system: /system|developer/i.test(said),
  };
  if (names.usage && shape.asksUsage) return { ...shape, asksUsage: false };
  if (names.thought && shape.asksLittleThought) return { ...shape, asksLittleThought: false };
  if (names.limit && shape.limits.length > 0) return { ...shape, limits: shape.limits.slice(1) };
  if (names.system && shape.hasSystemRole) return { ...shape, hasSystemRole: false };
  // Some say that there is a field too many and not which.
  if (!/extra (?:inputs|fields)/i.test(said)) return undefined;
  if (shape.asksUsage || shape.asksLittleThought) return { ...shape, asksUsage: false, asksLittleThought: false };
  if (asks === 'json' && shape.json !== 'prompt') return { ...shape, json: shape.json === 'schema' ? 'tool' : 'prompt' };
  return shape.limits.length > 0 ? { ...shape, limits: shape.limits.slice(1) } : undefined;
}
