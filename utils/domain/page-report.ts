import { z } from 'zod';
import { draftIdSchema } from './draft.ts';
import { failureSchema } from './failure.ts';
import { insertResultSchema } from './insertion.ts';
import { helpdeskIdSchema, opportunityIdSchema, ticketSchema, visibilitySchema } from './ticket.ts';

/** What the content script sees in its page. */
export const pageReportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ticket'),
    ticket: ticketSchema,
    /** The box that an insert would use now; `elsewhere`: on another page of this ticket. */
    replyBox: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('here'), visibility: visibilitySchema }),
      z.object({ kind: z.literal('elsewhere') }),
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('several') }),
    ]),
  }),
  z.object({ kind: z.literal('reading'), helpdesk: helpdeskIdSchema }),
  z.object({ kind: z.literal('no-ticket'), helpdesk: helpdeskIdSchema }),
  z.object({ kind: z.literal('unknown-helpdesk'), host: z.string() }),
  z.object({ kind: z.literal('unreadable'), failure: failureSchema }),
]);
export type PageReport = z.infer<typeof pageReportSchema>;

/** What the worker knows of one tab; kept in session storage so that a worker which ends forgets nothing. */
export const tabStateSchema = z.object({
  tabId: z.number().int(),
  report: pageReportSchema,
  /** Of the ticket shown, where there is one. */
  opportunityId: opportunityIdSchema.optional(),
  at: z.iso.datetime(),
  /** How the last insert into this tab went, so that the panel learns of one that went on after a page change. */
  lastInsert: z.object({ draftId: draftIdSchema, result: insertResultSchema }).optional(),
});
export type TabState = z.infer<typeof tabStateSchema>;
