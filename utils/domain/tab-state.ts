import { z } from 'zod';
import { draftIdSchema } from './draft.ts';
import { insertResultSchema } from './insertion.ts';
import { pageReportSchema } from './page-report.ts';
import { opportunityIdSchema } from './ticket.ts';

/** What the worker knows of one tab; kept in session storage so that a worker which ends forgets nothing. */
export const tabStateSchema = z.object({
  tabId: z.number().int(),
  report: pageReportSchema,
  /** Of the ticket shown, where there is one. */
  opportunityId: z.optional(opportunityIdSchema),
  at: z.iso.datetime(),
  /** How the last insert into this tab went, so that the panel learns of one that went on after a page change. */
  lastInsert: z.object({ draftId: draftIdSchema, result: insertResultSchema }).optional(),
});
export type TabState = z.infer<typeof tabStateSchema>;
