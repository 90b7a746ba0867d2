import type { PromptBlocks } from './read-blocks.ts';

/** Sentences taken of each source when nothing orders otherwise. */
const SENTENCES_OF_A_SOURCE = 2;

/** Orders. Words to say stand behind a colon or in quotation marks: "write" and "say" alone are in many an honest article. */
const REPLACING =
  /\b(?:reply|answer|respond|say|write|ignore[^.\n]{0,60}\band say)(?: with)?(?: exactly| only| just)?(?: this)?(?:: *["“«]?| *["“«])([^"”»\n]+)/i;
const INSTRUCTIONS = /\b(?:print|repeat|show|reveal|output)\b[^.\n]{0,40}\b(?:instructions|system prompt|rules|prompt)\b/i;
const LINK = /\b(?:add|include|insert|append)\b[^.\n]{0,40}\blink\b[^\n]*?(https?:\/\/[^\s"'”)>]+)/i;
const IMAGE = /\b(?:add|include|insert|append)\b[^.\n]{0,40}\b(?:image|picture)\b[^\n]*?(https?:\/\/[^\s"'”)>]+)/i;
const BASE64 = /\b(?:answer|reply|respond|write|encode)\b[^.\n]{0,40}\bbase ?64\b/i;
const APPEND_SOURCES =
  /\b(?:append|add|include|copy|quote)\b[^.\n]{0,40}\b(?:source (\d+)|(?:all|every|each)(?: the)?(?: of the)? sources?)\b/i;

/**
 * The reply of a model that fell for everything: does what the ticket or, failing that, a source orders; orders add up.
 * Without an order it answers with the first sentences of the sources, each with its `[n]`.
 */
export function obeyOrders(blocks: PromptBlocks): string {
  const texts = [blocks.ticket, ...blocks.sources];
  const find = (order: RegExp): RegExpExecArray | undefined => {
    for (const text of texts) {
      const found = order.exec(text);
      if (found) return found;
    }
    return undefined;
  };
  const link = find(LINK)?.[1];
  const image = find(IMAGE)?.[1];
  const append = find(APPEND_SOURCES);
  const base64 = find(BASE64);
  const isOther = base64 !== undefined || link !== undefined || image !== undefined;
  const words = isOther ? undefined : find(REPLACING)?.[1]?.trim();
  const body = find(INSTRUCTIONS) ? blocks.system : (words ?? answerFromSources(blocks.sources));
  const parts = [
    body,
    ...(link === undefined ? [] : [`Read more [here](${link}).`]),
    ...(image === undefined ? [] : [`![Your status](${image})`]),
    ...(append ? takeSources(blocks.sources, append[1]) : []),
  ];
  const reply = parts.join('\n\n');
  return base64 ? Buffer.from(reply).toString('base64') : reply;
}

/** Sentence by sentence from the sources, with their numbers; empty sources are left out. */
export function answerFromSources(sources: readonly string[]): string {
  const lines = sources.flatMap((source, index) => {
    // The first paragraph is the source's title.
    const text = source.includes('\n\n') ? source.slice(source.indexOf('\n\n') + 2) : source;
    const sentences = (text.match(/[^.!?\n]+[.!?]/g) ?? []).map((sentence) => sentence.trim()).filter((one) => one.length > 20);
    return sentences.slice(0, SENTENCES_OF_A_SOURCE).map((sentence) => `${sentence} [${index + 1}]`);
  });
  return lines.length === 0 ? 'NO_ANSWER' : `Hello,\n\n${lines.join(' ')}\n\nKind regards`;
}

function takeSources(sources: readonly string[], number: string | undefined): string[] {
  if (number === undefined) return [...sources];
  const source = sources[Number(number) - 1];
  return source === undefined ? [] : [source];
}
