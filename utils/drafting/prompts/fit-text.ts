import { cleanUntrusted } from '../../text/clean-untrusted.ts';
import { estimateTokens, findTokenEnd, findTokenStart } from '../../text/estimate-tokens.ts';
import { splitSentences } from '../../text/sentences.ts';

/** No script needs more characters for a token than this; what lies further inside a long text cannot find room anyway. */
const MOST_CHARS_PER_TOKEN = 8;
const CUT_NOTE = '[… a part is left out here …]';
const NOTE_TOKENS = estimateTokens(CUT_NOTE) + 2;

/**
 * Text by others, clean and at most so many tokens long: a longer one loses its middle, since letters begin with the matter and
 * end with the wish. Time grows with `maxTokens`, not with the text. Empty when not even a few words fit.
 */
export function fitMiddle(text: string, maxTokens: number, boundary: string): string {
  if (maxTokens < 1) return '';
  const most = Math.ceil(maxTokens) * MOST_CHARS_PER_TOKEN;
  const isHuge = text.length > 2 * most;
  const whole = isHuge ? '' : cleanUntrusted(text, boundary).trim();
  if (!isHuge && estimateTokens(whole) <= maxTokens) return whole;
  const room = maxTokens - NOTE_TOKENS;
  if (room < 8) return '';
  const head = isHuge ? cleanUntrusted(text.slice(0, most), boundary).trim() : whole;
  const tail = isHuge ? cleanUntrusted(text.slice(-most), boundary).trim() : whole;
  const start = head.slice(0, findTokenEnd(head, room * 0.6 - 1)).trimEnd();
  const end = tail.slice(findTokenStart(tail, room * 0.4 - 1)).trimStart();
  return `${start}\n${CUT_NOTE}\n${end}`;
}

/** Text by others, clean, cut after the last sentence that fits; empty when none does. */
export function fitSentences(text: string, maxTokens: number, boundary: string): string {
  if (maxTokens < 1) return '';
  const clean = cleanUntrusted(text.slice(0, Math.ceil(maxTokens) * MOST_CHARS_PER_TOKEN), boundary).trim();
  const end = findTokenEnd(clean, maxTokens);
  if (end === clean.length) return clean;
  const last = splitSentences(clean).findLast((sentence) => sentence.end <= end);
  return last ? clean.slice(0, last.end) : '';
}

/** Lines set in by two spaces, so that what a text says cannot look like the line above it that says who wrote it. */
export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
