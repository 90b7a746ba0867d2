import type { Lead } from '../../domain/ticket-layout.ts';
import { readMarks, toOwnSelectors } from './element-marks.ts';

/** Where `root` itself or something in it carries the ticket's id, with a selector that finds nothing else in `within`. */
export function findCarrier(
  root: Element,
  id: string,
  within: ParentNode,
  isApart: (element: Element) => boolean,
): Lead | undefined {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (isApart(element)) continue;
    for (const { name, value } of element.attributes) {
      const isPlace = name.startsWith('data-') || (name === 'value' && element.matches('input[type="hidden"]'));
      if (value !== id || !isPlace || !/^[\w-]{1,60}$/.test(name)) continue;
      const own = toOwnSelectors(readMarks(element), element.localName);
      const css = [`[${name}]`, ...own].find(
        (each) => (name !== 'value' || each !== '[value]') && isAlone(within, each, element),
      );
      if (css !== undefined) return { css, attribute: name, sure: 'taught' };
    }
  }
  return undefined;
}

function isAlone(within: ParentNode, css: string, element: Element): boolean {
  const found = [...within.querySelectorAll(css), ...(within.nodeType === 1 && (within as Element).matches(css) ? [within] : [])];
  return found.length === 1 && found[0] === element;
}

/** The box around the whole thread that says whose it is: `[data-ticket-id="{id}"]`. */
export function findPaneLead(inside: Element, id: string): Lead | undefined {
  if (!/^[\w-]+$/.test(id)) return undefined;
  for (let at: Element | null = inside; at && at.localName !== 'body'; at = at.parentElement) {
    const attribute = [...at.attributes].find(({ name, value }) => value === id && /^data-[\w-]{1,55}$/.test(name));
    if (attribute) return { css: `[${attribute.name}="{id}"]`, sure: 'taught' };
  }
  return undefined;
}
