/** An editor on the bench, seen through its own API: what it says is what the helpdesk would send. */
export type BenchEditor = {
  /** Lines of the editor's model: a paragraph, an item or a line after a break is one. */
  readonly readLines: () => readonly string[];
  /** Puts focus and caret into the first line. */
  readonly focus: () => void;
  /** Links in the model, where it does not show them as `a[href]`. */
  readonly countLinks?: () => number;
  readonly stop: () => void | Promise<void>;
};

/** Starts an editor in `host` that holds these paragraphs. */
export type StartEditor = (host: HTMLElement, paragraphs: readonly string[]) => Promise<BenchEditor>;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const toHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${text === '' ? '<br>' : escape(text)}</p>`).join('');

/** Lines of the HTML that an editor gives out. */
export function htmlToLines(html: string): readonly string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const br of body.querySelectorAll('br')) br.replaceWith('\n');
  for (const block of body.querySelectorAll('p, div, li, ul, ol')) {
    block.prepend('\n');
    block.append('\n');
  }
  return (body.textContent ?? '').split('\n');
}

export function focusFirstLine(element: HTMLElement): void {
  element.focus();
  const document = element.ownerDocument;
  const [first = element] = element.children;
  document.getSelection()?.collapse(first, 0);
}
