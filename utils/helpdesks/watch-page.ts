import type { Result } from '../domain/failure.ts';
import type { PageReport } from '../domain/page-report.ts';
import { toTicketLock, type Ticket, type TicketId, type TicketLock } from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { isGone } from './read-json.ts';
import { explainDifference } from './explain-difference.ts';
import { findHelpdesk } from './find-helpdesk.ts';
import { listenToPage } from './watch-events.ts';
import { withstand, withstandNow } from './withstand.ts';

/** The address, the reply box and the page's marks are looked at this often; nothing is fetched for it. */
const LOOK_EVERY_MS = 1000;
/** The helpdesk is asked for a new message or another requester this often, where it sets no pace of its own (`askEveryMs`). */
const ASK_EVERY_MS = 15_000;
/** The same when elements came into the page, or the tab into sight. */
const ASK_NEWS_EVERY_MS = 5000;
/** A ticket that could not be read whole is tried again after these pauses before the failure is reported. */
const PAUSES_MS = [1000, 3000];

export type WatchPageDeps = {
  readonly readPage: () => HelpdeskPage;
  readonly report: (report: PageReport) => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** The page is read once this is there: what was taught of its host. */
  readonly ready?: Promise<void>;
};

type TicketReport = Extract<PageReport, { kind: 'ticket' }>;

/** What the page shows, read once. An unknown helpdesk and a page without a ticket are answers too; a page that gets in the way is `unreadable`. */
export function readReport(page: HelpdeskPage, signal: AbortSignal): Promise<PageReport> {
  return withstand<PageReport>(
    () => page,
    async () => {
      const adapter = findHelpdesk(page);
      if (!adapter) return { kind: 'unknown-helpdesk', host: page.url.host };
      if (adapter.openTicketId(page) === undefined) return { kind: 'no-ticket', helpdesk: adapter.id };
      const read = await adapter.readTicket(page, signal);
      if (!read.ok) return { kind: 'unreadable', failure: read.error };
      return { kind: 'ticket', ticket: read.value, replyBox: describeReplyBox(adapter, page) };
    },
    (failure) => ({ kind: 'unreadable', failure }),
  );
}

/** A box whose editor is still starting is here: an insert waits for it and looks again at who reads it. */
function describeReplyBox(adapter: HelpdeskAdapter, page: HelpdeskPage): TicketReport['replyBox'] {
  const search = adapter.findReplyBox(page);
  if (search.kind === 'found') return { kind: 'here', visibility: search.box.visibility };
  if (search.kind === 'not-ready') return { kind: 'here', visibility: 'public' };
  if (search.kind === 'several') return { kind: 'several' };
  const id = adapter.openTicketId(page);
  return id !== undefined && adapter.replyPageUrl(page, id, 'public') ? { kind: 'elsewhere' } : { kind: 'none' };
}

type Open = { readonly adapter?: HelpdeskAdapter | undefined; readonly id?: TicketId | undefined };

const findOpen = (page: HelpdeskPage): Open =>
  withstandNow<Open>(
    () => page,
    () => {
      const adapter = findHelpdesk(page);
      return { adapter, id: adapter?.openTicketId(page) };
    },
    () => ({}),
  );

/**
 * Reports what the page shows, now and whenever it changes, until `signal` is aborted. A tab out of sight is left alone once it was read: no looks, no
 * questions. The helpdesk is asked no faster than its adapter allows.
 */
