import type { Result } from '../domain/failure.ts';
import type { Macro } from '../domain/macro.ts';
import type { HelpdeskId, Ticket, TicketId, TicketLock, Visibility } from '../domain/ticket.ts';

/** The page as it is handed to an adapter: adapters use these and no globals, so they run over saved pages too. */
export type HelpdeskPage = {
  readonly document: Document;
  readonly url: URL;
  /** Same-origin GETs only, with the agent's session. */
  readonly fetch: (
    path: string,
    init: { readonly signal: AbortSignal; readonly headers?: Record<string, string> },
  ) => Promise<Response>;
  /** The adapters that this page's script came with. */
  readonly known?: readonly HelpdeskAdapter[];
  /** What an agent has taught of this host; it goes before what comes with the extension. */
  readonly taught?: readonly HelpdeskAdapter[];
};

export type Support = 'product' | 'replica' | 'experimental' | 'taught';

/** Families of editors, told by marks in the page; each has one technique in `helpdesks/insertion/`. TipTap is `prosemirror`. */
export type EditorFamily =
  | 'textarea'
  | 'contenteditable'
  | 'ckeditor4'
  | 'ckeditor5'
  | 'prosemirror'
  | 'lexical'
  | 'slate'
  | 'draft'
  | 'quill'
  | 'froala'
  | 'summernote'
  | 'redactor'
  | 'tinymce';

/** A reply box, with what stands inside its own pane: the ticket it belongs to and who will read what is typed there. */
export type ReplyBox = {
  readonly ticketId: TicketId;
  readonly visibility: Visibility;
  /** Nothing on the page says who reads it: it is shown as internal, and neither a reply nor a note goes in. */
  readonly isUnsaid?: boolean;
  readonly family: EditorFamily;
  /** The textarea, the contenteditable element, or the body inside the editor's iframe. */
  readonly element: HTMLElement;
};

export type ReplyBoxSearch =
  | { readonly kind: 'found'; readonly box: ReplyBox }
  | { readonly kind: 'none' }
  /** The editor is still starting up. */
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'several'; readonly count: number };

/** One helpdesk: how its pages are recognised, read and written to. A plain object over the page it is given; never writes through an API, never presses Send. */
export type HelpdeskAdapter = {
  readonly id: HelpdeskId;
  /** As people say it: "Request Tracker". */
  readonly name: string;
  /** Is this page one of this helpdesk's? From the URL and machine-readable marks, never from words on the screen. */
  readonly matches: (page: HelpdeskPage) => boolean;
  /** The ticket that is open, from the URL. */
  readonly openTicketId: (page: HelpdeskPage) => TicketId | undefined;
  /** The whole ticket. Fails rather than return half a ticket; a thread known to be cut short says so in `incomplete`. */
  readonly readTicket: (page: HelpdeskPage, signal: AbortSignal) => Promise<Result<Ticket>>;
  /** The lock as it is now, asked from the helpdesk itself and not from an earlier read. */
  readonly readLock: (page: HelpdeskPage, signal: AbortSignal) => Promise<Result<TicketLock>>;
  /**
   * The lock as the page alone shows it now, without waiting, for helpdesks that are read from their page: while a page goes from one ticket to another its
   * address may be ahead of what it shows, and not every box names its ticket.
   */
  readonly lockShown?: (page: HelpdeskPage) => TicketLock | undefined;
  /** Is this message in the pane of the open ticket now? For helpdesks that are read through an API and whose box names no ticket: then the newest message beside it tells whose it is. */
  readonly showsMessage?: (page: HelpdeskPage, messageId: string) => boolean;
  readonly findReplyBox: (page: HelpdeskPage) => ReplyBoxSearch;
  /** The page of this ticket that has a box for this visibility, when this one has none. */
  readonly replyPageUrl: (page: HelpdeskPage, ticketId: TicketId, visibility: Visibility) => URL | undefined;
  /** What the adapter was tried on: the product itself (`product`), a copy of its page and answers made from documented facts (`replica`), or facts too thin to rely on (`experimental`). */
  readonly support: Support;
  /** Does a ticket that is read again hold the reply that was really sent? */
  readonly seesSent: boolean;
  /** How often the helpdesk may be asked for news of the open ticket; 15 seconds unless said. Longer where a team shares a request limit. */
  readonly askEveryMs?: number;
  /** Which of the teams at this host the page is about, where a host has several. */
  readonly teamIn?: (url: URL) => string | undefined;
  /** The team's saved replies, where the product's own API gives them to the agent's session. */
  readonly readMacros?: (page: HelpdeskPage, signal: AbortSignal) => Promise<Result<readonly Macro[]>>;
};
