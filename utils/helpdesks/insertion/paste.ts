/** What goes to the editor's own paste: Slate wants text alone, the others build paragraphs and lists from the markup. */
export type Pasted = { readonly text: string; readonly html?: string };

/**
 * Hands the editor a paste event at its selection. Nothing is dispatched that would arrive empty: editors stop such an
 * event and change their text all the same.
 */
export function dispatchPaste(element: HTMLElement, pasted: Pasted): void {
  const event = createForChromium(pasted) ?? createForGecko(element, pasted);
  if (event) element.dispatchEvent(event);
}

const INIT = { bubbles: true, cancelable: true, composed: true };

function createForChromium({ text, html }: Pasted): ClipboardEvent | undefined {
  if (typeof DataTransfer !== 'function') return undefined;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  if (html !== undefined) clipboardData.setData('text/html', html);
  const event = new ClipboardEvent('paste', { ...INIT, clipboardData });
  return event.clipboardData?.getData('text/plain') === text ? event : undefined;
}

/**
 * Gecko's constructor ignores `clipboardData`; it takes one kind of data by members of its own. The other kind has to be set
 * as the page would (through `wrappedJSObject`), or the page is not shown it.
 */
function createForGecko({ ownerDocument }: HTMLElement, { text, html }: Pasted): ClipboardEvent | undefined {
  const view = ownerDocument.defaultView;
  if (!view) return undefined;
  const data = html === undefined ? { dataType: 'text/plain', data: text } : { dataType: 'text/html', data: html };
  const event = new view.ClipboardEvent('paste', { ...INIT, ...data });
  const { clipboardData }: ClipboardEvent = Reflect.get(event, 'wrappedJSObject') ?? event;
  if (html !== undefined) clipboardData?.setData('text/plain', text);
  return clipboardData?.getData('text/plain') === text ? event : undefined;
}
