import { Parser } from 'htmlparser2';
import { readText } from '../paged/read-text.ts';

/** How mail programs and helpdesks mark what was quoted, and signatures. */
const NOT_OWN_CLASS =
  /(?:^|\s)(?:gmail_quote|gmail_extra|freshdesk_quote|zammad_quote|yahoo_quoted|signature|js-signatureMarker|gmail_signature)(?:\s|$)/;
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'source', 'col', 'area', 'base', 'embed', 'track']);

/** The plain text of a message, HTML or not, without what it marks as quoted or as a signature. */
export function readOwnWords(body: string): string {
  return readText(dropQuoted(body))
    .sections.map(({ headings, text }) => [...headings.slice(-1), text].join('\n'))
    .join('\n\n');
}

function dropQuoted(html: string): string {
  if (!/<blockquote|class\s*=/i.test(html)) return html;
  let kept = '';
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isDropped = depth > 0 || name === 'blockquote' || NOT_OWN_CLASS.test(attributes['class'] ?? '');
        if (isDropped && !VOID.has(name)) depth += 1;
        if (!isDropped) kept += `<${name}>`;
      },
      ontext(text) {
        if (depth === 0) kept += text.replaceAll('<', '&lt;');
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (depth > 0) depth -= 1;
        else kept += `</${name}>`;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return kept;
}
