import { isLookUpPassage } from '../../domain/look-up.ts';
import type { ReplyRequest } from '../../domain/reply-request.ts';
import type { Passage, RankedPassage } from '../../domain/passage.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { fitMiddle, fitSentences } from './fit-text.ts';
import { cleanLine, toFenceTokens, type Block } from './prompt.ts';

/** A passage with its number in the reply and how well it fits. */
export type Candidate = { readonly passage: Passage; readonly number: number; readonly score: number };

export type PackedSources = {
  /** In the order of their numbers. */
  readonly blocks: readonly Block[];
  /** Their numbers, ascending. */
  readonly given: readonly number[];
  readonly tokens: number;
};

/** Less of a passage than this is left out: it would say nothing. */
const LEAST_TEXT_TOKENS = 25;

/**
 * As many passages as fit, best first. One that does not fit is cut at the end of a sentence, and what ranks below it is left
 * out. Numbers stay as they are, so that `[3]` means the same with and without source 2. Internal ones never get in.
 */
export function packSources(candidates: readonly Candidate[], maxTokens: number, boundary: string): PackedSources {
  const ranked = candidates.filter(({ passage }) => passage.audience !== 'internal').toSorted((a, b) => b.score - a.score);
  const taken: { readonly number: number; readonly block: Block }[] = [];
  let left = maxTokens;
  for (const { passage, number } of ranked) {
    const name = `source ${number}`;
    const title = toTitle(passage, boundary);
    const room = left - toFenceTokens(name, boundary) - estimateTokens(title) - 3;
    if (room < LEAST_TEXT_TOKENS) break;
    const isBest = taken.length === 0;
    const fitted = fitSentences(passage.text, room, boundary);
    const text = fitted === '' && isBest ? fitMiddle(passage.text, room, boundary) : fitted;
    if (text === '') break;
    const block = { name, text: `${title}\n\n${text}`, ...(isLookUpPassage(passage) ? { isLive: true } : {}) };
    taken.push({ number, block });
    left -= countBlock(block, boundary);
  }
  const inOrder = taken.toSorted((a, b) => a.number - b.number);
  return { blocks: inOrder.map((one) => one.block), given: inOrder.map((one) => one.number), tokens: maxTokens - left };
}

/** Passages in the order of their numbers, as a request has them; what has to be used comes before all that ranks. */
export function toCandidates({ passages, required = 0 }: Pick<ReplyRequest, 'passages' | 'required'>): Candidate[] {
  return passages.map(({ passage, score }, index) => ({
    passage,
    score: index < required ? Number.MAX_VALUE : score,
    number: index + 1,
  }));
}

/** Tokens that all passages would take uncut; counting stops at `most`. */
export function countSources(passages: readonly RankedPassage[], most: number, boundary: string): number {
  let tokens = 0;
  for (const { passage } of passages) {
    tokens += toFenceTokens('source 10', boundary) + 80 + estimateTokens(passage.text.slice(0, most * 8));
    if (tokens > most) return most;
  }
  return tokens;
}

/** Tokens of a block with its fence. */
export function countBlock({ name, text }: Block, boundary: string): number {
  return toFenceTokens(name, boundary) + estimateTokens(text);
}

/** Where it stands, and how old it is: the newer source wins where two contradict each other. */
function toTitle({ title, headings, updatedAt }: Passage, boundary: string): string {
  const path = [title, ...headings].filter((part) => part !== '').join(' > ');
  const line = fitMiddle(cleanLine(path, boundary), 60, boundary).replaceAll('\n', ' ');
  return updatedAt === undefined ? line : `${line} (updated ${updatedAt.slice(0, 10)})`;
}
