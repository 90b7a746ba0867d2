import type { Failure } from '../domain/failure.ts';
import type { InsertResult, RefusalReason } from '../domain/insertion.ts';
import type { TicketLock, Visibility } from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage, ReplyBox, ReplyBoxSearch } from '../ports/helpdesk-adapter.ts';
import { explainDifference } from './explain-difference.ts';
import type { InsertedText } from './insertion/insert-text.ts';
import type { TextWriter } from './insertion/text-writer.ts';
import { requireOwnDocument, withstand } from './withstand.ts';

/** Rich editors take up to a few seconds to start; one that takes longer is not waited for. */
const EDITOR_WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 100;

export type InsertReplyDeps = {
  readonly findAdapter: (page: HelpdeskPage) => HelpdeskAdapter | undefined;
  /** The page as it is at each look: its address changes under our feet. */
  readonly readPage: () => HelpdeskPage;
  readonly writer: TextWriter;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => Date;
  readonly onInserted: (box: ReplyBox, inserted: InsertedText) => void;
};

type Found = InsertReplyDeps & { readonly adapter: HelpdeskAdapter };
type Refusal = Extract<InsertResult, { kind: 'refused' }>;

/**
 * The ticket lock. The helpdesk is asked again who the requester is and what the newest message is; then, in one turn and
 * so with nothing in between, the page's address, the pane around the box and its audience are looked at and the text
 * goes in. Once the editor has drawn it they are looked at again: a page that moved meanwhile gets its text taken out. Anything that differs
 * from `lock` refuses, and so does a box of another `visibility`. Never sends, never switches a box from internal to public or back, never throws.
 */
export function insertReply(
  deps: InsertReplyDeps,
  lock: TicketLock,
  text: string,
  signal: AbortSignal,
  visibility: Visibility = 'public',
): Promise<InsertResult> {
  return withstand<InsertResult>(
    deps.readPage,
    async () => {
      const adapter = deps.findAdapter(deps.readPage());
      if (!adapter) return refuse('other-ticket', 'this page is not the helpdesk’s');
      return insertIntoSame({ ...deps, adapter }, lock, text, signal, visibility);
    },
    ({ missing }) => refuse('ticket-unreadable', missing),
  );
}

async function insertIntoSame(
  deps: Found,
  lock: TicketLock,
  text: string,
  signal: AbortSignal,
  visibility: Visibility,
): Promise<InsertResult> {
  const { adapter, readPage, writer } = deps;
  if (!isOpen(adapter, readPage(), lock)) return refuse('other-ticket', 'the page shows another ticket');
  await waitForEditor(deps, signal);
  if (!isOpen(adapter, readPage(), lock)) return refuse('other-ticket', 'the page went to another ticket');
  const fresh = await adapter.readLock(readPage(), signal);
  if (signal.aborted) return refuse('page-gone', 'the insert was stopped');
  // Adapters look at the address first; an address that moved on is no ticket that can't be read.
  const page = readPage();
  if (!isOpen(adapter, page, lock)) return refuse('other-ticket', 'the page went to another ticket');
  if (!fresh.ok) return refuse('ticket-unreadable', toDetail(fresh.error));
  const difference = explainDifference(lock, fresh.value);
  if (difference) return refuse(difference.reason, difference.detail);

  // From the look at the address to the insertion nothing is awaited: what is checked is what is written to.
  const found = findBox(adapter, page, lock, visibility);
  if (found.kind === 'refused')
    return found.reason === 'no-editor' && adapter.replyPageUrl(page, lock.ticketId, visibility)
      ? { kind: 'opening-reply-page' }
      : found;
  const { box } = found;
  const receipt = { at: deps.now().toISOString(), text, visibility: box.visibility };
  if (writer.holds(box.element, text))
    return { kind: 'inserted', receipt: { ...receipt, technique: 'already-there', keptText: true } };
  // Writes at once; what is awaited is the reading back.
  const inserted = await writer.insert(box, text);
  if (!inserted) return refuse('editor-refused', 'the editor did not take the text');
  const moved = await findMove(deps, lock, box);
  if (moved) {
    const isOut = !box.element.isConnected || (await writer.undo(box, inserted));
    return refuse(moved.reason, `${moved.detail}; ${isOut ? 'the text was taken out again' : 'look into its reply box'}`);
  }
  deps.onInserted(box, inserted);
  return { kind: 'inserted', receipt: { ...receipt, technique: box.family, keptText: inserted.keptText } };
}

