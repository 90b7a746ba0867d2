import { Parser } from 'htmlparser2';
import { createSectionCollector, type ParsedPage } from './parsed-page.ts';

/** Never content: code, controls, navigation. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'iframe',
  'object',
  'head',
]);
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'ul',
  'ol',
  'table',
  'tr',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
  'figure',
  'hr',
  'br',
  'li',
]);
const SPACED = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'pre']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'source', 'col', 'area', 'base', 'embed', 'track']);

/**
 * The readable part of an HTML page as sections of plain text. What a reader doesn't see is left out: comments, hidden
 * elements, navigation. When the page has a `main` or `article`, only that is read.
 */
export function parseHtml(source: string): ParsedPage {
  const hasMain = /<(?:main|article)[\s>]/i.test(source);
  const collector = createSectionCollector();
  const open: { name: string; isSkipped: boolean; isMain: boolean; items: number }[] = [];
  let line = '';
  let heading: { depth: number; text: string } | undefined;
  let title = '';
  let locale = '';
  let isTitle = false;
  const endLine = (isParagraph: boolean): void => {
    if (line.trim() !== '') collector.addLine(line.replaceAll(/\s+/g, ' ').trim());
    if (isParagraph) collector.addLine('');
    line = '';
  };
  const isRead = (): boolean => !open.some(({ isSkipped }) => isSkipped) && (!hasMain || open.some(({ isMain }) => isMain));

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') locale = attributes['lang'] ?? '';
      if (name === 'title') isTitle = true;
      if (BLOCKS.has(name) && isRead()) endLine(SPACED.has(name) && !open.some((each) => each.name === 'li'));
      const list = open.findLast((each) => each.name === 'ul' || each.name === 'ol');
      if (name === 'li' && list && isRead()) line = list.name === 'ol' ? `${(list.items += 1)}. ` : '- ';
      const depth = /^h([1-6])$/.exec(name)?.[1];
      if (depth && isRead()) {
        endLine(true);
        heading = { depth: Number(depth), text: '' };
      }
      if ((name === 'td' || name === 'th') && line.trim() !== '') line += ' | ';
      if (!VOID.has(name))
        open.push({
          name,
          isSkipped: SKIPPED.has(name) || isHidden(attributes),
          isMain: name === 'main' || name === 'article',
          items: 0,
        });
    },
    ontext(text) {
      if (isTitle && title === '') title = text.trim();
      else if (!isRead()) return;
      else if (heading) heading.text += text;
      else line += text;
    },
    onclosetag(name) {
      if (name === 'title') isTitle = false;
      if (VOID.has(name)) return;
      if (/^h[1-6]$/.test(name) && heading) {
        const text = heading.text.replaceAll(/\s+/g, ' ').trim();
        if (heading.depth === 1) title = text;
        else collector.addHeading(heading.depth - 1, text);
        heading = undefined;
      }
      if (BLOCKS.has(name) && isRead()) endLine(SPACED.has(name) && !open.slice(0, -1).some((each) => each.name === 'li'));
      const at = open.findLastIndex((each) => each.name === name);
      if (at >= 0) open.splice(at);
    },
  });
  parser.write(source);
  parser.end();
  endLine(false);
  return { title, sections: collector.finish(), ...(locale ? { locale } : {}) };
}

function isHidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  const style = (attributes['style'] ?? '').toLowerCase().replaceAll(/\s/g, '');
  return /display:none|visibility:hidden|font-size:0(?![.\d])|opacity:0(?![.\d])|color:(?:white|#fff(?:fff)?)(?:;|$)/.test(style);
}
