import { Window } from 'happy-dom';
import type { TicketLock, Visibility } from '../../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { isTextarea } from '../insertion/read-back.ts';
import type { TextWriter } from '../insertion/text-writer.ts';
import { startState, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { replicaTickets, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

/** What a server knows and how it answers; tabs that show the same helpdesk share one. */
export type MovingServer = { tickets: readonly ReplicaTicket[]; trouble: ReplicaAnswer | 'offline' | undefined };

/** A write as it was made: whose box it was and who would read it, told by the page that was drawn and not by the adapter. */
export type Write = { readonly ticket: string; readonly mode: Visibility };

const markOf = (id: string): string => `Reference-${id}.`;

/** Every message bears its ticket's mark, so that a box's pane tells whose it is. */
function toMarked(id: string, message: ReplicaMessage): ReplicaMessage {
  const clean = (text: string): string => text.replace(/Reference-\d+\./g, '');
  return { ...message, html: `${clean(message.html)}<p>${markOf(id)}</p>`, text: `${clean(message.text)}\n\n${markOf(id)}` };
}

export const markedTickets: readonly ReplicaTicket[] = replicaTickets.map((ticket) => ({
  ...ticket,
  messages: ticket.messages.map((message) => toMarked(ticket.id, message)),
}));

/** The first ticket's messages become the other's; the first is no more. */
export function mergeInto(tickets: readonly ReplicaTicket[], from: string, into: string): readonly ReplicaTicket[] {
  const moved = tickets.find(({ id }) => id === from)?.messages ?? [];
  const merge = (ticket: ReplicaTicket): ReplicaTicket => ({
    ...ticket,
    messages: [...ticket.messages, ...moved.map((message) => toMarked(into, message))].toSorted((a, b) =>
      a.at.localeCompare(b.at),
    ),
  });
  return tickets.filter(({ id }) => id !== from).map((ticket) => (ticket.id === into ? merge(ticket) : ticket));
}

/**
 * A replica in a tab whose address, page and server move apart, as they do while a single-page application goes from one ticket to another. `step` is
 * awaited wherever the tab waits for something.
 */
export function openMovingDesk(replica: Replica, server: MovingServer, step: () => Promise<void>) {
  const start = startState(replicaTickets[0]?.id ?? '');
  let address = start.open;
  let drawn: ReplicaState = { ...start, tickets: server.tickets };
  let startsIn = 0;
  const window = new Window({ url: `https://${replica.host}${replica.ticketPath(start.open)}` });
  const document = window.document as unknown as Document;
  const writes: Write[] = [];

  const draw = (): void => {
    document.documentElement.innerHTML = '';
    document.open();
    document.write(replica.renderPage(drawn));
    document.close();
    if (replica.cookie !== undefined) document.cookie = replica.cookie;
  };
  const findBox = (): HTMLElement | undefined => {
    const search = replica.adapter.findReplyBox(page);
    return search.kind === 'found' ? search.box.element : undefined;
  };
  const ticketAround = (box: HTMLElement): string => {
    for (let around: Element | null | undefined = box; around; around = around.parentElement ?? frameOf(around, document)) {
      const found = new Set(around.textContent?.match(/(?<=Reference-)\d+/g));
      if (found.size === 1) return [...found][0] ?? '';
      if (found.size > 1) break;
    }
    return drawn.open;
  };
  const page: HelpdeskPage = {
    document,
    get url() {
      return new URL(replica.ticketPath(address), `https://${replica.host}`);
    },
    async fetch(path, { headers = {} }) {
      await step();
      const { trouble } = server;
      if (trouble === 'offline') throw new TypeError('Failed to fetch');
      const state = { ...drawn, tickets: server.tickets };
      const answer = trouble ??
        replica.answer?.(state, path, headers) ?? { status: 404, type: 'text/html', text: '<h1>Not found' };
      await step();
      return new Response(answer.text, { status: answer.status ?? 200, headers: { 'content-type': answer.type } });
    },
  };
  const adapter: HelpdeskAdapter = {
    ...replica.adapter,
    findReplyBox(of) {
      if (startsIn <= 0) return replica.adapter.findReplyBox(of);
      startsIn -= 1;
      return { kind: 'not-ready' };
    },
  };
  /** Writes words where it is told and reads them back a little later, as an editor that draws late. */
  const writer: TextWriter = {
    holds: (box, text) => readBox(box).includes(text),
    async insert({ element }, text) {
      writes.push({ ticket: ticketAround(element), mode: drawn.mode });
      writeBox(element, `${readBox(element)}${text}`);
      await step();
      await step();
      return readBox(element).includes(text)
        ? { keptText: false, before: '', after: text, original: { kind: 'value', value: '' } }
        : undefined;
    },
    async undo({ element }, { after }) {
      writeBox(element, readBox(element).replace(after, ''));
      return true;
    },
  };
  draw();
  return {
    page,
    adapter,
    writer,
    writes,
    draw(change: Partial<ReplicaState> = {}, keepsBox = false): void {
      const kept = keepsBox ? findBox() : undefined;
      drawn = { ...drawn, tickets: server.tickets, ...change };
      draw();
      const fresh = findBox();
      if (!fresh || kept?.ownerDocument !== document || fresh.ownerDocument !== document) return;
      // A page that keeps its editor gives it the marks of what it writes now.
      for (const { name } of kept.attributes) kept.removeAttribute(name);
      for (const { name, value } of fresh.attributes) kept.setAttribute(name, value);
      fresh.replaceWith(kept);
    },
    goTo: (id: string) => void (address = id),
    startEditorIn: (looks: number) => void (startsIn = looks),
    /** Every box of the page that holds the text, with its ticket. */
    holding: (text: string): readonly { readonly ticket: string; readonly times: number }[] =>
      findBoxes(document)
        .map((box) => ({ ticket: ticketAround(box), times: readBox(box).split(text).length - 1 }))
        .filter(({ times }) => times > 0),
    close: () => window.happyDOM.close(),
    readLock: async (): Promise<TicketLock> => {
      const lock = await replica.adapter.readLock(page, new AbortController().signal);
      if (!lock.ok) throw new Error(JSON.stringify(lock.error));
      return lock.value;
    },
  };
}
export type MovingDesk = ReturnType<typeof openMovingDesk>;

/** The frame, at any depth of the page, that shows an element's document. The DOM without layout knows no `frameElement`. */
const frameOf = (element: Element, page: Document): Element | undefined =>
  findFrames(page).find(({ contentDocument }) => contentDocument === element.ownerDocument);

const findFrames = (document: Document): readonly HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].flatMap((frame) => [
    frame,
    ...(frame.contentDocument ? findFrames(frame.contentDocument) : []),
  ]);

/** Boxes of the page and of every frame in it. */
const findBoxes = (document: Document): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('textarea, [contenteditable]'),
  ...[...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) =>
    contentDocument ? findBoxes(contentDocument) : [],
  ),
];

const readBox = (box: HTMLElement): string => (isTextarea(box) ? box.value : (box.textContent ?? ''));

function writeBox(box: HTMLElement, text: string): void {
  if (isTextarea(box)) box.value = text;
  else box.textContent = text;
}
