import { blocksOf, findPlace, toSurroundings, type Place } from './find-place.ts';
import type { Surroundings } from './insert-technique.ts';
import { toBlocks, toEditorHtml } from './to-blocks.ts';

/** A reply in both of the forms that editors take. */
export type Reply = {
  readonly text: string;
  readonly html: string;
  /** It begins or ends with an empty paragraph, to stand apart from what is there. */
  readonly isPadded: boolean;
};
export type WriteReply = (element: HTMLElement, reply: Reply) => void;

/** An empty paragraph: markup grows into the block where the caret stands, and so into this one. */
const EMPTY = { text: '\n\n', html: '<p><br></p>' };

/**
 * Selects the place in an editable element and lets the family's way write there: the reply takes the place of the blank
 * blocks above the signature; without blank blocks it follows what was typed. What the agent has selected is not overwritten.
 */
export function insertIntoRichText(element: HTMLElement, text: string, write: WriteReply): Surroundings {
  const place = findPlace(element);
  const surroundings = toSurroundings(element, place);
  const { above, blank, below } = place;
  const lead = blank.length === 0 && above.length > 0;
  const trail = blank.length === 0 && above.length === 0 && below.length > 0;
  const pad = (reply: string, empty: string): string => `${lead ? empty : ''}${reply}${trail ? empty : ''}`;
  selectPlace(element, place);
  write(element, {
    text: pad(text.trim(), EMPTY.text),
    html: pad(toEditorHtml(toBlocks(text)), EMPTY.html),
    isPadded: lead || trail,
  });
  return surroundings;
}

/** The browser's own command, one step for its undo. Only for editors that leave editing to the browser: it breaks the others. */
export function writeNatively({ ownerDocument }: HTMLElement, { html }: Reply): void {
  ownerDocument.execCommand?.('insertHTML', false, html);
}

export function selectAll(element: HTMLElement): void {
  const blocks = blocksOf(element);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first && last) select(element, first, 0, last, lengthOf(last));
}

function selectPlace(element: HTMLElement, { above, blank }: Place): void {
  const [first, last, lastTyped] = [blank[0], blank.at(-1), above.at(-1)];
  const end = lastTyped ?? element;
  const endAt = lastTyped ? lengthOf(lastTyped) : 0;
  // Up to the beginning of the last blank block: its end would take in, for Quill, the line break before what follows.
  if (first && last) select(element, first, 0, last, 0);
  else select(element, end, endAt, end, endAt);
}

/**
 * Editors read the selection when they are told that it changed, which the browser would do only after this turn, and some
 * only while they think that they have the focus. Beside a focused panel the page hears of no focus until it is clicked.
 */
function select(element: HTMLElement, ...range: readonly [start: Node, startAt: number, end: Node, endAt: number]): void {
  const document = element.ownerDocument;
  const view = document.defaultView;
  view?.focus();
  element.focus();
  if (view && !document.hasFocus())
    for (const type of ['focus', 'focusin']) element.dispatchEvent(new view.FocusEvent(type, { bubbles: type === 'focusin' }));
  document.getSelection()?.setBaseAndExtent(...range);
  if (view) document.dispatchEvent(new view.Event('selectionchange'));
}

const lengthOf = (node: Node): number => (node.nodeType === 3 ? (node.textContent ?? '').length : node.childNodes.length);
