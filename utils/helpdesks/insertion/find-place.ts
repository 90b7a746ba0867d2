import type { Surroundings } from './insert-technique.ts';
import { toInk, toText } from './read-back.ts';

/** Where a reply goes: in place of the `blank` blocks, or after `above` where there are none. */
export type Place = { readonly above: readonly Node[]; readonly blank: readonly Node[]; readonly below: readonly Node[] };

/** Without a signature mark, the last blank block with text below it is the place that the helpdesk left to write in. */
export function findPlace(element: HTMLElement): Place {
  const blocks = blocksOf(element);
  const signatureAt = blocks.findIndex((node) => isMarked(node) || /^\s*--[ \u00a0]*(?:\n|$)/.test(firstLine(node)));
  const lastInk = blocks.findLastIndex((node) => !isBlank(node));
  const gapAt = signatureAt >= 0 ? -1 : blocks.findLastIndex((node, index) => index < lastInk && isBlank(node));
  const belowAt = signatureAt >= 0 ? signatureAt : gapAt >= 0 ? gapAt + 1 : blocks.length;
  const before = blocks.slice(0, belowAt);
  const typedTo = before.findLastIndex((node) => !isBlank(node)) + 1;
  return { above: before.slice(0, typedTo), blank: before.slice(typedTo), below: blocks.slice(belowAt) };
}

/** What stands in an editable element, block by block; Draft.js has an element of its own around its blocks. */
export function blocksOf(element: HTMLElement): readonly Node[] {
  const holder = element.querySelector(':scope > [data-contents]') ?? element;
  return [...holder.childNodes].filter((node) => node.nodeType === 1 || !isBlank(node));
}

export const toSurroundings = (element: HTMLElement, { above, below }: Place): Surroundings => ({
  above: copyText(element, above),
  below: copyText(element, below),
});

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
