import type { Surroundings } from './insert-technique.ts';
import { toInk, toText } from './read-back.ts';
import { toBlocks, toEditorHtml } from './to-blocks.ts';

/**
 * An editable element, in the page or in an editor's own frame: the browser's `insertHTML`, one step for its undo. The
 * reply takes the place of the blank blocks above the signature; without blank blocks it follows what was typed.
 */
export function insertIntoRichText(element: HTMLElement, text: string): Surroundings {
  const document = element.ownerDocument;
  const blocks = [...element.childNodes].filter((node) => node.nodeType === 1 || !isBlank(node));
  const { above, blank, below } = divide(blocks);
  const surroundings = { above: copyText(element, above), below: copyText(element, below) };
  const html = toEditorHtml(toBlocks(text));
  document.defaultView?.focus();
  element.focus();
  select(element, above, blank);
  // Markup grows into the block where the caret stands; an empty first block keeps typed text apart, an empty last one what follows.
  const lead = blank.length === 0 && above.length > 0 ? '<p><br></p>' : '';
  const trail = blank.length === 0 && above.length === 0 && below.length > 0 ? '<p><br></p>' : '';
  document.execCommand?.('insertHTML', false, `${lead}${html}${trail}`);
  return surroundings;
}

type Division = { readonly above: Node[]; readonly blank: Node[]; readonly below: Node[] };

/** Without a signature mark, the last blank block with text below it is the place that the helpdesk left to write in. */
function divide(blocks: readonly Node[]): Division {
  const signatureAt = blocks.findIndex((node) => isMarked(node) || /^\s*--[ \u00a0]*(?:\n|$)/.test(firstLine(node)));
  const lastInk = blocks.findLastIndex((node) => !isBlank(node));
  const gapAt = signatureAt >= 0 ? -1 : blocks.findLastIndex((node, index) => index < lastInk && isBlank(node));
  const belowAt = signatureAt >= 0 ? signatureAt : gapAt >= 0 ? gapAt + 1 : blocks.length;
  const before = blocks.slice(0, belowAt);
  const typedTo = before.findLastIndex((node) => !isBlank(node)) + 1;
  return { above: before.slice(0, typedTo), blank: before.slice(typedTo), below: blocks.slice(belowAt) };
}

function select(element: HTMLElement, above: readonly Node[], blank: readonly Node[]): void {
  const range = element.ownerDocument.createRange();
  const [firstBlank, lastBlank, lastTyped] = [blank[0], blank.at(-1), above.at(-1)];
  if (firstBlank && lastBlank) {
    range.setStart(firstBlank, 0);
    range.setEnd(lastBlank, lastBlank.childNodes.length);
  } else {
    range.selectNodeContents(lastTyped ?? element);
    range.collapse(lastTyped === undefined);
  }
  const selection = element.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function isBlank(node: Node): boolean {
  if (toInk(node.textContent ?? '') !== '') return false;
  return !(isElement(node) && (node.matches('img, table, hr') || node.querySelector('img, table, hr')));
}

/** Helpdesks' own marks of a signature. */
function isMarked(node: Node): boolean {
  return isElement(node) && node.matches('.signature, .gmail_signature, [data-signature]');
}

function firstLine(node: Node): string {
  return isElement(node) ? toText(node) : (node.textContent ?? '');
}

function copyText(element: HTMLElement, nodes: readonly Node[]): string {
  const copy = element.ownerDocument.createElement('div');
  copy.append(...nodes.map((node) => node.cloneNode(true)));
  return toText(copy);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