export function watchPage(deps: WatchPageDeps, signal: AbortSignal): { readonly readNow: () => Promise<PageReport> } {
  let shown: PageReport | undefined;
  let seen: { readonly href: string; readonly id?: TicketId | undefined } = { href: '' };
  let under: { stop: AbortController; result: Promise<PageReport> } | undefined;
  let askedAtMs = 0;
  let isAsking = false;
  let isNews = false;

  const tell = (report: PageReport): void => {
    if (signal.aborted || JSON.stringify(report) === JSON.stringify(shown)) return;
    shown = report;
    deps.report(report);
  };
  const readWhole = async (stop: AbortSignal): Promise<PageReport> => {
    let report = await readReport(deps.readPage(), stop);
    for (const pauseMs of PAUSES_MS) {
      if (report.kind !== 'unreadable' || report.failure.kind !== 'ticket-unreadable' || stop.aborted) break;
      if (isGone(report.failure)) break;
      await deps.sleep(pauseMs);
      report = await readReport(deps.readPage(), stop);
    }
    return report;
  };
  const markAsked = (): void => {
    askedAtMs = Date.now();
    isNews = false;
  };
  /** The newest read wins; who waits for an older one gets the newest one's answer. */
  const read = async (): Promise<PageReport> => {
    under?.stop.abort();
    const stop = new AbortController();
    const page = deps.readPage();
    const { adapter, id } = findOpen(page);
    seen = { href: page.url.href, id };
    markAsked();
    if (adapter && id !== undefined && !(shown?.kind === 'ticket' && shown.ticket.id === id))
      tell({ kind: 'reading', helpdesk: adapter.id });
    const mine = { stop, result: readWhole(AbortSignal.any([signal, stop.signal])) };
    under = mine;
    const report = await mine.result;
    if (under !== mine) return under?.result ?? report;
    under = undefined;
    tell(report);
    return report;
  };
  const isInSight = (): boolean => deps.readPage().document.visibilityState !== 'hidden';

  const look = (): void =>
    withstandNow(
      deps.readPage,
      () => {
        if (!isInSight()) return;
        const page = deps.readPage();
        const { adapter, id } = findOpen(page);
        if (page.url.href !== seen.href || id !== seen.id || (adapter && shown?.kind === 'unknown-helpdesk' && !under))
          return void read();
        if (!adapter || under) return;
        if (shown?.kind === 'ticket') tell({ ...shown, replyBox: describeReplyBox(adapter, page) });
        const everyMs = adapter.askEveryMs ?? (isNews ? ASK_NEWS_EVERY_MS : ASK_EVERY_MS);
        if (!isAsking && Date.now() - askedAtMs >= everyMs) void ask(adapter);
      },
      (failure) => tell({ kind: 'unreadable', failure }),
    );
  const ask = async (adapter: HelpdeskAdapter): Promise<void> => {
    markAsked();
    if (shown?.kind === 'unreadable') return void (await read());
    if (shown?.kind !== 'ticket') return;
    isAsking = true;
    const { ticket } = shown;
    const isOver = await hasMovedOn(adapter, deps.readPage(), ticket, signal);
    isAsking = false;
    if (isOver && !under && !signal.aborted) await read();
  };

  const { document } = deps.readPage();
  let rest: (() => void) | undefined;
  const onSight = (): void => {
    rest?.();
    rest = undefined;
    if (!isInSight() || signal.aborted) return;
    const looking = setInterval(look, LOOK_EVERY_MS);
    const stopListening = listenToPage(document, { onAddress: look, onElements: () => void (isNews = true) });
    rest = () => {
      clearInterval(looking);
      stopListening();
    };
  };
  const onSightAgain = (): void => {
    onSight();
    isNews = true;
    look();
  };
  document.addEventListener('visibilitychange', onSightAgain);
  signal.addEventListener('abort', () => {
    onSight();
    document.removeEventListener('visibilitychange', onSightAgain);
  });
  const start = (): void => {
    if (signal.aborted) return;
    void read();
    onSight();
  };
  if (deps.ready) void deps.ready.then(start, start);
  else start();
  return {
    async readNow() {
      await deps.ready?.catch(() => undefined);
      return read();
    },
  };
}

/** A helpdesk that gives no answer says nothing, nor does one whose page had to be read in place of its answer; one that says that the ticket is gone, or the session over, does. */
async function hasMovedOn(adapter: HelpdeskAdapter, page: HelpdeskPage, ticket: Ticket, signal: AbortSignal): Promise<boolean> {
  const lock = await withstand<Result<TicketLock>>(
    () => page,
    () => adapter.readLock(page, signal),
    (error) => ({ ok: false, error }),
  );
  if (lock.ok)
    return (explainDifference(toTicketLock(ticket), lock.value)?.reason ?? 'ticket-unreadable') !== 'ticket-unreadable';
  return lock.error.kind === 'signed-out' || isGone(lock.error);
}
