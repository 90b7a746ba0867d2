import type { Result } from '../../domain/failure.ts';
import type { TicketLayout } from '../../domain/ticket-layout.ts';
import type { Message, Person } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { readTime } from '../read-time.ts';
import { splitQuoted } from '../split-quoted.ts';
import { parseHtml, type TicketParts } from '../ticket-parts.ts';
import { toMessageLines } from '../to-message-lines.ts';
import { createPartFinder, type PartFinder } from './find-parts.ts';
import { isKnownMark, readRootMarks } from './root-marks.ts';

/** Why a page was not read: the missing part in plain words, and where it was looked for. */
export type LayoutMiss = { readonly missing: string; readonly tried: readonly string[] };

type ReadMessage = TicketParts['messages'][number];
/** `at` is undefined where the page shows no machine-readable time. */
type SeenMessage = Omit<ReadMessage, 'at'> & { readonly at: string | undefined };

/**
 * Reads the open ticket from the page. Messages are the outermost matches, and their bodies are never searched for anything but text: what a
 * requester writes can't pose as another message, an author or a mark. A message without a body or an author makes the whole read fail, and so does
 * a page that tells nobody's side, and one without a time where the order is told by time; elsewhere its time is put in (`fillTimes`, from `now`), and said.
 */
export function readLayout(
  { document }: HelpdeskPage,
  layout: TicketLayout,
  id: string,
  now = new Date(),
): Result<TicketParts, LayoutMiss> {
  const finder = createPartFinder(layout, id);
  const miss = (missing: string) => ({ ok: false, error: { missing, tried: finder.tried } }) as const;
  const pane = findPane(document, layout, finder);
  if (!pane) return miss('the pane of the open ticket');
  const shownId = finder.readFirst(pane, 'ticketId');
  if (shownId !== '' && shownId !== id) return miss(`ticket ${id} (it still shows ticket ${shownId})`);
  const elements = outermost(finder.findAll(pane, 'message'));
  const isInMessage = (element: Element): boolean => elements.some((message) => message.contains(element));
  const read = (part: 'subject' | 'queue' | 'requesterName' | 'requesterEmail' | 'agentName' | 'agentId'): string =>
    finder.readFirst(pane, part, isInMessage) ||
    finder.readFirst(document, part, (found) => isInMessage(found) || isElsewhere(found, pane));
  const subject = read('subject');
  if (layout.parts.subject && subject === '') return miss('the subject');
  if (elements.length === 0) return miss('any message');

  const seen: SeenMessage[] = [];
  for (const element of elements) {
    const message = readMessage(element, layout, finder, seen.length + 1);
    if (message === 'event') continue;
    if ('missing' in message) return miss(message.missing);
    seen.push(message);
  }
  if (seen.length > 0 && seen.every(({ role }) => role === 'participant')) return miss('who asks and who answers');
  if (layout.order === 'newest-first') seen.reverse();
  if (layout.order === 'by-id') seen.sort((a, b) => Number(a.id) - Number(b.id));
  if (layout.order === 'by-time') seen.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  const messages = toUniqueIds(fillTimes(seen, now));
  const agentName = read('agentName');
  const queue = read('queue');
  const isInBody = (found: Element): boolean =>
    elements.some((each) => each.contains(found) && finder.findAll(each, 'body').some((body) => body.contains(found)));
  const incomplete = [
    finder.holds(pane, layout.tests.more, isInMessage) ? 'older messages are not loaded' : '',
    finder.holds(pane, layout.tests.comments, isInBody) ? 'comments on messages are not read' : '',
    seen.every(({ at }) => at !== undefined) ? '' : 'the times of messages are not exact',
  ].filter(Boolean);
  return {
    ok: true,
    value: {
      subject,
      ...(queue ? { queue } : {}),
      requester: findRequester(read('requesterName'), read('requesterEmail'), messages),
      ...(agentName ? { agent: { id: read('agentId') || agentName.toLowerCase(), name: agentName } } : {}),
      messages,
      ...(incomplete.length > 0 ? { incomplete: incomplete.join('; ') } : {}),
    },
  };
}

/** The pane of the open ticket, or the page where its layout knows no panes. Two panes that are in sight are none. */
export function findPane(document: Document, layout: TicketLayout, finder: PartFinder): Element | undefined {
  if (!layout.parts.pane) return document.body;
  const panes = outermost(finder.findAll(document, 'pane'));
  return panes.length === 1 ? panes[0] : undefined;
}

