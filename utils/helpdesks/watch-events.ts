/** Listens for what tells that the page may show something else: its address, or elements that came into it. */
export type PageEvents = { readonly onAddress: () => void; readonly onElements: () => void };

/** The browser's own word on a change of address, where it has the Navigation API; else there are the once-a-second looks. */
const NAVIGATIONS = ['navigatesuccess', 'currententrychange'] as const;
const NO_NEWS_IN = 'head, select, [contenteditable]:not([contenteditable="false"])';
const ADDRESSES = ['hashchange', 'popstate'] as const;

/**
 * Starts listening and gives what stops it. Only elements with text count, and none inside an editor or a field: what the agent types is no news. Looks
 * at what was added and at nothing else.
 */
export function listenToPage(document: Document, { onAddress, onElements }: PageEvents): () => void {
  const view = document.defaultView;
  if (!view) return () => undefined;
  const { navigation }: { readonly navigation?: EventTarget } = view;
  for (const name of NAVIGATIONS) navigation?.addEventListener(name, onAddress);
  for (const name of ADDRESSES) view.addEventListener(name, onAddress);
  const observer = new view.MutationObserver((records) => {
    if (records.some(({ addedNodes }) => [...addedNodes].some((node) => isNews(node, view)))) onElements();
  });
  // The whole document: some products put another body in the place of the first.
  observer.observe(document, { childList: true, subtree: true });
  return () => {
    for (const name of NAVIGATIONS) navigation?.removeEventListener(name, onAddress);
    for (const name of ADDRESSES) view.removeEventListener(name, onAddress);
    observer.disconnect();
  };
}

/** By the view's own method: a form's can be hidden by a field named "closest". */
function isNews(node: Node, { Element }: Window & typeof globalThis): boolean {
  if (node.nodeType !== 1 || !/\S/.test(node.textContent ?? '')) return false;
  return node.parentElement === null || Element.prototype.closest.call(node.parentElement, NO_NEWS_IN) === null;
}
