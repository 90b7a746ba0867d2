import type { Passage } from '../domain/passage.ts';

/** Servers take at least this much in one request; OpenAI's own limits are 2,048 texts and 8,192 tokens a text. */
const MAX_BATCH_TEXTS = 96;
const MAX_BATCH_TOKENS = 8000;
/** Longer answers are not read, see `ask-server.ts`; and a server that gives JSON numbers takes up to this much for each. */
const MAX_ANSWER_BYTES = 4_000_000;
const JSON_NUMBER_BYTES = 24;
/** While it is not known how long the vectors are; short enough for those of 8,192 numbers. */
const FIRST_BATCH_TEXTS = 16;

export type EmbeddingCost = {
  readonly passages: number;
  /** An estimate: tokenisers differ by a quarter and more. */
  readonly tokens: number;
  readonly requests: number;
  /** In the currency of the price; absent without one. */
  readonly money?: number;
};

/** What of a passage is embedded: where it stands, and its text. */
export function toEmbeddingText({ title, headings, text }: Pick<Passage, 'title' | 'headings' | 'text'>): string {
  return `${[title, ...headings].filter((part) => part !== '').join(' › ')}\n\n${text}`.trim();
}

/** Tokens of a text, estimated without its tokeniser: 4 ASCII characters, 2 others or one of Chinese, Japanese, Korean or an emoji. */
export function estimateTokens(text: string): number {
  let quarters = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    quarters += code < 0x80 ? 1 : code < 0x2e80 ? 2 : 4;
  }
  return Math.ceil(quarters / 4);
}

/** Texts of one request at most, by the numbers in each vector of its answer. */
export function toMaxTexts(dimensions: number | undefined): number {
  if (dimensions === undefined) return FIRST_BATCH_TEXTS;
  return Math.max(1, Math.min(MAX_BATCH_TEXTS, Math.floor(MAX_ANSWER_BYTES / (dimensions * JSON_NUMBER_BYTES))));
}

/** Divides texts into requests, in order. A text that alone is longer than a request may be is cut. */
export function toEmbeddingBatches(texts: readonly string[], maxTexts = MAX_BATCH_TEXTS): string[][] {
  const batches: string[][] = [];
  let tokens = 0;
  for (const whole of texts) {
    const text = cutToTokens(whole);
    const size = estimateTokens(text);
    const batch = batches.at(-1);
    if (batch && batch.length < maxTexts && tokens + size <= MAX_BATCH_TOKENS) {
      batch.push(text);
      tokens += size;
    } else {
      batches.push([text]);
      tokens = size;
    }
  }
  return batches;
}

/** What it takes to embed these passages, to be shown before it is done. `pricePerMillionTokens` is what the endpoint asks. */
export function estimateEmbeddingCost(
  passages: readonly Pick<Passage, 'title' | 'headings' | 'text'>[],
  pricePerMillionTokens?: number,
): EmbeddingCost {
  const texts = passages.map(toEmbeddingText);
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
  return {
    passages: passages.length,
    tokens,
    requests: toEmbeddingBatches(texts).length,
    ...(pricePerMillionTokens === undefined ? {} : { money: (tokens / 1_000_000) * pricePerMillionTokens }),
  };
}

function cutToTokens(text: string): string {
  if (text.length <= MAX_BATCH_TOKENS || estimateTokens(text) <= MAX_BATCH_TOKENS) return text;
  // One character is at most one token; a pair of surrogates that is cut in two would not be text any more.
  return text.slice(0, MAX_BATCH_TOKENS).replace(/[\uD800-\uDBFF]$/, '');
}
