import fc from 'fast-check';
import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { ticketIdSchema, type TicketLock } from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { insertReply } from './insert-reply.ts';
import { editorWriter, type TextWriter } from './insertion/text-writer.ts';

const REPLY = 'Please open Settings and choose Billing, then try again.';

/** A helpdesk whose page, pane and server move while an insert is under way. */
type Desk = {
  open: string;
  pane: string;
  requester: string;
  last: string;
  visibility: 'public' | 'internal';
  boxes: number;
  startsIn: number;
  isUnsaid?: boolean;
};
const start: Desk = { open: '1', pane: '1', requester: 'maria', last: '10', visibility: 'public', boxes: 1, startsIn: 0 };
const lock: TicketLock = {
  host: 'desk.example',
  helpdesk: 'demo',
  ticketId: ticketIdSchema.parse('1'),
  requesterId: 'maria',
  lastMessageId: '10',
};

const { document } = new Window({ url: 'http://desk.example/' });

function createDesk(initial: Desk, moves: readonly Partial<Desk>[], steps: { onStep: () => Promise<void> }) {
  const desk = { ...initial };
  const pending = [...moves];
  let seen: TicketLock | undefined;
  const boxes = new Map<string, HTMLTextAreaElement>();
  const boxOf = (ticket: string): HTMLTextAreaElement => {
    const known = boxes.get(ticket);
    if (known) return known;
    const box = document.createElement('textarea') as unknown as HTMLTextAreaElement;
    document.body.append(box as never);
    boxes.set(ticket, box);
    return box;
  };
  const step = async (): Promise<void> => {
    await steps.onStep();
    Object.assign(desk, pending.shift());
  };
  const adapter: HelpdeskAdapter = {
    id: 'demo',
    name: 'Moving desk',
    support: 'replica',
    seesSent: true,
    matches: () => true,
    openTicketId: () => ticketIdSchema.parse(desk.open),
    readTicket: () => Promise.reject(new Error('not asked for')),
    async readLock() {
      await step();
      seen = { ...lock, ticketId: ticketIdSchema.parse(desk.open), requesterId: desk.requester, lastMessageId: desk.last };
      await step();
      return { ok: true, value: seen };
    },
    findReplyBox() {
      if (desk.startsIn > 0) {
        desk.startsIn -= 1;
        return { kind: 'not-ready' };
      }
      if (desk.boxes === 0) return { kind: 'none' };
      if (desk.boxes > 1) return { kind: 'several', count: desk.boxes };
      return {
        kind: 'found',
        box: {
          ticketId: ticketIdSchema.parse(desk.pane),
          visibility: desk.visibility,
          ...(desk.isUnsaid ? { isUnsaid: true } : {}),
          family: 'textarea',
          element: boxOf(desk.pane),
        },
      };
    },
    replyPageUrl: () => undefined,
  };
  const page: HelpdeskPage = {
    document: document as unknown as Document,
    url: new URL('http://desk.example/'),
    fetch: () => Promise.reject(new Error('offline')),
  };
  return { desk, adapter, page, step, boxes, lastSeen: () => seen };
}

type Order = { readonly of?: TicketLock; readonly writer?: TextWriter; readonly visibility?: 'public' | 'internal' };

const run = (made: ReturnType<typeof createDesk>, { of = lock, writer = editorWriter, visibility }: Order = {}) =>
  insertReply(
    {
      findAdapter: () => made.adapter,
      writer,
      readPage: () => made.page,
      sleep: () => made.step(),
      now: () => new Date(0),
      onInserted: () => undefined,
    },
    of,
    REPLY,
    new AbortController().signal,
    visibility,
  );

const move = fc.record(
  {
    open: fc.constantFrom('1', '1', '1', '2'),
    pane: fc.constantFrom('1', '1', '1', '2'),
    requester: fc.constantFrom('maria', 'maria', 'maria', 'sam'),
    last: fc.constantFrom('10', '10', '10', '11'),
    visibility: fc.constantFrom('public' as const, 'public' as const, 'public' as const, 'internal' as const),
    boxes: fc.constantFrom(0, 1, 1, 1, 1, 2),
    startsIn: fc.nat(3),
  },
  { requiredKeys: [] },
);

