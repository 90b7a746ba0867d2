import type { PageReport } from '../domain/page-report.ts';
import { findLockDifference, toTicketLock } from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { findHelpdesk } from './registry.ts';

/** The address, the reply box and the page's marks are looked at this often; nothing is fetched for it. */
const LOOK_EVERY_MS = 1000;
/** The helpdesk is asked for a new message or another requester this often. */
const ASK_EVERY_MS = 15_000;
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

/** What the page shows, read once. An unknown helpdesk and a page without a ticket are answers too. */
export async function readReport(page: HelpdeskPage, signal: AbortSignal): Promise<PageReport> {
  const adapter = findHelpdesk(page);
  if (!adapter) return { kind: 'unknown-helpdesk', host: page.url.host };
  if (adapter.openTicketId(page) === undefined) return { kind: 'no-ticket', helpdesk: adapter.id };
  const read = await adapter.readTicket(page, signal);
  if (!read.ok) return { kind: 'unreadable', failure: read.error };
  return { kind: 'ticket', ticket: read.value, replyBox: describeReplyBox(adapter, page) };
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

/** Reports what the page shows, now and whenever it changes, until `signal` is aborted. Tabs out of sight are left alone once they were read. */
export function watchPage(deps: WatchPageDeps, signal: AbortSignal): { readonly readNow: () => Promise<PageReport> } {
  let shown: PageReport | undefined;
  let href = '';
  let under: { stop: AbortController; result: Promise<PageReport> } | undefined;

  const tell = (report: PageReport): void => {
    if (signal.aborted || JSON.stringify(report) === JSON.stringify(shown)) return;
    shown = report;
    deps.report(report);
  };
  const readWhole = async (stop: AbortSignal): Promise<PageReport> => {
    let report = await readReport(deps.readPage(), stop);
    for (const pauseMs of PAUSES_MS) {
      if (report.kind !== 'unreadable' || report.failure.kind !== 'ticket-unreadable' || stop.aborted) break;
      await deps.sleep(pauseMs);
      report = await readReport(deps.readPage(), stop);
    }
    return report;
  };
  /** The newest read wins; who waits for an older one gets the newest one's answer. */
  const read = async (): Promise<PageReport> => {
    under?.stop.abort();
    const stop = new AbortController();
    const page = deps.readPage();
    href = page.url.href;
    const adapter = findHelpdesk(page);
    const isSame = shown?.kind === 'ticket' && shown.ticket.id === adapter?.openTicketId(page);
    if (adapter && adapter.openTicketId(page) !== undefined && !isSame) tell({ kind: 'reading', helpdesk: adapter.id });
    const mine = { stop, result: readWhole(AbortSignal.any([signal, stop.signal])) };
    under = mine;
    const report = await mine.result;
    if (under !== mine) return under.result;
    under = undefined;
    tell(report);
    return report;
  };
  const isInSight = (): boolean => deps.readPage().document.visibilityState !== 'hidden';

  const look = (): void => {
    if (!isInSight() || under || href === '') return;
    const page = deps.readPage();
    const adapter = findHelpdesk(page);
    if (page.url.href !== href || (shown?.kind === 'unknown-helpdesk' && adapter)) void read();
    else if (adapter && shown?.kind === 'ticket') tell({ ...shown, replyBox: describeReplyBox(adapter, page) });
  };
  const ask = async (): Promise<void> => {
    if (!isInSight() || under) return;
    const page = deps.readPage();
    const adapter = findHelpdesk(page);
    if (!adapter || shown?.kind === 'unreadable') return adapter && void (await read());
    if (shown?.kind !== 'ticket') return;
    const { ticket } = shown;
    const lock = await adapter.readLock(page, signal);
    if (lock.ok && findLockDifference(lock.value, toTicketLock(ticket))) await read();
  };

  const looking = setInterval(look, LOOK_EVERY_MS);
  const asking = setInterval(() => void ask(), ASK_EVERY_MS);
  const onSight = (): void => {
    look();
    void ask();
  };
  const { document } = deps.readPage();
  document.addEventListener('visibilitychange', onSight);
  signal.addEventListener('abort', () => {
    clearInterval(looking);
    clearInterval(asking);
    document.removeEventListener('visibilitychange', onSight);
  });
  const readWhenReady = async (): Promise<PageReport> => {
    if (deps.ready) await deps.ready;
    return read();
  };
  void readWhenReady();
  return { readNow: readWhenReady };
}
