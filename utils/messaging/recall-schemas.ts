import { z } from 'zod';
import { draftIdSchema } from '../domain/draft.ts';
import { passageSchema } from '../domain/passage.ts';
import { ticketLockSchema } from '../domain/ticket.ts';

const goneSchema = [z.object({ kind: z.literal('article-gone') }), z.object({ kind: z.literal('source-gone') })] as const;
const changedSchema = z.object({
  kind: z.literal('changed'),
  now: passageSchema.optional(),
  changedAt: z.iso.datetime(),
});

/** `PassageChange` as it travels, or that it could not be told. */
export const passageChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same') }),
  changedSchema,
  ...goneSchema,
  z.object({ kind: z.literal('not-checked') }),
]);

/** `RecalledReply` as it travels: what a list shows of it. */
export const recalledReplySchema = z.object({
  draftId: draftIdSchema,
  lock: ticketLockSchema,
  subject: z.string(),
  sentAt: z.iso.datetime(),
  passages: z.array(
    z.object({
      source: z.number().int().positive(),
      old: passageSchema,
      change: z.discriminatedUnion('kind', [changedSchema, ...goneSchema]),
      sentences: z.array(z.string()),
      gone: z.array(z.string()),
    }),
  ),
});
export type ListedReply = z.infer<typeof recalledReplySchema>;

/** The newest ones; a list that a person goes through by hand. */
export const MAX_RECALLED = 100;
