import { z } from 'zod';
import { abstentionReasonSchema, draftIdSchema, rejectionReasonSchema } from './draft.ts';
import { tokenUseSchema } from './spending.ts';
import { strategyIdSchema } from './strategy.ts';
import { helpdeskIdSchema, opportunityIdSchema, personSchema, ticketIdSchema } from './ticket.ts';
import { usedVoiceSchema } from './voice.ts';

/** Why no draft was offered: an abstention, or a person has to take it. */
export const heldBackReasonSchema = z.enum([...abstentionReasonSchema.options, 'handed-over']);
export type HeldBackReason = z.infer<typeof heldBackReasonSchema>;

/** Share of a draft's words that must stand in the sent reply, in order, for the draft to count as retained: 60 %, after Typewise's published rule turned round. */
export const RETAINED_FROM_SHARE = 0.6;

const row = {
  /** Made by the client from what the row is about, never at random: writing it twice is writing it once. */
  id: z.string().min(1),
  opportunityId: opportunityIdSchema,
  at: z.iso.datetime(),
  helpdesk: helpdeskIdSchema,
  ticketId: ticketIdSchema,
  /** The agent who was signed in; `unknown` where the page does not tell. */
  agent: personSchema,
};

const ofDraft = {
  ...row,
  draftId: draftIdSchema,
  /** BCP 47 language of the reply. */
  language: z.string(),
  writer: z.string(),
  /** The articles that the draft cites. */
  sources: z.array(z.object({ sourceId: z.string(), articleId: z.string(), title: z.string() })),
};

/**
 * One append-only row per step of the ladder: eligible → offered → seen → inserted → sent → retained, and the ways off it.
 * eligible: the ticket was open, readable, and its newest public message is the requester's.
 */
export const outcomeRowSchema = z.discriminatedUnion('step', [
  z.object({ ...row, step: z.literal('eligible') }),
  z.object({ ...row, step: z.literal('abstained'), reason: heldBackReasonSchema }),
  z.object({
    ...ofDraft,
    step: z.literal('offered'),
    draftMs: z.number().nonnegative(),
    strategy: strategyIdSchema.optional(),
    voice: usedVoiceSchema.optional(),
    /** All requests up to the draft; absent when none was made. Money in the currency of the prices, absent without one. */
    tokens: tokenUseSchema.optional(),
    money: z.number().nonnegative().optional(),
  }),
  z.object({ ...ofDraft, step: z.literal('seen') }),
  z.object({
    ...ofDraft,
    step: z.literal('rejected'),
    reason: rejectionReasonSchema,
    rejectedArticleId: z.string().optional(),
    note: z.string(),
  }),
  z.object({ ...ofDraft, step: z.literal('inserted'), edited: z.boolean() }),
  z.object({ ...ofDraft, step: z.literal('insert-undone') }),
  z.object({
    ...ofDraft,
    step: z.literal('sent'),
    /** Word-level Levenshtein distance between draft as offered and sent text, divided by the longer word count; 0–1. */
    editShare: z.number().min(0).max(1),
    /** Share of the offered draft's words that stand in the sent text, in order; 0–1. */
    retainedShare: z.number().min(0).max(1),
    draftText: z.string(),
    sentText: z.string(),
  }),
  z.object({ ...ofDraft, step: z.literal('retained'), retainedShare: z.number().min(0).max(1) }),
  /** The agent answered without inserting the draft. */
  z.object({ ...row, step: z.literal('own-reply') }),
]);
export type OutcomeRow = z.infer<typeof outcomeRowSchema>;
export type OutcomeStep = OutcomeRow['step'];

/** Row id: once per opportunity for the ladder, once per draft for what can happen to each draft. */
export function toOutcomeId(step: OutcomeStep, owner: string): string {
  return `${step}:${owner}`;
}
