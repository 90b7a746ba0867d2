import { Window } from 'happy-dom';
import type { Shown, ShownPart, TeachingAnswers } from '../../domain/teaching.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { toElementPath } from './element-path.ts';
import type { PageShape, ShapeTicket } from './page-shapes.test-support.ts';

export function openShape(html: string, path: string): HelpdeskPage {
  const window = new Window({ url: `https://desk.example${path}` });
  window.document.write(html);
  return {
    document: window.document as unknown as Document,
    url: new URL(`https://desk.example${path}`),
    fetch: () => Promise.reject(new Error('A taught helpdesk asks for nothing.')),
  };
}

/** The element that a click on these words hits. */
export function atWords(document: Document, words: string): Element {
  const found = [...document.querySelectorAll('body *')].findLast((element) => element.textContent?.includes(words));
  if (!found) throw new Error(`The page does not say “${words}”.`);
  return found;
}

export function show(part: ShownPart, element: Element): Shown {
  return { part, path: [...(toElementPath(element) ?? [])], words: '' };
}

/** The clicks of an agent in a ticket of a shape: subject, one message of each kind, the box. */
export function showTicket(
  { document }: HelpdeskPage,
  { box = 'textarea' }: PageShape,
  ticket: ShapeTicket,
  withNote = true,
): Shown[] {
  const first = (kind: string): Element =>
    atWords(document, ticket.messages.find((message) => message.kind === kind)?.text.split('\n')[0] ?? '');
  const editor = document.querySelector(box);
  if (!editor) throw new Error('The page has no box.');
  return [
    show('subject', atWords(document, ticket.subject)),
    show('requester', first('requester')),
    show('agent', first('agent')),
    ...(withNote ? [show('note', first('note'))] : []),
    show('reply', editor),
  ];
}

export const saidPublic: TeachingAnswers = { noNote: false, audience: 'public' };
