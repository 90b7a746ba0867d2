import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { refusalReasonSchema, type InsertResult, type RefusalReason } from '../../domain/insertion.ts';
import type { Visibility } from '../../domain/ticket.ts';
import { insertReply } from '../insert-reply.ts';
import { markedTickets, mergeInto, openMovingDesk, type MovingDesk, type MovingServer } from './moving-desk.test-support.ts';
import { isReadable, type Replica } from './replica.test-support.ts';
import type { ReplicaTicket } from './replica-tickets.test-support.ts';
import { replicas } from './replicas.test-support.ts';

const REPLY = 'Please open Settings and choose Billing, then try again.';
const [first, second] = markedTickets as [ReplicaTicket, ReplicaTicket];

type Scene = {
  readonly replica: Replica;
  readonly server: MovingServer;
  readonly tabs: readonly MovingDesk[];
  readonly stop: AbortController;
};
type Move = (scene: Scene, tab: MovingDesk) => void;

const change = (server: MovingServer, alter: (ticket: ReplicaTicket) => ReplicaTicket): void => {
  server.tickets = server.tickets.map((ticket) => (ticket.id === first.id ? alter(ticket) : ticket));
};
const write = ({ server }: Scene, role: 'requester' | 'agent'): void =>
  change(server, (ticket) => {
    const [like] = ticket.messages.filter((message) => message.role === role && message.visibility === 'public');
    const at = `2026-11-21T08:${10 + ticket.messages.length}:00.000Z`;
    return like
      ? { ...ticket, messages: [...ticket.messages, { ...like, id: `${99_000 + ticket.messages.length}`, at }] }
      : ticket;
  });
const trouble =
  (answer: MovingServer['trouble']): Move =>
  ({ server }) =>
    void (server.trouble = answer);

/** What can happen between the draft and the end of the insert. Where a page is drawn late, address and panes disagree for a while. */
const moves = {
  'address goes to another ticket': (_scene, tab) => tab.goTo(second.id),
  'address comes back': (_scene, tab) => tab.goTo(first.id),
  'panes show another ticket': (_scene, tab) => tab.draw({ open: second.id, mounted: [first.id, second.id] }),
  'panes show another ticket, the editor stays': (_scene, tab) => tab.draw({ open: second.id, mounted: [second.id] }, true),
  'panes come back': (_scene, tab) => tab.draw({ open: first.id, mounted: [first.id, second.id] }),
  'ticket is switched': (_scene, tab) => {
    tab.goTo(second.id);
    tab.draw({ open: second.id, mounted: [second.id] }, true);
  },
  'page is drawn anew': (_scene, tab) => tab.draw(),
  'box closes': (_scene, tab) => tab.draw({ box: 'closed' }),
  'box opens': (_scene, tab) => tab.draw({ box: 'open' }),
  'box writes a note': (_scene, tab) => tab.draw({ mode: 'internal' }),
  'box writes a reply': (_scene, tab) => tab.draw({ mode: 'public' }),
  'editor starts slowly': (_scene, tab) => tab.startEditorIn(3),
  'requester writes': (scene) => write(scene, 'requester'),
  'agent sends': (scene, tab) => {
    write(scene, 'agent');
    tab.draw();
  },
  'requester changes': ({ server }) =>
    change(server, (ticket) => ({
      ...ticket,
      requester: second.requester,
      messages: ticket.messages.map((message) =>
        message.role === 'requester' ? { ...message, author: second.requester } : message,
      ),
    })),
  'ticket is merged': ({ server }) => void (server.tickets = mergeInto(server.tickets, first.id, second.id)),
  'ticket is deleted': ({ server }) => void (server.tickets = server.tickets.filter(({ id }) => id !== first.id)),
  'session ends': ({ replica, server }) => void (server.trouble = replica.login),
  'API forbids': trouble({ status: 403, type: 'application/json', text: '{}' }),
  'API wants fewer requests': trouble({ status: 429, type: 'application/json', text: '{}' }),
  'API breaks': trouble({ status: 500, type: 'text/html', text: '<h1>Oops' }),
  'API answers with a page': trouble({ status: 200, type: 'text/html', text: '<!doctype html><p>Hi' }),
  'API is not reached': trouble('offline'),
  'API answers again': trouble(undefined),
  'script is stopped': ({ stop }) => stop.abort(),
} satisfies Readonly<Record<string, Move>>;
type MoveName = keyof typeof moves;
const names = Object.keys(moves) as MoveName[];

