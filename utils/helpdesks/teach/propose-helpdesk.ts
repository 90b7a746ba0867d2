import { toTaughtId, type TaughtHelpdesk } from '../../domain/taught-helpdesk.ts';
import type { Lead, TicketLayout } from '../../domain/ticket-layout.ts';
import type { Proposal, Shown, ShownPart, TeachingAnswers } from '../../domain/teaching.ts';
import { findAtPath } from './element-path.ts';
import { findCarrier, findPaneLead } from './find-carrier.ts';
import { findIdPlaces, type IdPlace } from './find-id.ts';
import { findReply, type FoundReply } from './find-reply.ts';
import { findThread, type FoundThread, type ShownMessage } from './find-thread.ts';
import { previewHelpdesk } from './preview-helpdesk.ts';
import { selectElement } from './select-element.ts';

export type TeachPage = { readonly document: Document; readonly url: URL };

/** As many as are read before one is mended; the proposal's schema takes no more. */
const MAX_LINES = 20;

/** What was shown so far, made into a helpdesk as far as it goes, with what it would read on this page and what stands in its way. */
export function proposeHelpdesk(page: TeachPage, shown: readonly Shown[], answers: TeachingAnswers): Proposal {
  const { document, url } = page;
  const problems: string[] = [];
  const warnings: string[] = [];
  const at = (part: ShownPart): Element | undefined => {
    const last = shown.findLast((each) => each.part === part);
    return last && findAtPath(document, last.path);
  };
  const subject = at('subject');
  const places = findIdPlaces(url, document, subject?.textContent ?? '');
  const idPlace = Math.min(answers.idPlace ?? 0, Math.max(places.length - 1, 0));
  const place = places[idPlace];
  if (!place)
    problems.push(
      'The address of this page holds no number of a ticket, so Deskside could not tell tickets apart. It can’t be taught.',
    );

  const thread = readThread(shown, document, at, problems, warnings);
  const reply = readReply(at('reply'), thread, place, answers, problems, warnings);
  const subjectLead = subject && toSubjectLead(subject, thread, problems, warnings);
  const layout = place && toLayout({ document, place, thread, reply, subjectLead, answers });
  const helpdesk = layout && place && toHelpdesk(url, place, layout);
  const preview = helpdesk && thread ? previewHelpdesk(page, helpdesk, thread.messages) : undefined;
  if (preview) problems.push(...preview.problems, ...findMisread(preview.messages, shown, document));
  return {
    ...(helpdesk && problems.length === 0 && reply
      ? { helpdesk: { ...helpdesk, layout: { ...helpdesk.layout, order: preview?.order ?? 'by-time' } } }
      : {}),
    subject: preview?.subject ?? '',
    messages: [...(preview?.messages ?? [])],
    idPlaces: places.map(({ label }) => label.slice(0, 300)),
    idPlace,
    order: preview?.order ?? 'by-time',
    hasControl: reply?.hasControl ?? false,
    problems: [...new Set(problems)].slice(0, MAX_LINES),
    warnings: [...new Set([...warnings, ...(preview?.warnings ?? [])])].slice(0, MAX_LINES),
  };
}

type Trouble = string[];

function readThread(
  shown: readonly Shown[],
  document: Document,
  at: (part: ShownPart) => Element | undefined,
  problems: Trouble,
  warnings: Trouble,
): FoundThread | undefined {
  const messages = shown.flatMap(({ part, path }): ShownMessage[] => {
    const click = findAtPath(document, path);
    return click && (part === 'requester' || part === 'agent' || part === 'note') ? [{ kind: part, click }] : [];
  });
  if (!messages.some(({ kind }) => kind === 'requester') || !messages.some(({ kind }) => kind === 'agent')) return undefined;
  const [author, time, body] = [at('author'), at('time'), at('body')];
  const found = findThread(messages, { ...(author && { author }), ...(time && { time }), ...(body && { body }) }, document);
  if (!found.ok) return void problems.push(found.error);
  warnings.push(...found.value.warnings);
  return found.value;
}

