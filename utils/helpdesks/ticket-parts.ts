import { ticketSchema, type HelpdeskId, type Message, type Person, type Ticket, type TicketId } from '../domain/ticket.ts';
import type { Result } from '../domain/failure.ts';
import type { HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { unreadable } from './read-json.ts';
import { splitQuoted, type SplitMessage } from './split-quoted.ts';
import { toMessageLines } from './to-message-lines.ts';

/** A ticket as one helpdesk tells it, before it is bound to a host and checked. */
export type TicketParts = {
  readonly subject: string;
  readonly queue?: string;
  readonly requester: Person;
  readonly agent?: Person;
  /** In any order of time that is the same at every read. */
  readonly messages: readonly (Pick<Message, 'id' | 'author' | 'role' | 'visibility' | 'at'> &
    SplitMessage & { readonly attachments?: string[] })[];
  readonly incomplete?: string;
};

/** A text longer than this is no message to answer as it stands; the rest of it is left out, and said. */
const MAX_TEXT = 200_000;
/** Markup longer than this is not parsed to its end. */
const MAX_HTML = 2_000_000;

export function toTicket(
  { url }: HelpdeskPage,
  helpdesk: { readonly id: HelpdeskId; readonly name: string },
  id: TicketId,
  ticketUrl: URL,
  parts: TicketParts,
): Result<Ticket> {
  const long = parts.messages.some(({ text, quoted }) => text.length + quoted.length > MAX_TEXT);
  const parsed = ticketSchema.safeParse({
    host: url.host,
    helpdesk: helpdesk.id,
    id,
    url: ticketUrl.href,
    ...parts,
    messages: parts.messages.map((message) => ({
      ...message,
      text: message.text.slice(0, MAX_TEXT),
      quoted: message.quoted.slice(0, MAX_TEXT),
    })),
    incomplete: [parts.incomplete, long ? 'the end of a very long message was left out' : ''].filter(Boolean).join('; '),
  });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : unreadable(helpdesk.name, parsed.error.issues[0]?.path.join('.') ?? 'the ticket');
}

/** A body that came as HTML, without what one of the selectors in `drop` names. */
export function readHtmlBody({ document }: HelpdeskPage, html: string, drop: readonly string[] = []): SplitMessage {
  return splitQuoted(toMessageLines(parseHtml(document, html), drop));
}

/** HTML as a document of its own: nothing in it runs or loads. */
export function parseHtml(document: Document, html: string): Element {
  const Parser = document.defaultView?.DOMParser ?? DOMParser;
  return new Parser().parseFromString(html.slice(0, MAX_HTML), 'text/html').body;
}

/** A body that came as plain text. */
export function readPlainBody(text: string): SplitMessage {
  return splitQuoted(
    text
      .slice(0, MAX_HTML)
      .split(/\r?\n/)
      .map((line) => ({ text: line, quoted: false })),
  );
}
