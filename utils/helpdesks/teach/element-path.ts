import type { ElementPath } from '../../domain/teaching.ts';

/** Where an element stands now; `undefined` for one that is not in the document itself (in a shadow root, or gone). */
export function toElementPath(element: Element): ElementPath | undefined {
  const path: number[] = [];
  let at = element;
  while (at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
    at = at.parentElement;
  }
  return at === element.ownerDocument.documentElement ? path : undefined;
}

/** The element that stands there now; `undefined` where the page has none. */
export function findAtPath(document: Document, path: ElementPath): Element | undefined {
  return path.reduce<Element | undefined>((at, index) => at?.children[index], document.documentElement);
}

/** What a person reads first in an element, or what stands in a field. */
export function toFirstWords(element: Element, length = 60): string {
  const text = (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
