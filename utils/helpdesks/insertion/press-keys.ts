/** Keys that editors with an undo of their own listen to; a synthetic press reaches their code and not the browser's undo. */
export type Shortcut = 'undo' | 'redo';

const KEYS = { undo: { key: 'z', code: 'KeyZ', keyCode: 90 }, redo: { key: 'y', code: 'KeyY', keyCode: 89 } } as const;

/** Presses Ctrl+Z or Ctrl+Y, on a Mac ⌘Z or ⇧⌘Z. */
export function pressShortcut(element: HTMLElement, shortcut: Shortcut): void {
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const isMac = view.navigator.platform.startsWith('Mac');
  const keys = isMac && shortcut === 'redo' ? { ...KEYS.undo, shiftKey: true } : KEYS[shortcut];
  pressKey(element, { ...keys, ctrlKey: !isMac, metaKey: isMac });
}

/** `keyCode` and `which` are no longer in the standard; older editors read nothing else (Froala in Firefox `which`), and every browser still takes them. */
export function pressKey(
  element: HTMLElement,
  init: KeyboardEventInit & { readonly keyCode: number },
  types: readonly string[] = ['keydown', 'keyup'],
): void {
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  for (const type of types)
    element.dispatchEvent(
      new view.KeyboardEvent(type, { bubbles: true, cancelable: true, composed: true, which: init.keyCode, ...init }),
    );
}
