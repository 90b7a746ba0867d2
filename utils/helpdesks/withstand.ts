import type { Failure } from '../domain/failure.ts';
import type { HelpdeskPage } from '../ports/helpdesk-adapter.ts';

/**
 * What is asked of a document. A form or a picture that carries one of these names takes its place in scripts (HTML, "DOM tree accessors"), and a field
 * so named in its form. Chromium keeps the document's own for an extension's script and the form's not (`e2e/demo-helpdesk/page-tricks.e2e.ts`); other
 * browsers promise neither.
 */
const ASKED_FOR = [
  'body',
  'cookie',
  'createDocumentFragment',
  'createElement',
  'createRange',
  'defaultView',
  'documentElement',
  'execCommand',
  'getElementById',
  'getSelection',
  'querySelector',
  'querySelectorAll',
  'readyState',
] as const;

/** The page was looked at and something in it stood in the way; `missing` is for the agent. */
export type PageTrouble = Extract<Failure, { kind: 'ticket-unreadable' }>;

/**
 * The one place where a page that gets in the way of a look at it is withstood: by a name that hides a built-in of the document or of a form, or by
 * any other surprise. `orElse` gets the reason, in plain words and without a word of the page.
 */
export async function withstand<T>(
  readPage: () => HelpdeskPage,
  look: () => Promise<T>,
  orElse: (trouble: PageTrouble) => T,
): Promise<T> {
  try {
    requireOwnDocument(readPage());
    return await look();
  } catch (thrown) {
    return orElse(toTrouble(thrown));
  }
}

/** The same for a look that waits for nothing. */
export function withstandNow<T>(readPage: () => HelpdeskPage, look: () => T, orElse: (trouble: PageTrouble) => T): T {
  try {
    requireOwnDocument(readPage());
    return look();
  } catch (thrown) {
    return orElse(toTrouble(thrown));
  }
}

/** Throws when something in the page stands for one of the document's own parts: what is read then is not the page. */
export function requireOwnDocument({ document }: HelpdeskPage): void {
  const taken = ASKED_FOR.find((name) => Object.hasOwn(document, name));
  if (taken !== undefined) throw new Error(`document.${taken} is taken`);
}

const toTrouble = (thrown: unknown): PageTrouble => ({
  kind: 'ticket-unreadable',
  helpdesk: '',
  missing: 'the ticket: something in the page stands in the way of reading it',
  tried: [thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, 300) : 'an unknown error'],
});
