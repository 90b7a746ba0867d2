import type { InsertResult } from '../domain/insertion.ts';
import type { PageReport } from '../domain/page-report.ts';
import { insertReply } from '../helpdesks/insert-reply.ts';
import type { InsertedText } from '../helpdesks/insertion/insert-text.ts';
import { readEditor } from '../helpdesks/insertion/read-back.ts';
import { editorWriter, type TextWriter } from '../helpdesks/insertion/text-writer.ts';
import type { TicketLock, Visibility } from '../domain/ticket.ts';
import { createMacroReader } from '../helpdesks/create-macro-reader.ts';
import { createTaughtAdapter } from '../helpdesks/taught/create-taught-adapter.ts';
import { findBadSelector } from '../helpdesks/taught/find-bad-selector.ts';
import { findHelpdesk } from '../helpdesks/find-helpdesk.ts';
import { watchPage } from '../helpdesks/watch-page.ts';
import { send, serveMessages } from '../messaging/page-messenger.ts';
import type { HelpdeskAdapter, HelpdeskPage, ReplyBox } from '../ports/helpdesk-adapter.ts';

/** Time for the answer "opening the reply page" to leave before the page does. */
const NAVIGATE_AFTER_MS = 50;

/** What the content script does in its page: reports the ticket, carries out inserts and takes them back. Ends with `signal`. */
export function servePage(readOwn: () => HelpdeskPage, openUrl: (url: URL) => void, signal: AbortSignal): void {
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  let last: { insertId: string; result: Promise<InsertResult> } | undefined;
  let undoable: { box: ReplyBox; inserted: InsertedText; text: string } | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let taught: readonly HelpdeskAdapter[] = [];
  const readPage = (): HelpdeskPage => ({ ...readOwn(), taught });
  const learn = async (): Promise<void> => {
    const answer = await send('taught-read', {});
    if (!answer.ok) return;
    const { document } = readOwn();
    taught = answer.value.helpdesks.filter((each) => findBadSelector(each, document) === undefined).map(createTaughtAdapter);
  };
  const report = (seen: PageReport): void => void send('page-reported', { report: seen });
  const watch = watchPage({ readPage, sleep, report, ready: learn() }, signal);

  const writer: TextWriter = {
    ...editorWriter,
    // What went in a moment ago and still stands as it went in is not put in twice, however short it is.
    holds: (element, text) =>
      editorWriter.holds(element, text) ||
      (undoable?.box.element === element && undoable.text === text && readEditor(element) === undoable.inserted.after),
  };
  const insert = async (lock: TicketLock, text: string, visibility: Visibility): Promise<InsertResult> => {
    const onInserted = (box: ReplyBox, inserted: InsertedText): void => {
      undoable = { box, inserted, text };
    };
    const deps = { findAdapter: findHelpdesk, readPage, writer, sleep, now: () => new Date(), onInserted };
    const result = await insertReply(deps, lock, text, signal, visibility);
    if (result.kind !== 'opening-reply-page') return result;
    const url = findHelpdesk(readPage())?.replyPageUrl(readPage(), lock.ticketId, visibility);
    if (url) setTimeout(() => openUrl(url), NAVIGATE_AFTER_MS);
    return result;
  };
  /** One at a time: two inserts at once would each find the box without the other's text. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };

  const readMacros = createMacroReader(readPage, () => new Date());

  const stop = serveMessages({
    'macros-read': () => readMacros(signal),
    'taught-changed': async () => {
      await learn();
      await watch.readNow();
      return { kind: 'done' };
    },
    'page-read': async () => ({ kind: 'read', report: await watch.readNow() }),
    'reply-insert': ({ insertId, lock, text, visibility = 'public' }) => {
      // Asked again for the same insert (the worker ended before it had our answer), the answer is the same.
      if (last?.insertId !== insertId) last = { insertId, result: inTurn(() => insert(lock, text, visibility)) };
      return last.result;
    },
    'reply-undo': () =>
      inTurn(async () => {
        const isUndone = undoable !== undefined && (await writer.undo(undoable.box, undoable.inserted));
        if (isUndone) {
          undoable = undefined;
          last = undefined;
        }
        return { kind: isUndone ? 'undone' : 'nothing-to-undo' };
      }),
  });
  signal.addEventListener('abort', stop);
}