const onlyServer = /^(?:requester|agent|ticket is (?:merged|deleted)|API|session)/;
const gone = ['ticket is merged', 'ticket is deleted'] as const;
const away = [
  'address goes to another ticket',
  'panes show another ticket',
  'panes show another ticket, the editor stays',
  'ticket is switched',
] as const;
const troubles = names.filter((name) => /^(?:API|session)/.test(name));

/** Each reason has a cause: a refusal without one of these moves before it would be an accident, or would say the wrong thing. */
const causes: Readonly<Record<RefusalReason, readonly MoveName[]>> = {
  'other-ticket': [...away, ...gone],
  'requester-changed': ['requester changes', 'agent sends'],
  'new-message': ['requester writes', 'agent sends', 'requester changes'],
  'ticket-unreadable': [...troubles, ...gone, ...away],
  'no-editor': ['box closes', ...gone, ...away],
  'several-editors': [],
  'audience-unknown': [],
  'internal-note': ['box writes a note'],
  'public-reply': ['box writes a reply'],
  'editor-refused': ['editor starts slowly', ...names.filter((name) => /box|panes|page|ticket is|sends/.test(name))],
  'page-gone': ['script is stopped'],
};

const plan = fc.record({
  tabs: fc.integer({ min: 1, max: 2 }),
  visibility: fc.constantFrom<Visibility>('public', 'public', 'public', 'internal'),
  clicks: fc.integer({ min: 1, max: 2 }),
  moves: fc.array(fc.record({ name: fc.constantFrom(...names), tab: fc.nat(1), isBefore: fc.boolean() }), { maxLength: 4 }),
  waits: fc.array(fc.boolean(), { maxLength: 30 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

type Ended = { readonly results: readonly InsertResult[]; readonly done: ReadonlySet<MoveName>; readonly tab: MovingDesk };

/** Drafts in every tab, lets the moves marked so come first, then clicks Insert in every tab while the others come at every wait. */
async function play(replica: Replica, { tabs, visibility, clicks, moves: planned, waits }: Plan): Promise<readonly Ended[]> {
  const server: MovingServer = { tickets: markedTickets, trouble: undefined };
  const stop = new AbortController();
  const done = new Set<MoveName>();
  const pending = planned.filter(({ isBefore }) => !isBefore);
  let waited = 0;
  let isClicked = false;
  const apply = ({ name, tab }: Plan['moves'][number]): void => {
    done.add(name);
    const move: Move = moves[name];
    move(scene, scene.tabs[tab % tabs] as MovingDesk);
  };
  const step = async (): Promise<void> => {
    await Promise.resolve();
    const next = isClicked && waits[(waited += 1) % Math.max(1, waits.length)] ? pending.shift() : undefined;
    if (next) apply(next);
  };
  const scene: Scene = {
    replica,
    server,
    stop,
    tabs: Array.from({ length: tabs }, () => openMovingDesk(replica, server, step)),
  };
  for (const tab of scene.tabs) tab.draw({ mode: visibility });
  const locks = await Promise.all(scene.tabs.map((tab) => tab.readLock()));
  for (const move of planned.filter(({ isBefore }) => isBefore)) apply(move);
  isClicked = true;
  // A page without an API waits for nothing when it is read again: moves come by themselves too.
  const drift = (async () => {
    for (let tick = 0; tick < 40; tick += 1) await step();
  })();
  const ended = await Promise.all(
    scene.tabs.map(async (tab, index) => {
      const results: InsertResult[] = [];
      for (let click = 0; click < clicks; click += 1)
        results.push(
          await insertReply(
            {
              findAdapter: () => tab.adapter,
              readPage: () => tab.page,
              writer: tab.writer,
              sleep: step,
              now: () => new Date(0),
              onInserted: () => undefined,
            },
            locks[index] as (typeof locks)[number],
            REPLY,
            stop.signal,
            visibility,
          ),
        );
      return { results, done, tab };
    }),
  );
  await drift;
  return ended;
}

const counts = { interleavings: 0, inserts: 0, refusals: new Map<string, number>() };
const RUNS = Math.max(150, Math.ceil(2000 / replicas.length));

/** A page that nobody can read yet has no draft to insert. */
const readable = replicas.filter(isReadable);

describe.each(readable.map((replica) => [replica.adapter.name, replica] as const))('%s', (_name, replica) => {
  it('writes into the draft’s own ticket and audience or refuses with the reason, whatever moves when', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (planned) => {
        const ended = await play(replica, planned);
        for (const { results, done, tab } of ended) {
          counts.interleavings += 1;
          for (const write of tab.writes) expect(write).toEqual({ ticket: first.id, mode: planned.visibility });
          for (const { ticket, times } of tab.holding(REPLY)) expect([ticket, times]).toEqual([first.id, 1]);
          const isIn = results.some(({ kind }) => kind === 'inserted');
          if (!isIn) expect(tab.holding(REPLY), 'a refused text stands nowhere').toEqual([]);
          counts.inserts += Number(isIn);
          for (const result of results) {
            if (result.kind !== 'refused') continue;
            counts.refusals.set(result.reason, (counts.refusals.get(result.reason) ?? 0) + 1);
            if (result.reason === 'audience-unknown') {
              // Some products mark only the box that writes to the requester.
              const isNote = planned.visibility === 'internal' || done.has('box writes a note');
              expect(isNote || replica.pageLacks.includes('audience'), replica.adapter.name).toBe(true);
              continue;
            }
            expect(result.detail).toMatch(/\w \w/);
            expect([...done], `${refusalReasonSchema.parse(result.reason)} (${result.detail})`).toEqual(
              expect.toSatisfy((names: MoveName[]) => names.some((name) => causes[result.reason].includes(name))),
            );
          }
        }
        for (const { tab } of ended) void tab.close();
        // Runs await nothing but microtasks; windows are freed by timers.
        await new Promise((resolve) => setImmediate(resolve));
      }),
      { numRuns: RUNS, seed: 5 },
    );
  });

  if (!replica.pageLacks.includes('audience'))
    it('inserts when nothing moves, and once when the button is pressed twice', async () => {
      const [ended] = await play(replica, { tabs: 1, visibility: 'public', clicks: 2, moves: [], waits: [] });
      expect(ended?.results).toMatchObject([{ kind: 'inserted' }, { kind: 'inserted', receipt: { technique: 'already-there' } }]);
      expect(ended?.tab.holding(REPLY)).toEqual([{ ticket: first.id, times: 1 }]);
    });

  if (replica.answer)
    it('never inserts what the helpdesk would have told', async () => {
      for (const name of names.filter((each) => onlyServer.test(each) && !troubles.includes(each)))
        for (const { results } of await play(replica, {
          tabs: 1,
          visibility: 'public',
          clicks: 1,
          moves: [{ name, tab: 0, isBefore: true }],
          waits: [],
        }))
          expect(results[0]?.kind, name).toBe('refused');
    });
});

afterAll(() => {
  const { interleavings, inserts, refusals } = counts;
  process.stdout.write(
    `${interleavings} interleavings, ${inserts} inserted; refused: ${JSON.stringify(Object.fromEntries(refusals))}\n`,
  );
  expect(interleavings).toBeGreaterThanOrEqual(2000);
  expect(inserts / interleavings, 'the rule is not kept by never inserting').toBeGreaterThan(0.1);
});
