import { createHiddenFinder } from './html/find-hidden.ts';
import { findMain } from './html/find-main.ts';
import { parseMarkup, type MarkupElement } from './html/markup-tree.ts';
import { readHead } from './html/read-head.ts';
import { toSections } from './html/to-sections.ts';
import type { ParsedPage } from './parsed-page.ts';

/**
 * The readable part of an HTML page, or of a piece of one, as sections of plain text with the id of their heading as anchor.
 * What surrounds the article is left out (navigation, banners, related links, bars), and so is what a reader doesn't see.
 */
export function parseHtml(source: string): ParsedPage {
  return parseHtmlTree(parseMarkup(source));
}

/** The same of a page that is parsed already. */
export function parseHtmlTree(root: MarkupElement): ParsedPage {
  const { title, locale, updatedAt } = readHead(root);
  const text = toSections(findMain(root), createHiddenFinder(root));
  return {
    title: text.title || title,
    sections: text.sections,
    ...(locale ? { locale } : {}),
    ...(updatedAt ? { updatedAt } : {}),
    ...(text.hidden.length > 0 ? { hidden: text.hidden } : {}),
  };
}
