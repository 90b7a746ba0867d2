import { z } from 'zod/mini';
import { failureSchema } from './failure.ts';
import { helpdeskIdSchema, ticketSchema, visibilitySchema } from './ticket.ts';

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