/** The box of this ticket and this audience, or why it is not to be written to. */
function findBox(
  adapter: HelpdeskAdapter,
  page: HelpdeskPage,
  lock: TicketLock,
  visibility: Visibility,
): { readonly kind: 'box'; readonly box: ReplyBox } | Refusal {
  if (adapter.lockShown) {
    const shown = adapter.lockShown(page);
    if (!shown) return refuse('ticket-unreadable', 'the page does not show the whole ticket at this moment');
    const difference = explainDifference(lock, shown);
    if (difference) return refuse(difference.reason, difference.detail);
  }
  // A ticket without messages has nothing to tell its box by.
  if (adapter.showsMessage && (lock.lastMessageId === '' || !adapter.showsMessage(page, lock.lastMessageId)))
    return refuse('ticket-unreadable', 'the page does not show the newest message of this ticket');
  const found = adapter.findReplyBox(page);
  if (found.kind === 'several') return refuse('several-editors', `${found.count} reply boxes are open`);
  if (found.kind === 'not-ready') return refuse('editor-refused', 'the editor has not started');
  if (found.kind === 'none') return refuse('no-editor', 'no reply box is open');
  const { box } = found;
  if (box.ticketId !== lock.ticketId) return refuse('other-ticket', `the reply box belongs to ticket ${box.ticketId}`);
  if (box.isUnsaid === true) return refuse('audience-unknown', 'the page does not say who reads the box');
  if (box.visibility !== visibility)
    return visibility === 'public'
      ? refuse('internal-note', 'the box writes an internal note')
      : refuse('public-reply', 'the box writes to the requester');
  return { kind: 'box', box };
}

/** How the page differs from the one that was written to; a page that can't be looked at any more does. */
function findMove({ adapter, readPage }: Found, lock: TicketLock, box: ReplyBox): Promise<Refusal | undefined> {
  return withstand<Refusal | undefined>(
    readPage,
    async () => {
      const page = readPage();
      if (!isOpen(adapter, page, lock)) return refuse('other-ticket', 'the page went to another ticket');
      const found = findBox(adapter, page, lock, box.visibility);
      if (found.kind === 'refused') return found;
      return box.element.isConnected ? undefined : refuse('editor-refused', 'the page put another reply box in its place');
    },
    ({ missing }) => refuse('ticket-unreadable', missing),
  );
}

async function waitForEditor({ adapter, readPage, sleep }: Found, signal: AbortSignal): Promise<void> {
  const isStarting = (search: ReplyBoxSearch): boolean => search.kind === 'not-ready';
  for (let waitedMs = 0; waitedMs < EDITOR_WAIT_MS && !signal.aborted; waitedMs += LOOK_AGAIN_MS) {
    if (!isStarting(adapter.findReplyBox(readPage()))) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

function isOpen(adapter: HelpdeskAdapter, page: HelpdeskPage, lock: TicketLock): boolean {
  requireOwnDocument(page);
  return (
    adapter.id === lock.helpdesk &&
    page.url.host === lock.host &&
    adapter.matches(page) &&
    adapter.openTicketId(page) === lock.ticketId
  );
}

function toDetail(failure: Failure): string {
  if (failure.kind === 'ticket-unreadable') return `the helpdesk did not give ${failure.missing}`;
  return failure.kind === 'signed-out' ? `you are signed out of ${failure.helpdesk}` : failure.kind;
}

const refuse = (reason: RefusalReason, detail: string): Refusal => ({
  kind: 'refused',
  reason,
  detail: detail.slice(0, 300),
});
