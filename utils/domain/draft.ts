import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { passageSchema, rankedPassageSchema } from './passage.ts';
import { opportunityIdSchema, ticketLockSchema } from './ticket.ts';

export const draftIdSchema = z.string().min(1).max(100).brand('DraftId');
export type DraftId = z.infer<typeof draftIdSchema>;

/** Where in a cited source the words stand that a sentence rests on: offsets into `passage.text`, end excluded. */
export const citationSchema = z.object({
  /** Number of the source as shown, from 1. */
  source: z.number().int().positive(),
  spans: z.array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() })),
});
export type Citation = z.infer<typeof citationSchema>;

/**
 * One sentence of the reply.
 * `plain`: nothing to check (a greeting); `quoted`: stands word for word in its passage; `supported`: most of its
 * content words and all of its numbers stand in a cited passage or the ticket; `unsupported`: neither.
 */
export const draftSentenceSchema = z.object({
  text: z.string().min(1),
  language: z.string(),
  support: z.enum(['plain', 'quoted', 'supported', 'unsupported']),
  citations: z.array(citationSchema),
});
export type DraftSentence = z.infer<typeof draftSentenceSchema>;

/** A paragraph has one line; each line of a list is one item. A line is a run of sentences. */
export const draftBlockSchema = z.object({
  kind: z.enum(['paragraph', 'ordered', 'bulleted']),
  lines: z.array(z.array(draftSentenceSchema).min(1)).min(1),
});
export type DraftBlock = z.infer<typeof draftBlockSchema>;

export const draftSourceSchema = z.object({
  number: z.number().int().positive(),
  passage: passageSchema,
  /** Its source was removed since; `forgotten`: with its text, of which only the hash is left. */
  removed: z.object({ at: z.iso.datetime(), forgotten: z.boolean() }).optional(),
});
export type DraftSource = z.infer<typeof draftSourceSchema>;

/** Probability that the draft will be kept, once enough outcomes exist to fit it; until then only the honest word. */
export const confidenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uncalibrated'), outcomes: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('calibrated'), keptProbability: z.number().min(0).max(1), outcomes: z.number().int().positive() }),
]);

/** Who wrote it. `because` says why the embedded drafter stood in for a configured backend. */
export const draftWriterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('embedded'),
    because: failureSchema.optional(),
    /** What the backend had written before it failed, kept as a version. */
    received: z.string().optional(),
  }),
  z.object({ kind: z.literal('model'), host: z.string(), model: z.string() }),
]);
export type DraftWriter = z.infer<typeof draftWriterSchema>;

export const stageNameSchema = z.enum(['redact', 'understand', 'retrieve', 'draft', 'check', 'policy', 'style', 'confidence']);
export type StageName = z.infer<typeof stageNameSchema>;

/** What one stage did. `passed-through` is an honest "this stage does nothing yet". */
export const stageTraceSchema = z.object({
  stage: stageNameSchema,
  did: z.enum(['ran', 'passed-through']),
  note: z.string(),
  ms: z.number().nonnegative(),
});
export type StageTrace = z.infer<typeof stageTraceSchema>;

export const draftSchema = z.object({
  /** BCP 47 language of the reply: the requester's. */
  language: z.string(),
  blocks: z.array(draftBlockSchema).min(1),
  sources: z.array(draftSourceSchema),
  confidence: confidenceSchema,
  writer: draftWriterSchema,
  /** Hosts that the question was sent to while passages were looked for; absent: none. */
  searchHosts: z.array(z.string()).optional(),
  trace: z.array(stageTraceSchema),
});
export type Draft = z.infer<typeof draftSchema>;

export const abstentionReasonSchema = z.enum([
  /** No source has been added. */
  'no-knowledge',
  /** Passages exist, none is about the question. */
  'nothing-relevant',
  /** The newest message asks nothing and needs nothing ("thanks!"). */
  'nothing-to-answer',
  /** The newest public message is the agent's own: there is nothing to reply to. */
  'waiting-for-requester',
  /** The ticket has no message. */
  'empty-ticket',
]);
export type AbstentionReason = z.infer<typeof abstentionReasonSchema>;

/** Every way in which drafting ends. The panel draws exactly one of these. */
export const draftOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drafted'), draft: draftSchema }),
  z.object({
    kind: z.literal('abstained'),
    reason: abstentionReasonSchema,
    /** Looked at, not used. */
    nearest: z.array(rankedPassageSchema),
    /** One question to the requester, in their language, where a question would help; empty where not. */
    question: z.string(),
    language: z.string(),
    /** The host that was asked before it was decided not to draft; absent when nothing left the browser. */
    askedHost: z.string().optional(),
  }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type DraftOutcome = z.infer<typeof draftOutcomeSchema>;

/** What the panel shows while a draft is being made. A snapshot, not a delta: a lost one does not matter. */
export const draftProgressSchema = z.object({
  stages: z.array(stageTraceSchema),
  /** Now under way. */
  stage: stageNameSchema,
  /** The host that the request goes to; absent while nothing leaves the browser. */
  askedHost: z.string().optional(),
  /** Reply text so far, with `[n]` marks, as the backend wrote it. */
  text: z.string(),
  language: z.string(),
  sources: z.array(draftSourceSchema),
});
export type DraftProgress = z.infer<typeof draftProgressSchema>;

export const rejectionReasonSchema = z.enum([
  'fact-wrong',
  'source-outdated',
  'misses-question',
  'wrong-tone',
  'too-long',
  'wrong-language',
  'person-must-decide',
  'something-else',
]);
export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

/** One text of the reply; the first is the draft as offered, later ones are the agent's. */
export const draftVersionSchema = z.object({ at: z.iso.datetime(), by: z.enum(['drafter', 'agent']), text: z.string() });
export type DraftVersion = z.infer<typeof draftVersionSchema>;

/** What was checked when the reply went into the box. */
export const insertReceiptSchema = z.object({
  at: z.iso.datetime(),
  text: z.string(),
  visibility: z.enum(['public', 'internal']),
  technique: z.string(),
  /** Text that stood in the box before and still does. */
  keptText: z.boolean(),
});

/** All that is known of one draft, stored after every step so that a worker which ends loses nothing. */
export const draftRecordSchema = z.object({
  id: draftIdSchema,
  opportunityId: opportunityIdSchema,
  lock: ticketLockSchema,
  subject: z.string(),
  createdAt: z.iso.datetime(),
  progress: draftProgressSchema.optional(),
  outcome: draftOutcomeSchema.optional(),
  versions: z.array(draftVersionSchema),
  rejection: z
    .object({
      at: z.iso.datetime(),
      reason: rejectionReasonSchema,
      source: z.number().int().positive().optional(),
      note: z.string(),
    })
    .optional(),
  receipt: insertReceiptSchema.optional(),
});
export type DraftRecord = z.infer<typeof draftRecordSchema>;

/** The reply as plain text, as it goes into a textarea: paragraphs divided by a blank line, lists with "1. " and "- ". */
export function toReplyText(blocks: readonly DraftBlock[]): string {
  return blocks
    .map((block) =>
      block.lines
        .map((line, index) => {
          const text = line.map((sentence) => sentence.text).join(' ');
          return block.kind === 'ordered' ? `${index + 1}. ${text}` : block.kind === 'bulleted' ? `- ${text}` : text;
        })
        .join('\n'),
    )
    .join('\n\n');
}
