import type { EditorFamily } from '../../ports/helpdesk-adapter.ts';
import type { InsertTechnique } from './insert-technique.ts';
import { dispatchPaste } from './paste.ts';
import { pressKey, pressShortcut } from './press-keys.ts';
import { isTextarea, toText } from './read-back.ts';
import { insertIntoRichText, selectAll, writeNatively, type WriteReply } from './rich-text.ts';
import { insertIntoTextarea } from './textarea.ts';

/** Editors that keep a model of their text: whatever goes past their own paste is lost, reverted or breaks them. */
const byPaste: InsertTechnique = throughModel((element, reply) => dispatchPaste(element, reply));

/** One way for each family; which way works where was measured (docs/editors.md). */
export const techniques: Readonly<Record<EditorFamily, InsertTechnique>> = {
  textarea: {
    drawsLater: false,
    insert: insertIntoTextarea,
    undo: undoNatively,
    putBack(element, original) {
      if (isTextarea(element) && original.kind === 'value') element.value = original.value;
      tellInput(element);
    },
  },
  contenteditable: natively({ undo: undoNatively }),
  // Their undo looks at the text now and then: what was typed and the reply become two steps when it looks before and after.
  ckeditor4: natively({ look: click }),
  tinymce: natively({ look: pressInsert }),
  summernote: natively({ look: undoAndRedo }),
  redactor: byPaste,
  froala: byPaste,
  quill: byPaste,
  // It drops empty blocks from markup, and would write on in the line that was typed.
  draft: throughModel((element, { text, html, isPadded }) => dispatchPaste(element, isPadded ? { text } : { text, html })),
  lexical: byPaste,
  prosemirror: byPaste,
  ckeditor5: byPaste,
  slate: throughModel((element, { text }) => {
    readSelection(element);
    dispatchPaste(element, { text });
  }),
};

type Undoing = { readonly undo?: (element: HTMLElement) => void; readonly look?: (element: HTMLElement) => void };

/** Editors that let the browser edit and look at what came of it. */
function natively({ undo = pressUndo, look }: Undoing): InsertTechnique {
  return {
    drawsLater: false,
    insert(element, text) {
      look?.(element);
      const surroundings = insertIntoRichText(element, text, writeNatively);
      look?.(element);
      return surroundings;
    },
    undo,
    putBack(element, original) {
      if (original.kind === 'copy') element.replaceChildren(...original.copy.cloneNode(true).childNodes);
      tellInput(element);
    },
  };
}

function throughModel(write: WriteReply): InsertTechnique {
  return {
    drawsLater: true,
    insert: (element, text) => insertIntoRichText(element, text, write),
    undo: pressUndo,
    putBack(element, original) {
      if (original.kind !== 'copy') return;
      selectAll(element);
      write(element, { text: toText(original.copy), html: original.copy.innerHTML, isPadded: false });
    },
  };
}

function undoNatively({ ownerDocument }: HTMLElement): void {
  ownerDocument.execCommand?.('undo');
}

function pressUndo(element: HTMLElement): void {
  pressShortcut(element, 'undo');
}

/** CKEditor 4: its undo plugin takes a click for a moment to look (`onNavigationKey`). */
function click(element: HTMLElement): void {
  const view = element.ownerDocument.defaultView;
  if (view) element.dispatchEvent(new view.MouseEvent('click', { bubbles: true }));
}

/** TinyMCE: the key "Insert" ends a stretch of typing when it comes up, as the arrow keys do. */
function pressInsert(element: HTMLElement): void {
  pressKey(element, { key: 'Insert', code: 'Insert', keyCode: 45 }, ['keyup']);
}

/** Summernote: undo first records what stands there, redo brings it back; nothing else makes it record what was typed. Where undo did nothing, redo would bring back what was taken out. */
function undoAndRedo(element: HTMLElement): void {
  const before = element.innerHTML;
  pressShortcut(element, 'undo');
  if (element.innerHTML !== before) pressShortcut(element, 'redo');
}

/** Slate looks at the selection with some delay, and at once before any input; this one is of no kind, and changes nothing. */
function readSelection(element: HTMLElement): void {
  element.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, cancelable: true, composed: true, inputType: '' }));
}

function tellInput(element: HTMLElement): void {
  const view = element.ownerDocument.defaultView;
  if (view) element.dispatchEvent(new view.Event('input', { bubbles: true }));
}
