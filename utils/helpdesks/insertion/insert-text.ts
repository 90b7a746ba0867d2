import type { EditorFamily, ReplyBox } from '../../ports/helpdesk-adapter.ts';
import { insertIntoCkeditor4 } from './ckeditor4.ts';
import { isTextarea, readEditor, toInk } from './read-back.ts';
import { insertIntoRichText } from './rich-text.ts';
import type { InsertTechnique } from './insert-technique.ts';
import { insertIntoTextarea } from './textarea.ts';

const techniques: Readonly<Record<EditorFamily, InsertTechnique>> = {
  textarea: insertIntoTextarea,
  contenteditable: insertIntoRichText,
  ckeditor4: insertIntoCkeditor4,
};

/** What an insert did; all that taking it back needs. */
export type InsertedText = {
  /** Text that stood in the box before, and still does. */
  readonly keptText: boolean;
  readonly after: string;
  readonly original: Snapshot;
};

type Snapshot = string | readonly Node[];

/**
 * Inserts and reads back: the reply must stand once at its place and everything that stood there before must still be
 * there, in order. Where it does not, the box is put back as it was and the answer is `undefined`.
 */
export function insertText({ family, element }: Pick<ReplyBox, 'family' | 'element'>, text: string): InsertedText | undefined {
  const original: Snapshot = isTextarea(element) ? element.value : [...element.childNodes].map((node) => node.cloneNode(true));
  const before = readEditor(element);
  const { above, below } = techniques[family](element, text);
  const after = readEditor(element);
  if (toInk(above) + toInk(below) === toInk(before) && toInk(after) === toInk(above) + toInk(text) + toInk(below))
    return { keptText: toInk(before) !== '', after, original };
  takeBack(element, original);
  return undefined;
}

/** Takes the insert out again. False, and nothing is touched, when the box was changed since or is gone. */
export function undoInsert(element: HTMLElement, inserted: InsertedText): boolean {
  if (!element.isConnected || readEditor(element) !== inserted.after) return false;
  takeBack(element, inserted.original);
  return true;
}

/** Replies shorter than this may stand in a box by chance. */
const MIN_DISTINCT_INK = 40;

/** Does the reply stand in the box already (the worker ended before it heard so)? A second insert would double it. */
export function holdsText(element: HTMLElement, text: string): boolean {
  const ink = toInk(text);
  return ink.length >= MIN_DISTINCT_INK && toInk(readEditor(element)).includes(ink);
}

/** By the editor's own undo; where that leaves anything else than what stood there, by putting that back. */
function takeBack(element: HTMLElement, original: Snapshot): void {
  const before = typeof original === 'string' ? original : toWords(element, original);
  element.focus();
  if (readEditor(element) !== before) element.ownerDocument.execCommand?.('undo');
  if (readEditor(element) === before) return;
  if (typeof original !== 'string') element.replaceChildren(...original.map((node) => node.cloneNode(true)));
  else if (isTextarea(element)) element.value = original;
  const view = element.ownerDocument.defaultView;
  if (view) element.dispatchEvent(new view.Event('input', { bubbles: true }));
}

function toWords(element: HTMLElement, nodes: readonly Node[]): string {
  const copy = element.cloneNode(false);
  if (!isElement(copy)) return '';
  copy.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
  return readEditor(copy);
}

function isElement(node: Node): node is HTMLElement {
  return node.nodeType === 1;
}
