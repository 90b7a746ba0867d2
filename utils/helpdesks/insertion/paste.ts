/** What goes to the editor's own paste: Slate wants text alone, the others build paragraphs and lists from the markup. */
export type Pasted = { readonly text: string; readonly html?: string };

/**
 * Hands the editor a paste event at its selection. Chromium fills it from a `DataTransfer`; Gecko's constructor ignores that
 * member and takes one kind of data by members of its own, the other is set on the event. Nothing is dispatched that would arrive empty:
 * editors stop such an event and change their text all the same. False when the browser can not make one.
 */
export function dispatchPaste(element: HTMLElement, pasted: Pasted): boolean {
  const event = createPaste(element, pasted);
  if (event) element.dispatchEvent(event);
  return event !== undefined;
}

function createPaste(element: HTMLElement, { text, html }: Pasted): ClipboardEvent | undefined {
  const view = element.ownerDocument.defaultView;
  if (!view || typeof DataTransfer !== 'function') return undefined;
  const isFilled = (event: ClipboardEvent): boolean =>
    event.clipboardData?.getData('text/plain') === text && event.clipboardData.getData('text/html') === (html ?? '');
  const init = { bubbles: true, cancelable: true, composed: true };
  const standard = new ClipboardEvent('paste', { ...init, clipboardData: toDataTransfer({ text, ...(html ? { html } : {}) }) });
  if (isFilled(standard)) return standard;
  const first = html === undefined ? { dataType: 'text/plain', data: text } : { dataType: 'text/html', data: html };
  const gecko = new ClipboardEvent('paste', { ...init, ...first });
  if (html !== undefined) gecko.clipboardData?.setData('text/plain', text);
  return isFilled(gecko) ? gecko : undefined;
}

/** Slate reads its selection from the page at once for this event, and not for a paste. */
export function dispatchInsertFromPaste(element: HTMLElement, text: string): void {
  const dataTransfer = toDataTransfer({ text });
  element.dispatchEvent(
    new InputEvent('beforeinput', {
      bubbles: true,
      cancelable: true,
      composed: true,
      inputType: 'insertFromPaste',
      dataTransfer,
    }),
  );
}

function toDataTransfer({ text, html }: Pasted): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (html !== undefined) data.setData('text/html', html);
  return data;
}
