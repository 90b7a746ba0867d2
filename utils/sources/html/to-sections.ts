import { createSectionCollector } from '../parsed-page.ts';
import type { Article } from '../../domain/passage.ts';
import { hasOrders } from '../find-orders.ts';
import { PAPER, type Colors, type HiddenFinder } from './find-hidden.ts';
import type { PageContent } from './find-main.ts';
import { findFirst, isElement, textOf, type MarkupElement, type MarkupNode } from './markup-tree.ts';

const BLOCKS = new Set(
  'p div section article main header ul ol table tr blockquote pre dl dt dd figure figcaption caption hr li address details summary fieldset center'.split(
    ' ',
  ),
);
/** A blank line stands before and after. */
const SPACED = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'pre', 'dl', 'figure']);
/** Marks that lead to a heading's own address. */
const PERMALINK = /(?:^|[\s_-])(?:anchor|permalink|header-?link|heading-?link|hash-?link|deeplink)(?=$|[\s_-])/i;
/** Hidden text shorter than this is a label for a screen reader or a counter. */
const MIN_HIDDEN = { letters: 20, words: 4 };

export type PageText = {
  /** Of the first "h1"; empty without one. */
  readonly title: string;
  readonly sections: Article['sections'];
  /** What readers don't see, where it is more than a label or gives orders. */
  readonly hidden: readonly string[];
};

/** The text of a page's content: headings as path, paragraphs, "- " and "1. " lists, tables as "a | b" lines, code as it stands. */
export function toSections({ main, isLeftOut }: PageContent, findHidden: HiddenFinder, around: Colors = PAPER): PageText {
  const collector = createSectionCollector();
  const hidden: string[] = [];
  let title = '';
  let line = '';
  /** Sign of a list's item, put before its first words. */
  let sign = '';
  let anchor: string | undefined;

  const endLine = (): void => {
    const text = line.replaceAll(/\s+/g, ' ').trim();
    if (text !== '') {
      collector.addLine(sign + text);
      sign = '';
    }
    line = '';
  };
  const noteHidden = (element: MarkupElement): void => {
    const text = visibleText(element).replaceAll(/\s+/g, ' ').trim();
    const isMuch = text.length >= MIN_HIDDEN.letters && text.split(' ').length >= MIN_HIDDEN.words;
    if (isMuch || hasOrders(text)) hidden.push(text);
  };
  /** Text in one line, without what is hidden or left out. */
  const inline = (element: MarkupElement, colors: Colors): string =>
    element.children.map((child) => inlineNode(child, colors)).join('');
  const inlineNode = (node: MarkupNode, colors: Colors): string => {
    if (typeof node === 'string') return node;
    if (!isElement(node)) return '';
    if (node.name === 'br') return ' ';
    if (isLeftOut(node) && node.name !== 'button') return '';
    const look = findHidden(node, colors);
    if (look.isHidden) {
      noteHidden(node);
      return '';
    }
    const text = inline(node, look.colors);
    return BLOCKS.has(node.name) ? ` ${text} ` : text;
  };

  /** Text with its own spaces and line ends, without what is hidden or left out. */
  const verbatim = (element: MarkupElement, colors: Colors): string =>
    element.children
      .map((child) => {
        if (typeof child === 'string') return child;
        if (!isElement(child) || isLeftOut(child)) return '';
        if (child.name === 'br') return '\n';
        const look = findHidden(child, colors);
        if (!look.isHidden) return verbatim(child, look.colors);
        noteHidden(child);
        return '';
      })
      .join('');

  const takeHeading = (element: MarkupElement, depth: number, colors: Colors): void => {
    const own =
      element.attributes['id'] ??
      findFirst(element, ({ attributes }) => Boolean(attributes['id'] ?? attributes['name']))?.attributes;
    const id = typeof own === 'string' ? own : (own?.['id'] ?? own?.['name']);
    const text = inline(withoutPermalinks(element), colors).replaceAll(/\s+/g, ' ').trim();
    endLine();
    if (text === '') return;
    if (depth === 1 && title === '') title = text;
    else collector.addHeading(Math.max(1, depth - 1), text, id ?? anchor);
    anchor = undefined;
  };

  const takeRow = (row: MarkupElement, colors: Colors): void => {
    const cells = row.children
      .filter(isElement)
      .filter(({ name }) => name === 'td' || name === 'th')
      .map((cell) => inlineNode(cell, colors).replaceAll(/\s+/g, ' ').trim());
    if (cells.some((cell) => cell !== '')) collector.addLine(cells.join(' | '));
  };

  const walk = (element: MarkupElement, colors: Colors, list: { items: number } | undefined, isData: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') line += child;
      else if (isElement(child)) take(child, colors, list, isData);
    }
  };
  const take = (element: MarkupElement, around: Colors, list: { items: number } | undefined, isData: boolean): void => {
    const { name, attributes } = element;
    if (isLeftOut(element)) return;
    const { isHidden, colors } = findHidden(element, around);
    if (isHidden) return noteHidden(element);
    if (name === 'br') return endLine();
    const depth = /^h([1-6])$/.exec(name)?.[1];
    if (depth) return takeHeading(element, Number(depth), colors);
    if (!BLOCKS.has(name)) return walk(element, colors, list, isData);

    if (attributes['id'] && /^(?:section|div|article)$/.test(name)) anchor = attributes['id'];
    endLine();
    const isSpaced = SPACED.has(name) && !list;
    if (isSpaced) collector.addLine('');
    if (name === 'pre')
      for (const each of verbatim(element, colors)
        .replace(/^\n|\n$/g, '')
        .split('\n'))
        collector.addLine(each);
    else if (name === 'tr' && isData) takeRow(element, colors);
    else if (name === 'ul' || name === 'ol') {
      // A list inside an item has its own count.
      walk(
        element,
        colors,
        { items: (Number(attributes['start'] ?? 1) || 1) - 1, ...(name === 'ol' ? { isOrdered: true } : {}) },
        isData,
      );
    } else {
      if (name === 'li') sign = signOf(list);
      walk(element, colors, name === 'table' ? undefined : list, name === 'table' ? isDataTable(element) : isData);
    }
    endLine();
    if (name === 'li') sign = '';
    if (isSpaced) collector.addLine('');
  };
  walk(main, around, undefined, isDataTable(main));
  endLine();
  return { title, sections: collector.finish(), hidden };
}

