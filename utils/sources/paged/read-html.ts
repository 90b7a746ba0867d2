import { parseHtml } from '../parse-html.ts';
import type { ParsedPage } from '../parsed-page.ts';

/** A text taken apart, and as it came. */
export type PageText = Pick<ParsedPage, 'sections' | 'hidden'> & { readonly raw: string };

/**
 * The text of an article's body. A body has no title of its own, so its "h1" are headings like the others: every heading is
 * moved down by one where there are any.
 */
export function readHtml(body: string): PageText {
  const html = /<h1[\s>]/i.test(body) ? body.replaceAll(/<(\/?)h([1-5])(?=[\s>])/gi, lower) : body;
  const { sections, hidden } = parseHtml(html);
  return { raw: body, sections, ...(hidden ? { hidden } : {}) };
}

function lower(_tag: string, slash: string, depth: string): string {
  return `<${slash}h${Number(depth) + 1}`;
}
