import type { TaughtHelpdesk } from '../../domain/taught-helpdesk.ts';
import type { Proposal } from '../../domain/teaching.ts';
import type { TicketLayout } from '../../domain/ticket-layout.ts';
import { findBadSelector } from '../taught/find-bad-selector.ts';
import { createTaughtAdapter } from '../taught/create-taught-adapter.ts';
import { matchAddress } from '../taught/match-address.ts';
import { readLayout } from '../layout/read-layout.ts';
import { toElementPath } from './element-path.ts';

const MAX_SHOWN = 300;

export type Preview = Pick<Proposal, 'subject' | 'messages' | 'order'> & {
  readonly problems: string[];
  readonly warnings: string[];
};

/** Reads this page as the helpdesk would be read, in the order of the page. */
export function previewHelpdesk(
  page: { readonly document: Document; readonly url: URL },
  helpdesk: TaughtHelpdesk,
  elements: readonly Element[],
): Preview {
  const nothing = { subject: '', messages: [], order: helpdesk.layout.order, warnings: [] };
  const bad = findBadSelector(helpdesk, page.document);
  if (bad !== undefined)
    return { ...nothing, problems: [`Deskside made a selector that this browser does not understand (${bad}).`] };
  const reading = { ...page, fetch: () => Promise.reject(new Error('Teaching asks for nothing.')) };
  const id = matchAddress(helpdesk.address, page.url) ?? '';
  const read = readLayout(reading, { ...helpdesk.layout, order: 'oldest-first' }, id);
  if (!read.ok)
    return {
      ...nothing,
      problems: [`This page could not be read so: Deskside finds no ${read.error.missing.replace(/^(?:the|any) /, '')}.`],
    };
  const messages = read.value.messages.slice(0, MAX_SHOWN).map((message, index) => ({
    path: toElementPath(elements[index] ?? page.document.body) ?? [],
    author: message.author.name,
    role: message.role === 'participant' ? ('participant' as const) : message.role,
    visibility: message.visibility,
    at: message.at,
    words: message.text.replace(/\s+/g, ' ').slice(0, 110),
  }));
  const isBoxShown = helpdesk.layout.parts.replyPane !== undefined;
  const box = isBoxShown ? createTaughtAdapter(helpdesk).findReplyBox(reading) : undefined;
  const isLost = box !== undefined && box.kind !== 'found';
  const order = findOrder(
    messages.map(({ at }) => at),
    helpdesk.layout.order,
  );
  return {
    subject: read.value.subject,
    messages,
    order,
    problems: isLost ? ['The reply box could not be found again. Click into it once more.'] : [],
    warnings: [],
  };
}

/** As the times in the page run; as it was said where they do not tell. */
function findOrder(times: readonly string[], said: TicketLayout['order']): TicketLayout['order'] {
  const steps = times.slice(1).map((at, index) => at.localeCompare(times[index] ?? at));
  if (steps.every((step) => step === 0)) return said;
  if (steps.every((step) => step >= 0)) return 'oldest-first';
  return steps.every((step) => step <= 0) ? 'newest-first' : 'by-time';
}