function signOf(list: { items: number; isOrdered?: boolean } | undefined): string {
  if (!list?.isOrdered) return '- ';
  list.items += 1;
  return `${list.items}. `;
}

/** Rows and columns of short texts; what has headings or tables inside is a page laid out with a table. */
function isDataTable(table: MarkupElement): boolean {
  return findFirst(table, ({ name }) => name === 'table' || /^h[1-6]$/.test(name)) === undefined;
}

function withoutPermalinks(element: MarkupElement): MarkupElement {
  const kept = element.children.filter((child) => !isElement(child) || !isPermalink(child));
  return { ...element, children: kept.map((child) => (isElement(child) ? withoutPermalinks(child) : child)) };
}

function isPermalink({ name, attributes, children }: MarkupElement): boolean {
  if (name !== 'a' && name !== 'button') return false;
  const text = children.map(textOf).join('').trim();
  return PERMALINK.test(attributes['class'] ?? '') || /^(?:#|¶|§|🔗|\u200B)*$/u.test(text);
}

/** Text beneath that would be shown if nothing were hidden. */
function visibleText(node: MarkupNode): string {
  if (typeof node === 'string') return node;
  if (!isElement(node) || /^(?:script|style|template|noscript|svg)$/.test(node.name)) return '';
  const text = node.children.map(visibleText).join('');
  return BLOCKS.has(node.name) ? ` ${text} ` : text;
}
