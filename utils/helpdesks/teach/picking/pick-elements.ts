import { createOutline } from './create-outline.ts';

export type PickDeps = {
  readonly window: Window & typeof globalThis;
  /** What the agent is asked to click, in plain words. */
  readonly words: string;
  readonly onPick: (element: Element) => void;
  readonly onStop: () => void;
};

/** Everything that a press of a button or a finger sends to a page. */
const PRESSES = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
  'submit',
] as const;

/**
 * Lets the agent point at things: hovering frames them, a click picks and the page does not hear of it. By keys: arrows go through the page's elements,
 * Enter picks, Esc stops. With Alt held a click is the page's as ever. Returns a function that ends it.
 */
export function pickElements({ window, words, onPick, onStop }: PickDeps): () => void {
  const { document } = window;
  const outline = createOutline(document);
  outline.say(`${words} Hold Alt to use the page, Esc to stop.`);
  let current: Element | undefined;
  const stop = new AbortController();
  const listen = (name: string, handle: (event: Event) => void): void =>
    window.addEventListener(name, handle, { capture: true, passive: false, signal: stop.signal });
  const point = (element: Element | undefined): void => {
    current = element;
    outline.around(element);
  };
  const hold = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const pick = (element: Element): void => {
    point(element);
    onPick(element);
  };

  listen('pointermove', (event) => point(toElement(event, window)));
  listen('scroll', () => outline.around(current));
  for (const name of PRESSES)
    listen(name, (event) => {
      if ('altKey' in event && event.altKey === true) return;
      hold(event);
      const element = toElement(event, window);
      if (name === 'click' && element) pick(element);
    });
  listen('keydown', (event) => {
    if (!(event instanceof window.KeyboardEvent)) return;
    if (event.key === 'Escape') {
      hold(event);
      return onStop();
    }
    const next = toNext(event.key, current, document);
    if (next) {
      hold(event);
      next.scrollIntoView({ block: 'nearest' });
      return point(next);
    }
    if (event.key === 'Enter' && current) {
      hold(event);
      pick(current);
    }
  });
  // A press inside a frame never reaches this page; the frame it went to has the focus then.
  listen('blur', () =>
    window.setTimeout(() => {
      if (!stop.signal.aborted && document.activeElement?.localName === 'iframe') pick(document.activeElement);
    }, 0),
  );
  return () => {
    stop.abort();
    outline.remove();
  };
}

const toElement = (event: Event, { Element }: PickDeps['window']): Element | undefined => {
  const [first] = event.composedPath();
  return first instanceof Element && first.localName !== 'html' ? first : undefined;
};

/** Up to what holds it, down into it, and to its neighbours; from nothing to the page's body. */
function toNext(key: string, current: Element | undefined, document: Document): Element | undefined {
  const at = current?.isConnected ? current : document.body;
  if (key === 'ArrowUp') return at.parentElement && at !== document.body ? at.parentElement : at;
  if (key === 'ArrowDown') return at.firstElementChild ?? at;
  if (key === 'ArrowRight') return at.nextElementSibling ?? at;
  return key === 'ArrowLeft' ? (at.previousElementSibling ?? at) : undefined;
}
