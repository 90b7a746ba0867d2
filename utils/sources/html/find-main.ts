import { findAll, isElement, type MarkupElement } from './markup-tree.ts';
import { findSurrounding, isCode } from './page-parts.ts';

/** Of the page's prose: an element with as much is what the page is about, whatever it is called. */
const MAIN_SHARE = 0.4;
/** An element with as much holds the whole text; what is beside it is not missed. */
const WHOLE_SHARE = 0.8;

export type PageContent = {
  readonly main: MarkupElement;
  /** Navigation, banners, bars, forms: inside the main content and not part of it. */
  readonly isLeftOut: (element: MarkupElement) => boolean;
};

/**
 * Where the text of a page stands: its "main" (or the one "article" in it), its largest "article", or the deepest element
 * that holds four fifths of the prose. A piece of a page without "body" is content as a whole.
 */
export function findMain(root: MarkupElement): PageContent {
  const prose = measureProse(root);
  const size = (element: MarkupElement): number => prose.get(element) ?? 0;
  const all = size(root);
  const isLeftOut = (element: MarkupElement): boolean => {
    const surrounding = findSurrounding(element);
    return isCode(element) || surrounding === 'surely' || (surrounding === 'likely' && size(element) < all * MAIN_SHARE);
  };
  const largest = (elements: readonly MarkupElement[]): MarkupElement | undefined =>
    elements.toSorted((a, b) => size(b) - size(a))[0];
  const find = (isWanted: (element: MarkupElement) => boolean, within = root): MarkupElement | undefined =>
    largest(findAll(within, isWanted));

  const main = find(({ name, attributes }) => name === 'main' || attributes['role'] === 'main');
  const isPage = findAll(root, ({ name }) => name === 'body').length > 0;
  if (main && (size(main) >= all * MAIN_SHARE || !isPage || size(main) >= 200)) {
    const article = find(({ name }) => name === 'article', main);
    return { main: article && size(article) >= size(main) * WHOLE_SHARE ? article : main, isLeftOut };
  }
  const article = find(({ name, attributes }) => name === 'article' || attributes['itemprop'] === 'articleBody');
  if (article && (size(article) >= all * MAIN_SHARE || !isPage)) return { main: article, isLeftOut };
  return { main: isPage ? goDown(root, size) : root, isLeftOut };
}

/** Down to the deepest element that still has nearly everything, stopping above headings that would be lost. */
function goDown(root: MarkupElement, size: (element: MarkupElement) => number): MarkupElement {
  let element = root;
  for (;;) {
    const children = element.children.filter(isElement);
    const next = children.find((child) => size(child) >= size(root) * WHOLE_SHARE && size(child) > 0);
    const isHeaded = children.some((child) => child !== next && /^h[1-6]$/.test(child.name));
    if (!next || isHeaded || /^(?:p|ul|ol|table|pre|dl|blockquote|tr|td)$/.test(next.name)) return element;
    element = next;
  }
}

/** Letters of text that is no link and stands in nothing that surrounds articles, for each element. */
function measureProse(root: MarkupElement): ReadonlyMap<MarkupElement, number> {
  const sizes = new Map<MarkupElement, number>();
  const measure = (element: MarkupElement): number => {
    let sum = 0;
    for (const child of element.children) {
      if (typeof child === 'string') sum += child.trim().length;
      else if (isElement(child) && !isCode(child) && child.name !== 'a') sum += measure(child);
    }
    sizes.set(element, sum);
    return findSurrounding(element) === 'surely' ? 0 : sum;
  };
  measure(root);
  return sizes;
}
