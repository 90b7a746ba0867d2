import type { EditorFamily } from '../../ports/helpdesk-adapter.ts';
import { NOT_TO_WRITE_IN, SHELL, toFamily } from './editor-marks.ts';
import { isTextarea } from './read-back.ts';

/** An editor that a person could type into now: the textarea, the editable element, or the body inside the editor's frame. */
export type FoundEditor = { readonly family: EditorFamily; readonly element: HTMLElement };

/**
 * Every editor inside `pane`, in the order of the page; open shadow roots and frames of the same origin are looked into.
 * Not what is hidden, disabled or read-only, not search and tag fields, not the textarea that a rich editor keeps.
 */
export function findEditors(pane: Element): readonly FoundEditor[] {
  return isShown(pane) ? lookInto(pane) : [];
}

/** Is an editor's frame or toolbar there, and nothing to type into yet? */
export function isStarting(pane: Element): boolean {
  return [...pane.querySelectorAll(SHELL)].some((shell) => isShown(shell) && lookInto(shell).length === 0);
}

function lookInto(root: ParentNode): readonly FoundEditor[] {
  return [...root.children].flatMap((child) => (isLaidOut(child) ? lookAt(child) : []));
}

function lookAt(element: Element): readonly FoundEditor[] {
  if (isFrame(element)) return lookIntoFrame(element);
  if (!isTextarea(element) && !isEditable(element))
    return [...(element.shadowRoot ? lookInto(element.shadowRoot) : []), ...lookInto(element)];
  return isHtml(element) && isVisible(element) && isToWriteIn(element) ? [toFound(element)] : [];
}

const toFound = (element: HTMLElement): FoundEditor => ({
  family: isTextarea(element) ? 'textarea' : toFamily(element),
  element,
});

/** The document of a frame of another origin is `null`. */
function lookIntoFrame(frame: HTMLIFrameElement): readonly FoundEditor[] {
  const inner = isVisible(frame) ? frame.contentDocument : undefined;
  if (!inner?.body) return [];
  return inner.designMode === 'on' ? [toFound(inner.body)] : lookAt(inner.body);
}

const isEditable = (element: Element): boolean =>
  /^(?:|true|plaintext-only)$/i.test(element.getAttribute('contenteditable') ?? 'inherit');

/** Fields that hold one line: a search, a list of tags or of people. An editor known by its mark may say so while it offers a completion. */
const ONE_LINE = '[role="searchbox"], [role="combobox"], [role="spinbutton"], [aria-multiline="false"]';

function isToWriteIn(element: HTMLElement): boolean {
  if (element.matches(`${NOT_TO_WRITE_IN}, [aria-disabled="true"], [aria-readonly="true"]`)) return false;
  if (isTextarea(element)) return !element.readOnly && !element.matches(`:disabled, [aria-hidden="true"], ${ONE_LINE}`);
  return toFamily(element) !== 'contenteditable' || !element.matches(ONE_LINE);
}

function isShown(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement) if (!isLaidOut(each)) return false;
  return isVisible(element);
}

const isLaidOut = (element: Element): boolean =>
  !element.hasAttribute('hidden') && !element.hasAttribute('inert') && styleOf(element)?.display !== 'none';

/** Unlike `display`, visibility is inherited, and a child may be visible again. */
const isVisible = (element: Element): boolean => !/hidden|collapse/.test(styleOf(element)?.visibility ?? '');

/** A document that is not shown, as a saved page, has no computed styles. */
function styleOf(element: Element): CSSStyleDeclaration | undefined {
  const view = element.ownerDocument.defaultView;
  return view ? view.getComputedStyle(element) : isHtml(element) ? element.style : undefined;
}

function isHtml(element: Element): element is HTMLElement {
  return 'style' in element && 'contentEditable' in element;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.tagName.toUpperCase() === 'IFRAME';
}
