import type { TicketLayout } from '../../domain/ticket-layout.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { createPartFinder } from './find-parts.ts';
import { findPane, outermost } from './read-layout.ts';

/** Does the open ticket's pane hold a message with this id? What stands inside a message is none. */
export function holdsMessage({ document }: HelpdeskPage, layout: TicketLayout, ticketId: string, messageId: string): boolean {
  const finder = createPartFinder(layout, ticketId);
  const pane = findPane(document, layout, finder);
  if (!pane) return false;
  return outermost(finder.findAll(pane, 'message')).some((message) => finder.readFirst(message, 'messageId') === messageId);
}
