import { toMessageLines, UNSEEN } from '../to-message-lines.ts';

/** What stands in an editor: a textarea's value, or the lines of its elements. */
export function readEditor(element: HTMLElement): string {
  return isTextarea(element) ? element.value : toText(element);
}

/** Lines of an element, or of a copy of some of its children. */
export function toText(root: Element): string {
  return toMessageLines(root)
    .map(({ text }) => text)
    .join('\n');
}

/** What is read, without white space, bullets and what nobody sees: an editor may change those, and no other character. */
export function toInk(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/^[ \t]*[-*•][ \t]+/gm, '')
    .replace(/\s+/g, '');
}

export function isTextarea(element: Element): element is HTMLTextAreaElement {
  return element.tagName === 'TEXTAREA';
}
