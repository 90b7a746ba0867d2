import { z } from 'zod';
import type { TokenUse } from '../domain/spending.ts';

export type UsedTokens = Omit<TokenUse, 'isEstimated'>;

/** Text, or parts of which only those of type `text` are shown: Mistral's thinking models send what they think as other parts. */
const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.unknown().optional() }))])
  .nullish()
  .transform((content) =>
    typeof content === 'string'
      ? content
      : (content ?? []).map(({ type, text }) => (type === 'text' && typeof text === 'string' ? text : '')).join(''),
  );
const toolCallsSchema = z
  .array(z.looseObject({ function: z.looseObject({ arguments: z.unknown().optional() }) }))
  .nullish()
  .catch(undefined);
const messageSchema = z.looseObject({ content: contentSchema, tool_calls: toolCallsSchema });
const choiceSchema = z.looseObject({
  delta: messageSchema.nullish(),
  message: messageSchema.nullish(),
  finish_reason: z.string().nullish(),
});

const count = z.number().int().nonnegative().optional().catch(undefined);
const usageSchema = z
  .looseObject({
    prompt_tokens: count,
    completion_tokens: count,
    total_tokens: count,
    /** As Anthropic's own answers name them. */
    input_tokens: count,
    output_tokens: count,
  })
  .nullish()
  .catch(undefined);
/** llama.cpp: prompt_n is without what its cache held. */
const timingsSchema = z.looseObject({ prompt_n: count, cache_n: count, predicted_n: count }).nullish().catch(undefined);

/** What is read of an answer or a part of one; whatever else a server adds is left aside, what the model thinks among it. */
const chunkSchema = z.looseObject({
  choices: z.array(choiceSchema).nullish(),
  usage: usageSchema,
  timings: timingsSchema,
});

export type ReadChunk = {
  readonly text: string;
  /** Arguments of the first tool call, as the server gives them: JSON text, or a value. */
  readonly toolArguments: unknown;
  readonly finish: string | undefined;
  readonly used: UsedTokens | undefined;
};

/** Throws `z.ZodError` for anything that is no completion or chunk of one. */
export function readChunk(value: unknown): ReadChunk {
  const chunk = chunkSchema.parse(value);
  const choice = chunk.choices?.[0];
  const message = choice?.delta ?? choice?.message;
  return {
    text: message?.content ?? '',
    toolArguments: message?.tool_calls?.[0]?.function.arguments,
    finish: choice?.finish_reason || undefined,
    used: readUsed(chunk.usage, chunk.timings),
  };
}

/** Gemini counts what it thinks in the total only, so the output is the larger of what is named and what is left of the total. */
function readUsed(usage: z.infer<typeof usageSchema>, timings: z.infer<typeof timingsSchema>): UsedTokens | undefined {
  const input = usage?.prompt_tokens ?? usage?.input_tokens;
  const output = usage?.completion_tokens ?? usage?.output_tokens;
  if (input !== undefined) return { input, output: Math.max(output ?? 0, (usage?.total_tokens ?? 0) - input) };
  return timings?.prompt_n === undefined || timings?.predicted_n === undefined
    ? undefined
    : { input: timings.prompt_n + (timings.cache_n ?? 0), output: timings.predicted_n };
}
