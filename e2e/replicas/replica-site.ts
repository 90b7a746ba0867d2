import type { BrowserContext } from 'playwright-core';
import { startState, type Replica, type ReplicaState } from '../../utils/helpdesks/replicas/replica.test-support.ts';
import type { ReplicaTicket } from '../../utils/helpdesks/replicas/replica-tickets.test-support.ts';
import { standInForEditors } from './stand-in-editor.ts';

/** A replica at its own address in a real browser: the network is answered by the replica, nothing leaves the machine. */
export type ReplicaSite = {
  readonly url: (ticketId: string) => string;
  /** Changes what the server knows and what the next page shows. */
  readonly move: (change: Partial<ReplicaState>) => void;
  /** "GET /api/…", in order. */
  readonly requests: readonly string[];
};

export async function openReplicaSite(
  context: BrowserContext,
  replica: Replica,
  tickets: readonly ReplicaTicket[],
): Promise<ReplicaSite> {
  let state: ReplicaState = { ...startState(tickets[0]?.id ?? ''), tickets };
  const requests: string[] = [];
  const origin = `https://${replica.host}`;
  await context.route(`${origin}/**`, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    requests.push(`${request.method()} ${pathname}${search}`);
    if (request.resourceType() === 'document' && request.frame().parentFrame() === null) {
      const script = `<script>(${standInForEditors.toString()})()</script>`;
      const cookie = replica.cookie === undefined ? {} : { 'set-cookie': `${replica.cookie}; path=/` };
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: cookie,
        body: `<!doctype html>${replica.renderPage(state)}${script}`,
      });
    }
    const answer = replica.answer?.(state, `${pathname}${search}`, request.headers());
    return route.fulfill({
      status: answer?.status ?? (answer ? 200 : 404),
      contentType: answer?.type ?? 'text/plain',
      body: answer?.text ?? '',
    });
  });
  return {
    url: (id) => `${origin}${replica.ticketPath(id)}`,
    move(change) {
      state = { ...state, ...change };
    },
    requests,
  };
}