export function outermost(elements: readonly Element[]): readonly Element[] {
  let last: Element | undefined;
  // In document order whatever holds an element stands before it.
  return elements.filter((element) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}

/** Inside another pane's part of the page: only what lies around our pane, or beside every pane, is about it. */
const isElsewhere = (element: Element, pane: Element): boolean =>
  pane.parentElement?.contains(element) === true && !pane.contains(element);

function readMessage(
  element: Element,
  layout: TicketLayout,
  finder: PartFinder,
  position: number,
): SeenMessage | 'event' | { readonly missing: string } {
  const isDropped = (found: Element): boolean => layout.drop?.some((css) => isInside(found.closest(css), element)) ?? false;
  const bodies = outermost(finder.findAll(element, 'body', isDropped));
  const isBody = (found: Element): boolean => found !== element && bodies.some((body) => body.contains(found));
  if (finder.holds(element, layout.tests.event, isBody)) return 'event';
  if (bodies.length === 0) return { missing: `the text of message ${position}` };
  const name = finder.readFirst(element, 'author', isBody);
  if (name === '') return { missing: `the author of message ${position}` };
  const at = readTime(finder.readFirst(element, 'time', isBody));
  if (at === undefined && layout.order === 'by-time') return { missing: `the time of message ${position}` };
  const lines = bodies.flatMap((body, index) => [
    ...(index > 0 ? [{ text: '', quoted: false }] : []),
    ...toMessageLines(toBodyRoot(body, layout), layout.drop),
  ]);
  const body = splitQuoted(lines);
  const isRequester = finder.holds(element, layout.tests.requester, isBody);
  const isAgent = finder.holds(element, layout.tests.agent, isBody);
  const isInternal = finder.holds(element, layout.tests.internal, isBody);
  const { knownMarks } = layout;
  const isKnown = !knownMarks || readRootMarks(element).every((mark) => isKnownMark(mark, knownMarks));
  const attachments = finder.findAll(element, 'attachment', isBody).map((found) => (found.textContent ?? '').trim());
  const ownId = finder.readFirst(element, 'messageId', isBody);
  if (layout.order === 'by-id' && !/^\d{1,15}$/.test(ownId)) return { missing: `the id of message ${position}` };
  return {
    id: ownId || `page:${hash(`${name}\n${at ?? ''}\n${body.text}`)}`,
    author: { id: finder.readFirst(element, 'authorId', isBody) || name.toLowerCase(), name },
    role: !isKnown || isRequester === isAgent ? 'participant' : isRequester ? 'requester' : 'agent',
    visibility: isKnown && !isInternal && finder.holds(element, layout.tests.public, isBody) ? 'public' : 'internal',
    at,
    ...body,
    attachments: [...new Set(attachments.filter((each) => each !== ''))],
  };
}

const isInside = (found: Element | null, element: Element): boolean =>
  found !== null && found !== element && element.contains(found);

/** A body is the element, or the HTML in the attribute that its lead names. */
function toBodyRoot(body: Element, { parts }: TicketLayout): Element {
  const html = parts.body?.find(({ css, attribute }) => attribute !== undefined && body.matches(css))?.attribute;
  return html === undefined ? body : parseHtml(body.ownerDocument, body.getAttribute(html) ?? '');
}

/** A time that is not known is that of the message before it, else of the next one that is known, else the moment of reading: the order stays. */
function fillTimes(seen: readonly SeenMessage[], now: Date): ReadMessage[] {
  let last = seen.find(({ at }) => at !== undefined)?.at ?? now.toISOString();
  return seen.map((message) => ({ ...message, at: (last = message.at ?? last) }));
}

/** Equal ids are numbered from the oldest on, so that a new message never takes over the id that an older one had. */
function toUniqueIds(messages: readonly ReadMessage[]): ReadMessage[] {
  const ids = new Set<string>();
  return messages.map((message) => {
    const id = ids.has(message.id) ? `${message.id}-${ids.size}` : message.id;
    ids.add(id);
    return { ...message, id };
  });
}

/** Who asks: as the page names them, else the author of the first message of a requester. The page's name joins them with their messages' id. */
function findRequester(name: string, email: string, messages: readonly ReadMessage[]): Person {
  const asked = messages.filter((message): message is ReadMessage & { role: Message['role'] } => message.role === 'requester');
  const author = (name === '' ? asked[0] : asked.find((message) => message.author.name === name))?.author;
  const person = author ?? { id: (email || name || 'unknown').toLowerCase(), name };
  return email === '' ? person : { ...person, email };
}

/** FNV-1a, 32 bits: for telling messages of one ticket apart, not for keeping secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(36);
}
