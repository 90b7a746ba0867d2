import type { EditorFamily } from '../../ports/helpdesk-adapter.ts';

export type FoundEditor = { readonly family: EditorFamily; readonly element: HTMLElement };

/** Every editor inside `pane` that a person could type into now. */
export function findEditors(pane: Element): readonly FoundEditor[] {
  const editors = [...pane.querySelectorAll<HTMLElement>('textarea, [contenteditable="true"]')];
  return editors
    .filter(
      (element) =>
        !element.parentElement?.closest('[contenteditable="true"]') &&
        element.closest('[hidden], [style*="display:none"], .richtext') === null,
    )
    .map((element) => ({ family: element.tagName === 'TEXTAREA' ? 'textarea' : 'contenteditable', element }));
}

/** Is an editor starting whose field is not there yet? */
export function isStarting(_pane: Element): boolean {
  return false;
}
