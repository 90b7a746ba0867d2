import type { TicketLayout } from '../../domain/ticket-layout.ts';
import { ticketIdSchema, type TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage, ReplyBox, ReplyBoxSearch } from '../../ports/helpdesk-adapter.ts';
import { findEditors, isStarting } from '../insertion/find-editors.ts';
import { createPartFinder, readLead, type PartFinder } from './find-parts.ts';
import { findPane, outermost } from './read-layout.ts';

/**
 * The reply box of the open ticket, found inside its pane and outside every message. Its ticket id is read inside the reply pane, or around it up to the
 * ticket's pane; a layout that knows no place for it takes the id that the ticket's pane shows, else the page's word. More than one editor is `several`;
 * an audience that nothing tells is internal.
 */
export function findLayoutBox({ document }: HelpdeskPage, layout: TicketLayout, openId: TicketId): ReplyBoxSearch {
  const finder = createPartFinder(layout, openId);
  const pane = findPane(document, layout, finder);
  if (!pane) return { kind: 'none' };
  const messages = outermost(finder.findAll(pane, 'message'));
  const isInMessage = (element: Element): boolean => messages.some((message) => message.contains(element));
  const replyPanes = outermost(finder.findAll(pane, 'replyPane', isInMessage));
  const found = replyPanes.flatMap((replyPane) =>
    findEditors(replyPane)
      .filter(({ element }) => !isInMessage(element))
      .map((editor) => ({ replyPane, editor })),
  );
  const [first, another] = found;
  if (!first) return replyPanes.some(isStarting) ? { kind: 'not-ready' } : { kind: 'none' };
  if (another) return { kind: 'several', count: found.length };
  const { element } = first.editor;
  const isText = (found: Element): boolean => (found !== element && element.contains(found)) || isInMessage(found);
  // The root of a message may bear the ticket's id; what stands inside one bears none.
  const isInside = (found: Element): boolean => messages.some((message) => message !== found && message.contains(found));
  // A page that has a place for the id and shows none there is not trusted to be at the ticket in its address.
  const isNamed = layout.parts.ticketId !== undefined && !layout.parts.pane;
  const shownId = finder.readFirst(pane, 'ticketId', isInside) || (isNamed ? '' : openId);
  const ticketId = ticketIdSchema.safeParse(readTicketId(first.replyPane, pane, layout, finder, isInMessage) ?? shownId);
  if (!ticketId.success) return { kind: 'none' };
  return {
    kind: 'found',
    box: {
      ticketId: ticketId.data,
      ...readAudience(first.replyPane, layout, finder, isText),
      ...first.editor,
    },
  };
}

/** `undefined` where the layout names no place for it; '' where it names one and nothing is there. */
function readTicketId(
  replyPane: Element,
  pane: Element,
  { parts }: TicketLayout,
  finder: PartFinder,
  isApart: (element: Element) => boolean,
): string | undefined {
  if (!parts.replyTicketId) return undefined;
  const inside = finder.readFirst(replyPane, 'replyTicketId', isApart);
  if (inside !== '') return inside;
  for (const lead of parts.replyTicketId) {
    const around = replyPane.closest(lead.css);
    if (around && (around.contains(pane) || pane.contains(around))) return readLead(around, lead);
  }
  return '';
}

/** What is being written, and what others wrote, is no sign of who will read it; the editor's own marks are. */
function readAudience(
  replyPane: Element,
  { tests }: TicketLayout,
  finder: PartFinder,
  isApart: (element: Element) => boolean,
): Pick<ReplyBox, 'visibility' | 'isUnsaid'> {
  if (finder.holds(replyPane, tests.writesInternal, isApart)) return { visibility: 'internal' };
  return finder.holds(replyPane, tests.writesPublic, isApart)
    ? { visibility: 'public' }
    : { visibility: 'internal', isUnsaid: true };
}
