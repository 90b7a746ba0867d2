import { z } from 'zod/mini';

/** What was checked when the reply went into the box. */
export const insertReceiptSchema = z.object({
  at: z.iso.datetime(),
  text: z.string(),
  visibility: z.enum(['public', 'internal']),
  technique: z.string(),
  /** Text that stood in the box before and still does. */
  keptText: z.boolean(),
});

/** Why a reply was not put into the box. The draft stays; the panel says why and what to do next. */
export const refusalReasonSchema = z.enum([
  /** The page shows another ticket, or another helpdesk, than the draft was written for. */
  'other-ticket',
  'requester-changed',
  /** Someone wrote since the draft was made. */
  'new-message',
  /** The page could not be read again at the moment of insertion. */
  'ticket-unreadable',
  /** No reply box is on the page, and no page with one is known. */
  'no-editor',
  /** More than one box could be meant. */
  'several-editors',
  /** The box writes an internal note; the draft is a public reply. */
  'internal-note',
  /** The box writes to the requester; the text is a note for colleagues. */
  'public-reply',
  /** Nothing on the page says whether the box writes to the requester or to colleagues. */
  'audience-unknown',
  /** The editor did not take the text; the page is as it was. */
  'editor-refused',
  /** The tab is gone, or its page no longer answers. */
  'page-gone',
]);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

export const insertResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inserted'), receipt: insertReceiptSchema }),
  /** The reply box is on another page of the same ticket; that page is being opened and the insert goes on there. */
  z.object({ kind: z.literal('opening-reply-page') }),
  z.object({ kind: z.literal('refused'), reason: refusalReasonSchema, detail: z.string().check(z.maxLength(300)) }),
]);
export type InsertResult = z.infer<typeof insertResultSchema>;
