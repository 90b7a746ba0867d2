import { z } from 'zod/mini';
import { insertResultSchema } from '../domain/insertion.ts';
import { macrosReadSchema } from '../domain/macro.ts';
import { pageReportSchema } from '../domain/page-report.ts';
import type { TaughtHelpdesk } from '../domain/taught-helpdesk.ts';
import { ticketLockSchema, visibilitySchema } from '../domain/ticket.ts';

/** Who may send a message: our content script in the top frame of a tab, one of our own pages, or the worker. */
export type Sender = 'content' | 'page' | 'worker';
export type Contract = Readonly<Record<string, { from: Sender; request: z.core.$ZodType; reply: z.core.$ZodType }>>;

export const done = z.object({ kind: z.literal('done') });

/** What a content script says and hears: all that its page has to load of the contract. */
export const pageMessages = {
  /** Content script → worker, whenever what it sees changes. */
  'page-reported': { from: 'content', request: z.object({ report: pageReportSchema }), reply: done },

  /** Content script → worker: what an agent has taught of the host that the message comes from; checked by the worker as it reads it from its store. */
  'taught-read': {
    from: 'content',
    request: z.object({}),
    reply: z.object({
      kind: z.literal('taught'),
      helpdesks: z.array(z.custom<TaughtHelpdesk>((raw) => typeof raw === 'object' && raw !== null)),
    }),
  },
  /** Worker → content script: what was taught has changed; ask again and read again. */
  'taught-changed': { from: 'worker', request: z.object({}), reply: done },

  /** Worker → content script: read everything again, now. */
  'page-read': { from: 'worker', request: z.object({}), reply: z.object({ kind: z.literal('read'), report: pageReportSchema }) },
  /** Worker → content script: check the lock and put the text into the box. Asked twice with one `insertId`, it answers as before and inserts once. */
  'reply-insert': {
    from: 'worker',
    request: z.object({
      insertId: z.string().check(z.minLength(1)),
      lock: ticketLockSchema,
      text: z.string().check(z.minLength(1)),
      /** What the box has to write; a public reply unless said. */
      visibility: z.optional(visibilitySchema),
    }),
    reply: insertResultSchema,
  },
  /** Worker → content script: the helpdesk's saved replies, as the agent's session may read them. */
  'macros-read': { from: 'worker', request: z.object({}), reply: macrosReadSchema },
  /** Worker → content script: take back the last insert. */
  'reply-undo': {
    from: 'worker',
    request: z.object({}),
    reply: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('undone') }),
      z.object({ kind: z.literal('nothing-to-undo') }),
    ]),
  },
} as const satisfies Contract;
