import type { ServerResponse } from 'node:http';
import { fillSchema } from './fill-schema.ts';
import type { ModelMood } from './model-mood.ts';
import type { ModelRequest } from './model-request.ts';
import { obeyOrders } from './obey-orders.ts';
import { readBlocks } from './read-blocks.ts';

/** Lets what was written leave before the connection is broken. */
const BEFORE_CUT_MS = 50;

/** Answers one chat request in the given mood; resolves when all is said or the client has gone. */
export async function playReply(request: ModelRequest, mood: ModelMood, response: ServerResponse): Promise<void> {
  const { body } = request;
  const refused = findRefusal(request, mood);
  if (mood.firstByteMs) await pause(mood.firstByteMs, response);
  if (response.destroyed) return;
  if (refused !== undefined)
    return answerJson(response, 400, { error: { message: refused, type: 'invalid_request_error', param: null, code: null } });
  if (mood.body !== undefined || (mood.status ?? 200) >= 400) {
    response.writeHead(mood.status ?? 200, { 'content-type': 'application/json', ...mood.headers });
    return void response.end(mood.body ?? JSON.stringify({ error: { message: 'The server is in a bad mood.' } }));
  }
  const calls = body.tool === undefined ? undefined : JSON.stringify(fillSchema(body.tool.parameters));
  const text =
    body.schema === undefined ? (mood.text ?? obeyOrders(readBlocks(body.messages))) : JSON.stringify(fillSchema(body.schema));
  if (!body.stream) return answerWhole(request, calls, text, response, mood);
  response.writeHead(mood.status ?? 200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', ...mood.headers });
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  if (calls === undefined) await playTokens(request, text, mood, response);
  else playToolCall(body.tool?.name ?? '', calls, response);
  if (response.destroyed) return;
  if (mood.cutAfterTokens !== undefined) {
    await pause(BEFORE_CUT_MS, response);
    return void response.destroy();
  }
  response.write(toChunk({}, calls === undefined ? 'stop' : 'tool_calls'));
  if (body.includesUsage) response.write(`data: ${JSON.stringify({ choices: [], usage: countUsage(request, text) })}\n\n`);
  response.end('data: [DONE]\n\n');
}

function findRefusal({ body }: ModelRequest, { refuses = [] }: ModelMood): string | undefined {
  if (body.schema !== undefined && refuses.includes('json_schema'))
    return 'response_format of type json_schema is not supported.';
  if (body.isJsonObject && refuses.includes('json_object')) return 'response_format of type json_object is not supported.';
  if (body.tool !== undefined && refuses.includes('tools')) return 'This model does not support tools.';
  if (body.includesUsage && refuses.includes('stream_options')) return 'Unrecognized request argument supplied: stream_options';
  return undefined;
}

async function playTokens(request: ModelRequest, text: string, mood: ModelMood, response: ServerResponse): Promise<void> {
  const { tokensPerSecond = Infinity, stall, cutAfterTokens = Infinity } = mood;
  const tokens = text.match(/\s*\S+|\s+$/g) ?? [];
  let begun = performance.now();
  for (const [index, token] of tokens.slice(0, cutAfterTokens).entries()) {
    if (stall && index === stall.afterTokens) {
      await pause(stall.ms, response);
      begun += stall.ms;
    }
    const early = begun + (index * 1000) / tokensPerSecond - performance.now();
    if (early >= 1) await pause(early, response);
    if (response.destroyed) return;
    request.firstTokenAt ??= Date.now();
    request.tokens += 1;
    response.write(toChunk({ content: token }));
  }
}

/** Arguments come in two pieces, as servers stream them. */
function playToolCall(name: string, args: string, response: ServerResponse): void {
  const middle = Math.ceil(args.length / 2);
  const call = (part: object): object => ({ tool_calls: [{ index: 0, ...part }] });
  response.write(
    toChunk({
      role: 'assistant',
      ...call({ id: 'call_1', type: 'function', function: { name, arguments: args.slice(0, middle) } }),
    }),
  );
  response.write(toChunk(call({ function: { arguments: args.slice(middle) } })));
}

function answerWhole(
  request: ModelRequest,
  calls: string | undefined,
  text: string,
  response: ServerResponse,
  mood: ModelMood,
): void {
  const { body } = request;
  const message =
    calls === undefined
      ? { role: 'assistant', content: text }
      : {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: body.tool?.name ?? '', arguments: calls } }],
        };
  const finish = calls === undefined ? 'stop' : 'tool_calls';
  answerJson(response, mood.status ?? 200, {
    object: 'chat.completion',
    model: body.model,
    choices: [{ index: 0, message, finish_reason: finish }],
    usage: countUsage(request, text),
  });
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function toChunk(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

/** Tokens by the rule of thumb of four characters each. */
function countUsage({ body }: ModelRequest, text: string): object {
  const prompt = Math.ceil(body.messages.map(({ content }) => content).join('').length / 4);
  const completion = Math.ceil(text.length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** Waits, or ends at once when the client goes away. */
function pause(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.once('close', done);
  });
}
