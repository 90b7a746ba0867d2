import type { Article } from '../../domain/passage.ts';
import { parseHtml } from '../parse-html.ts';

/**
 * The sections of an article's body. A body has no title of its own, so its "h1" are headings like the others: every heading
 * is moved down by one where there are any.
 */
export function readHtml(body: string): Article['sections'] {
  const html = /<h1[\s>]/i.test(body) ? body.replaceAll(/<(\/?)h([1-5])(?=[\s>])/gi, lower) : body;
  return parseHtml(html).sections;
}

function lower(_tag: string, slash: string, depth: string): string {
  return `<${slash}h${Number(depth) + 1}`;
}
