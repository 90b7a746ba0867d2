import { Window } from 'happy-dom';
import type { Visibility } from '../../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { helpdesks } from '../registry.ts';
import { replicaTickets, type ReplicaTicket } from './replica-tickets.test-support.ts';

/** What a replica's page shows and its server knows. */
export type ReplicaState = {
  /** Every ticket of the server. */
  readonly tickets: readonly ReplicaTicket[];
  /** Id of the ticket that the address names. */
  readonly open: string;
  /** Ids of all tickets whose panes are mounted, the open one among them; products with one pane show only the open one. */
  readonly mounted: readonly string[];
  /** Who will read what is typed into the reply box. */
  readonly mode: Visibility;
  readonly box: 'open' | 'closed';
};

export type ReplicaAnswer = { readonly status?: number; readonly type: string; readonly text: string };

/**
 * A helpdesk that can't be run here, as far as an adapter can tell: its page and its API's answers, made from documented facts. The evidence for
 * each piece stands beside it in the replica's file.
 */
export type Replica = {
  readonly adapter: HelpdeskAdapter;
  readonly host: string;
  /** Path with query and hash of a ticket's page. */
  readonly ticketPath: (id: string) => string;
  /** A ticket's id as the product's addresses have it, where that is not its plain number. */
  readonly toTicketId?: (id: string) => string;
  /** A page of the product that shows no ticket. */
  readonly otherPath: string;
  /** The whole page as the browser's DOM has it, editors mounted. */
  readonly renderPage: (state: ReplicaState) => string;
  /** The API's answer to a GET by the agent's session; `undefined`: there is no such address. A product without an API has none. */
  readonly answer?: (state: ReplicaState, path: string, headers: Readonly<Record<string, string>>) => ReplicaAnswer | undefined;
  /** What comes in place of data when the session has ended. */
  readonly login: ReplicaAnswer;
  /**
   * What the page alone does not tell, or not exactly, and why; empty where the page is as good as the API. What nothing but a page tells of
   * is never told where the page lacks it. `audience`: no machine-readable sign is known of who will read what is typed into the reply box.
   */
  readonly pageLacks: readonly ('author' | 'role' | 'visibility' | 'at' | 'text' | 'everything' | 'audience')[];
  /** Cookies that the page's scripts can read. */
  readonly cookie?: string;
};

/** Does anything but the address of this product tell of its tickets? */
export const isReadable = ({ answer, pageLacks }: Replica): boolean => answer !== undefined || !pageLacks.includes('everything');

export type OpenReplica = HelpdeskPage & {
  /** Paths that were asked for. */
  readonly asked: string[];
  /** Moves the replica: the page is drawn anew, the server answers from the new state. */
  readonly move: (change: Partial<ReplicaState>) => void;
  readonly state: () => ReplicaState;
  /** Puts other answers in place of the replica's own; `undefined` is no connection. */
  readonly break: (answer: ((path: string) => ReplicaAnswer | 'offline' | 'as-ever') | undefined) => void;
};

export const startState = (open: string): ReplicaState => ({
  tickets: replicaTickets,
  open,
  mounted: [open],
  mode: 'public',
  box: 'open',
});

/** The replica's page in a DOM without layout. `url` is the address as it is now. */
export function openReplica(replica: Replica, start: ReplicaState): OpenReplica {
  let state = start;
  let breaking: ((path: string) => ReplicaAnswer | 'offline' | 'as-ever') | undefined;
  const window = new Window({ url: `https://${replica.host}${replica.ticketPath(start.open)}` });
  const draw = (): void => {
    window.document.documentElement.innerHTML = '';
    window.document.open();
    window.document.write(replica.renderPage(state));
    window.document.close();
    if (replica.cookie !== undefined) window.document.cookie = replica.cookie;
  };
  draw();
  const asked: string[] = [];
  return {
    document: window.document as unknown as Document,
    get url() {
      return new URL(replica.ticketPath(state.open), `https://${replica.host}`);
    },
    known: helpdesks,
    asked,
    state: () => state,
    move(change) {
      state = { ...state, ...change };
      draw();
    },
    break(answer) {
      breaking = answer;
    },
    async fetch(path, { headers = {} }) {
      asked.push(path);
      const other = breaking?.(path) ?? 'as-ever';
      if (other === 'offline') throw new TypeError('Failed to fetch');
      const given =
        other === 'as-ever'
          ? (replica.answer?.(state, path, headers) ?? { status: 404, type: 'text/html', text: '<h1>Not found' })
          : other;
      return new Response(given.text, { status: given.status ?? 200, headers: { 'content-type': given.type } });
    },
  };
}

/** Opens a replica whose server's JSON `change` may alter; `undefined` leaves an answer as it is. */
export function openChanged(
  replica: Replica,
  change: (path: string, known: Readonly<Record<string, unknown>>) => unknown,
  start = startState('4101'),
): OpenReplica {
  const page = openReplica(replica, start);
  page.break((path) => {
    const known = replica.answer?.(page.state(), path, {})?.text;
    // A replica's own JSON, made from an object a moment ago.
    const changed = known === undefined ? undefined : change(path, JSON.parse(known) as Record<string, unknown>);
    return changed === undefined ? 'as-ever' : toJson(changed);
  });
  return page;
}

/** For text inside HTML. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const toJson = (value: unknown): ReplicaAnswer => ({
  type: 'application/json; charset=utf-8',
  text: JSON.stringify(value),
});
