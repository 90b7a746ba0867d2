import type { Surroundings } from './insert-technique.ts';
import { insertIntoRichText } from './rich-text.ts';

/**
 * The body in CKEditor 4's frame: an ordinary editable element of a same-origin document. CKEditor keeps an undo of its
 * own, which looks at the text only now and then; a click makes it look (its undo plugin's `onNavigationKey`), so that
 * what was typed before and the reply are two steps.
 */
export function insertIntoCkeditor4(element: HTMLElement, text: string): Surroundings {
  click(element);
  const surroundings = insertIntoRichText(element, text);
  click(element);
  return surroundings;
}

function click(element: HTMLElement): void {
  const view = element.ownerDocument.defaultView;
  if (view) element.dispatchEvent(new view.MouseEvent('click', { bubbles: true }));
}
