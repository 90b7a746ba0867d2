import type { ArticleReview } from '../domain/passage.ts';
import { cleanText } from './clean-text.ts';
import { cutBetween } from './cut-between.ts';
import { findOrders } from './find-orders.ts';
import type { ParsedPage } from './parsed-page.ts';

/** A run of characters without width as long as this carries a message; single ones come from editors. */
const ZERO_WIDTH_RUN = /[\u180E\u200B-\u200D\u2060-\u2064\uFEFF]{8}/u;
/** Letters written in the characters of Unicode's tags, but for those of flags (a black flag, then tags). */
const TAGS = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,8})[\u{E0001}\u{E0020}-\u{E007E}]/u;
/** Letters shown in another order than they are read in. */
const TURNED = /[\u202D\u202E]/u;
const ATTRIBUTE = /\s(?:alt|title|aria-label|aria-description|data-[\w-]+|content|placeholder)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * Whether a person has to look at an article before it may stand under a public reply, and why: text that readers can't see,
 * or words that give orders to an assistant (English, German, Spanish, French). `raw` is the page as it came, with its comments
 * and invisible characters; empty where it was no text.
 *
 * This is no boundary: it sees a known few of the ways to say something, and nothing that is said politely (none of 125 indirect
 * attacks of a public set). That text of articles is isolated as data and replies are checked is what holds; this saves looking.
 */
export function reviewArticle(
  raw: string,
  { title, sections, hidden }: Pick<ParsedPage, 'title' | 'sections' | 'hidden'>,
): ArticleReview | undefined {
  const reasons: string[] = [];
  if (hidden && hidden.length > 0) reasons.push("text that readers can't see");
  if (ZERO_WIDTH_RUN.test(raw) || TAGS.test(raw)) reasons.push('a message in characters without width');
  if (TURNED.test(raw)) reasons.push('characters that turn the direction of the text around');
  const text = [title, ...sections.flatMap(({ headings, text: body }) => [...headings, body])].join('\n');
  if (findOrders(text)) reasons.push('words that give orders to an assistant');
  if (findOrders(hidden?.join('\n') ?? '') || hasHiddenOrders(raw))
    reasons.push('words that give orders to an assistant where readers do not see them');
  return reasons.length > 0 ? { state: 'needed', reasons } : undefined;
}

function hasHiddenOrders(raw: string): boolean {
  const clean = cleanText(raw);
  const comments = cutBetween(clean, '<!--', '-->').cut;
  const attributes = [...clean.matchAll(ATTRIBUTE)].map(([, double, single]) => double ?? single ?? '');
  return [...comments, ...attributes].some((each) => findOrders(each) !== undefined);
}