it('never inserts into another ticket, another audience or a conversation that it knows has moved on, whatever moves when', async () => {
  let inserted = 0;
  await fc.assert(
    fc.asyncProperty(move, fc.array(move, { maxLength: 6 }), async (first, moves) => {
      const made = createDesk({ ...start, ...first }, moves, { onStep: () => Promise.resolve() });
      const result = await run(made);
      const written = [...made.boxes].filter(([, box]) => box.value !== '').map(([ticket]) => ticket);
      expect(written).toEqual(result.kind === 'inserted' ? ['1'] : []);
      if (result.kind !== 'inserted') return;
      inserted += 1;
      expect(made.lastSeen(), 'the last answer of the helpdesk').toEqual(lock);
      expect(made.desk).toMatchObject({ open: '1', pane: '1', visibility: 'public', boxes: 1 });
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(inserted, 'the rule is not kept by never inserting').toBeGreaterThan(50);
});

it.each([
  ['other-ticket', { open: '2' }],
  ['other-ticket', { pane: '2' }],
  ['requester-changed', { requester: 'sam' }],
  ['new-message', { last: '11' }],
  ['internal-note', { visibility: 'internal' as const }],
  ['audience-unknown', { visibility: 'internal' as const, isUnsaid: true }],
  ['several-editors', { boxes: 2 }],
  ['no-editor', { boxes: 0 }],
  ['editor-refused', { startsIn: 1000 }],
])('refuses with %s when the page has %o', async (reason, change) => {
  expect(await run(createDesk({ ...start, ...change }, [], { onStep: () => Promise.resolve() }))).toMatchObject({
    kind: 'refused',
    reason,
  });
});

it('refuses when the ticket cannot be read again', async () => {
  const made = createDesk(start, [], { onStep: () => Promise.resolve() });
  const adapter: HelpdeskAdapter = {
    ...made.adapter,
    readLock: async () => ({ ok: false, error: { kind: 'signed-out', helpdesk: 'Desk' } }),
  };
  expect(await run({ ...made, adapter })).toMatchObject({ kind: 'refused', reason: 'ticket-unreadable' });
  expect([...made.boxes.values()].map((box) => box.value).join('')).toBe('');
});

it('waits for an editor that starts slowly', async () => {
  expect(await run(createDesk({ ...start, startsIn: 20 }, [], { onStep: () => Promise.resolve() }))).toMatchObject({
    kind: 'inserted',
  });
});

it('puts no note for colleagues into a box whose readers are unknown either', async () => {
  const made = createDesk({ ...start, visibility: 'internal', isUnsaid: true }, [], { onStep: () => Promise.resolve() });
  expect(await run(made, { visibility: 'internal' })).toMatchObject({
    kind: 'refused',
    reason: 'audience-unknown',
  });
});

it.each([
  ['the page before and from the helpdesk’s own data now', 'page:1x9', '10'],
  ['the helpdesk’s own data before and from the page now', '10', 'page:1x9'],
])('says that the ticket was read from %s, and does not call it a new message', async (said, was, is) => {
  const made = createDesk({ ...start, last: is, requester: 'maria keller' }, [], { onStep: () => Promise.resolve() });
  expect(await run(made, { of: { ...lock, lastMessageId: was } })).toEqual({
    kind: 'refused',
    reason: 'ticket-unreadable',
    detail: `it was read from ${said}; draft again`,
  });
});

it('compares ids that the page alone gave with each other', async () => {
  const made = createDesk({ ...start, last: 'page:2' }, [], { onStep: () => Promise.resolve() });
  expect(await run(made, { of: { ...lock, lastMessageId: 'page:1' } })).toMatchObject({ reason: 'new-message' });
});

it.each([
  ['other-ticket', { open: '2' }],
  ['other-ticket', { pane: '2' }],
  ['internal-note', { visibility: 'internal' as const }],
  ['several-editors', { boxes: 2 }],
  ['no-editor', { boxes: 0 }],
])('takes the text out again and says %s when the page turns to %o while the editor draws', async (reason, change) => {
  const made = createDesk(start, [], { onStep: () => Promise.resolve() });
  const writer: TextWriter = {
    ...editorWriter,
    async insert(box, text) {
      const inserted = await editorWriter.insert(box, text);
      Object.assign(made.desk, change);
      return inserted;
    },
  };
  const result = await run(made, { writer });
  expect(result).toMatchObject({ kind: 'refused', reason, detail: expect.stringMatching(/taken out again$/) });
  expect([...made.boxes.values()].map((box) => box.value).join('')).toBe('');
});

it('refuses with the reason when the page hides what is needed to look at it', async () => {
  for (const look of ['matches', 'openTicketId', 'readLock', 'findReplyBox'] as const) {
    const made = createDesk(start, [], { onStep: () => Promise.resolve() });
    const adapter: HelpdeskAdapter = {
      ...made.adapter,
      [look]: () => {
        throw new TypeError('form.closest is not a function');
      },
    };
    expect(await run({ ...made, adapter }), look).toMatchObject({
      kind: 'refused',
      reason: 'ticket-unreadable',
      detail: expect.stringContaining('stands in the way'),
    });
  }
});

it('looks at no document whose own parts something in the page has taken the place of', async () => {
  const made = createDesk(start, [], { onStep: () => Promise.resolve() });
  const page = { ...made.page, document: new Window().document as unknown as Document };
  Object.defineProperty(page.document, 'body', { value: page.document.createElement('form') });
  expect(await run({ ...made, page })).toMatchObject({ kind: 'refused', reason: 'ticket-unreadable' });
});

it('does not take the one box of all tickets for this ticket’s where no message tells whose it is', async () => {
  const made = createDesk({ ...start, last: '' }, [], { onStep: () => Promise.resolve() });
  const adapter: HelpdeskAdapter = { ...made.adapter, showsMessage: () => true };
  const result = await insertReply(
    {
      findAdapter: () => adapter,
      writer: editorWriter,
      readPage: () => made.page,
      sleep: () => made.step(),
      now: () => new Date(0),
      onInserted: () => undefined,
    },
    { ...lock, lastMessageId: '' },
    REPLY,
    new AbortController().signal,
  );
  expect(result).toMatchObject({ kind: 'refused', reason: 'ticket-unreadable' });
});
