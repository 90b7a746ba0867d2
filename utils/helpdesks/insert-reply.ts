import type { InsertResult, RefusalReason } from '../domain/insertion.ts';
import { findLockDifference, type TicketLock, type Visibility } from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage, ReplyBox, ReplyBoxSearch } from '../ports/helpdesk-adapter.ts';
import { holdsText, insertText, type InsertedText } from './insertion/insert-text.ts';

/** Rich editors take up to a few seconds to start; one that takes longer is not waited for. */
const EDITOR_WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 100;

export type InsertReplyDeps = {
  readonly adapter: HelpdeskAdapter;
  /** The page as it is at each look: its address changes under our feet. */
  readonly readPage: () => HelpdeskPage;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => Date;
  readonly onInserted: (box: ReplyBox, inserted: InsertedText) => void;
};

/**
 * The ticket lock. The helpdesk is asked again who the requester is and what the newest message is; then, in one turn and
 * so with nothing in between, the page's address, the pane around the box and its audience are looked at and the text
 * goes in. Anything that differs from `lock` refuses, and so does a box of another `visibility`. Never sends, never switches a box
 * from internal to public or back.
 */
export async function insertReply(
  deps: InsertReplyDeps,
  lock: TicketLock,
  text: string,
  signal: AbortSignal,
  visibility: Visibility = 'public',
): Promise<InsertResult> {
  const { adapter, readPage } = deps;
  if (!isOpen(adapter, readPage(), lock)) return refuse('other-ticket', 'the page shows another ticket');
  await waitForEditor(deps, signal);
  if (!isOpen(adapter, readPage(), lock)) return refuse('other-ticket', 'the page went to another ticket');
  const fresh = await adapter.readLock(readPage(), signal);
  if (signal.aborted) return refuse('page-gone', 'the insert was stopped');
  if (!fresh.ok)
    return refuse('ticket-unreadable', fresh.error.kind === 'ticket-unreadable' ? fresh.error.missing : fresh.error.kind);
  const difference = findLockDifference(lock, fresh.value);
  if (difference !== undefined)
    return refuse(
      REASONS[difference],
      `${difference} was ${lock[difference] || 'none'} and is ${fresh.value[difference] || 'none'}`,
    );

  // From here to the insertion nothing is awaited: what is checked is what is written to.
  const page = readPage();
  if (!isOpen(adapter, page, lock)) return refuse('other-ticket', 'the page went to another ticket');
  const found = adapter.findReplyBox(page);
  if (found.kind === 'several') return refuse('several-editors', `${found.count} reply boxes are open`);
  if (found.kind === 'not-ready') return refuse('editor-refused', 'the editor has not started');
  if (found.kind === 'none')
    return adapter.replyPageUrl(page, lock.ticketId, visibility)
      ? { kind: 'opening-reply-page' }
      : refuse('no-editor', 'no reply box is open');
  const { box } = found;
  if (box.ticketId !== lock.ticketId) return refuse('other-ticket', `the reply box belongs to ticket ${box.ticketId}`);
  if (box.visibility !== visibility) {
    return visibility === 'public'
      ? refuse('internal-note', 'the box writes an internal note')
      : refuse('public-reply', 'the box writes to the requester');
  }
  const receipt = { at: deps.now().toISOString(), text, visibility: box.visibility };
  if (holdsText(box.element, text))
    return { kind: 'inserted', receipt: { ...receipt, technique: 'already-there', keptText: true } };
  // Writes at once; what is awaited is the reading back.
  const inserted = await insertText(box, text);
  if (!inserted) return refuse('editor-refused', 'the editor did not take the text');
  deps.onInserted(box, inserted);
  return { kind: 'inserted', receipt: { ...receipt, technique: box.family, keptText: inserted.keptText } };
}

const REASONS: Readonly<Record<keyof TicketLock, RefusalReason>> = {
  host: 'other-ticket',
  helpdesk: 'other-ticket',
  ticketId: 'other-ticket',
  requesterId: 'requester-changed',
  lastMessageId: 'new-message',
};

async function waitForEditor({ adapter, readPage, sleep }: InsertReplyDeps, signal: AbortSignal): Promise<void> {
  const isStarting = (search: ReplyBoxSearch): boolean => search.kind === 'not-ready';
  for (let waitedMs = 0; waitedMs < EDITOR_WAIT_MS && !signal.aborted; waitedMs += LOOK_AGAIN_MS) {
    if (!isStarting(adapter.findReplyBox(readPage()))) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

const isOpen = (adapter: HelpdeskAdapter, page: HelpdeskPage, lock: TicketLock): boolean =>
  adapter.id === lock.helpdesk &&
  page.url.host === lock.host &&
  adapter.matches(page) &&
  adapter.openTicketId(page) === lock.ticketId;

const refuse = (reason: RefusalReason, detail: string): InsertResult => ({
  kind: 'refused',
  reason,
  detail: detail.slice(0, 300),
});