function readReply(
  click: Element | undefined,
  thread: FoundThread | undefined,
  place: IdPlace | undefined,
  { audience }: TeachingAnswers,
  problems: Trouble,
  warnings: Trouble,
): FoundReply | undefined {
  if (!click || !thread || !place) return undefined;
  const found = findReply(click, thread.messages, place.id);
  if (!found.ok) return void problems.push(found.error);
  if (audience === undefined) problems.push('Say who reads what is written into the box.');
  if (audience === 'internal')
    problems.push(
      'This box writes an internal note. Switch it to a reply to the requester (hold Alt to click in the page), then show it again.',
    );
  if (!found.value.hasControl)
    warnings.push(
      'No control that Deskside can read decides who reads the box. It counts as public as long as it looks as it does now.',
    );
  if (found.value.isFragile)
    warnings.push('The reply box is found by its position. After an update of the helpdesk it may have to be taught again.');
  return found.value;
}

function toSubjectLead(
  subject: Element,
  thread: FoundThread | undefined,
  problems: Trouble,
  warnings: Trouble,
): Lead | undefined {
  const selected = selectElement(subject, subject.ownerDocument);
  if (!selected || thread?.messages.some((message) => message.contains(subject)))
    return void problems.push('The subject was clicked inside a message. Click the subject at the top of the ticket.');
  if (selected.isFragile)
    warnings.push('The subject is found by its position. After an update of the helpdesk it may have to be taught again.');
  return { css: selected.css, sure: 'taught' };
}

type LayoutParts = {
  readonly document: Document;
  readonly place: IdPlace;
  readonly thread: FoundThread | undefined;
  readonly reply: FoundReply | undefined;
  readonly subjectLead: Lead | undefined;
  readonly answers: TeachingAnswers;
};

function toLayout({ document, place, thread, reply, subjectLead, answers }: LayoutParts): TicketLayout {
  const isInMessage = (element: Element): boolean => thread?.messages.some((message) => message.contains(element)) ?? false;
  const pane = thread?.messages[0] && findPaneLead(thread.messages[0].parentElement ?? thread.messages[0], place.id);
  const ticketId = findCarrier(document.body, place.id, document, isInMessage);
  return {
    version: 1,
    parts: {
      ...(pane ? { pane: [pane] } : {}),
      ...(ticketId && !pane ? { ticketId: [ticketId] } : {}),
      ...(subjectLead ? { subject: [subjectLead] } : {}),
      ...thread?.parts,
      ...(reply ? { replyPane: [reply.pane] } : {}),
      ...(reply?.ticketId ? { replyTicketId: [reply.ticketId] } : {}),
    },
    tests: {
      ...thread?.tests,
      ...(reply && answers.audience === 'public' ? { writesPublic: [reply.asShown], writesInternal: [...reply.asNote] } : {}),
    },
    ...(thread ? { knownMarks: [...thread.knownMarks] } : {}),
    order: answers.order ?? 'oldest-first',
  };
}

const toHelpdesk = ({ host }: URL, { address }: IdPlace, layout: TicketLayout): TaughtHelpdesk => ({
  kind: 'deskside-helpdesk',
  version: 1,
  id: toTaughtId(host),
  name: host.slice(0, 80),
  host,
  address,
  layout,
});

/** A message that the agent has shown has to be read as what they said it is. */
function findMisread(messages: Proposal['messages'], shown: readonly Shown[], document: Document): readonly string[] {
  const said = { requester: 'a public message of the requester', agent: 'a public reply', note: 'an internal note' } as const;
  return shown.flatMap(({ part, path }) => {
    if (part !== 'requester' && part !== 'agent' && part !== 'note') return [];
    const click = findAtPath(document, path);
    const read = messages.find((message) => click && findAtPath(document, message.path)?.contains(click));
    const isRight =
      read && (part === 'note' ? read.visibility === 'internal' : read.role === part && read.visibility === 'public');
    return isRight
      ? []
      : [`A message that you showed as ${said[part]} would not be read as one. Show another one, or stop here.`];
  });
}
