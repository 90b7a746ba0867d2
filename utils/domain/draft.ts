import { z } from 'zod';
import { draftConflictSchema, sourceConflictSchema } from './conflict.ts';
import { failureSchema } from './failure.ts';
import { insertReceiptSchema } from './insertion.ts';
import { passageSchema, rankedPassageSchema } from './passage.ts';
import { tokenUseSchema } from './spending.ts';
import { strategyIdSchema } from './strategy.ts';
import { opportunityIdSchema, ticketLockSchema } from './ticket.ts';
import { caseNoteSchema, riskFindingSchema, threadSummarySchema, triageSchema } from './triage.ts';
import { usedVoiceSchema } from './voice.ts';

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
    because: z.optional(failureSchema),
    /** What the backend had written before it failed, kept as a version. */
    received: z.string().optional(),
  }),
  z.object({ kind: z.literal('model'), host: z.string(), model: z.string() }),
]);
export type DraftWriter = z.infer<typeof draftWriterSchema>;

export const stageNameSchema = z.enum([
  'redact',
  'understand',
  'retrieve',
  'draft',
  'ground',
  'check',
  'policy',
  'style',
  'extras',
  'confidence',
]);
export type StageName = z.infer<typeof stageNameSchema>;

/** A named piece of what a stage was given; live look-up values are left out of `text`. */
export const tracePartSchema = z.object({ name: z.string(), text: z.string(), tokens: z.number().int().nonnegative() });
export type TracePart = z.infer<typeof tracePartSchema>;

/**
 * What one stage did. `passed-through` is an honest "this stage did nothing", with the reason as its note. What a stage was
 * given and gave is kept with it where it is more than the stage before left.
 */
export const stageTraceSchema = z.object({
  stage: stageNameSchema,
  did: z.enum(['ran', 'passed-through']),
  note: z.string(),
  ms: z.number().nonnegative(),
  input: z.array(tracePartSchema).optional(),
  output: z.string().optional(),
  /** Passages of this stage, best first. `share` 0–1 of the reply's checked words rests on it; absent before the check. */
  passages: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        sourceId: z.string().optional(),
        share: z.number().min(0).max(1).optional(),
      }),
    )
    .optional(),
  /** Who was asked; absent when nothing left the browser. */
  asked: z.object({ host: z.string(), model: z.string() }).optional(),
  tokens: tokenUseSchema.optional(),
  /** In the currency of the team's prices; absent without one. */
  money: z.number().nonnegative().optional(),
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
  strategy: strategyIdSchema.optional(),
  voice: usedVoiceSchema.optional(),
  /** A person should look before this is sent, and why. */
  risks: z.array(riskFindingSchema).optional(),
  conflicts: z.array(sourceConflictSchema).optional(),
  draftConflicts: z.array(draftConflictSchema).optional(),
  /** Glossary terms that stand in the passages and not in the reply. */
  lostTerms: z.array(z.string()).optional(),
  /** Words of the reply that the team's voice forbids. */
  forbidden: z.array(z.string()).optional(),
  /** Sentences that speak of what will be and rest on no passage. */
  speculation: z.array(z.string()).optional(),
  /** Questions that the reply leaves open, in the requester's words. */
  unanswered: z.array(z.string()).optional(),
  triage: triageSchema.optional(),
  summary: threadSummarySchema.optional(),
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
  /** Nothing a support team answers: a poem, homework, the model itself. */
  'off-topic',
  /** Asks what will be (a release, a price next year); no passage says so. */
  'about-the-future',
  /** Too little is said to look for an answer: one question first. */
  'too-thin',
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
  /** A person has to answer this: no reply is drafted, and whoever takes it gets what is known. */
  z.object({
    kind: z.literal('handed-over'),
    risks: z.array(riskFindingSchema).min(1),
    summary: threadSummarySchema,
    triage: triageSchema,
    language: z.string(),
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

/** How a draft is asked to change. `own`: in the agent's words. */
export const refineStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['shorter', 'friendlier', 'more-formal', 'simpler']) }),
  z.object({ kind: z.literal('translate'), language: z.string().min(2).max(35) }),
  z.object({ kind: z.literal('own'), instruction: z.string().min(1).max(1000) }),
]);
export type RefineStep = z.infer<typeof refineStepSchema>;

/** One text of the reply; the first is the draft as offered, later ones are the agent's edits and what refining made. */
export const draftVersionSchema = z.object({
  at: z.iso.datetime(),
  by: z.enum(['drafter', 'agent', 'refiner']),
  text: z.string(),
  /** The text checked sentence by sentence, where it was. */
  blocks: z.array(draftBlockSchema).optional(),
  step: refineStepSchema.optional(),
  /** BCP 47, where it differs from the draft's. */
  language: z.string().optional(),
  /** Facts of the version before that refining dropped or added; then the version is kept, and not used unless the agent says so. */
  changedFacts: z.object({ lost: z.array(z.string()), added: z.array(z.string()) }).optional(),
});
export type DraftVersion = z.infer<typeof draftVersionSchema>;

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
  /** Facts that the agent gave for this ticket; cited like a source. */
  facts: z.array(z.string().min(1).max(1000)).max(20).optional(),
  /** Draft and conversation in the agent's language, as reading aids; never inserted. `of`: the text that was translated. */
  readings: z
    .array(z.object({ what: z.enum(['draft', 'conversation']), language: z.string(), of: z.string(), text: z.string() }))
    .optional(),
  caseNote: caseNoteSchema.optional(),
  /** Ids of the newest requests whose outcome is in here: asked again, they are not carried out again. */
  answered: z.array(z.string()).optional(),
  rejection: z
    .object({
      at: z.iso.datetime(),
      reason: rejectionReasonSchema,
      source: z.number().int().positive().optional(),
      note: z.string(),
    })
    .optional(),
  receipt: z.optional(insertReceiptSchema),
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

/** The reply in marked form, as drafters write it: the text of `toReplyText` with ` [n]` after each sentence that cites. */
export function toMarkedText(blocks: readonly DraftBlock[]): string {
  const mark = (sentence: DraftSentence): DraftSentence => {
    const cites = [...new Set(sentence.citations.map((citation) => `[${citation.source}]`))].join('');
    return cites === '' ? sentence : { ...sentence, text: `${sentence.text} ${cites}` };
  };
  return toReplyText(blocks.map((block) => ({ ...block, lines: block.lines.map((line) => line.map(mark)) })));
}

/** The version that stands: the newest that did not change facts, unless the agent made it stand. */
export function toShownVersion({ versions }: Pick<DraftRecord, 'versions'>): DraftVersion | undefined {
  return versions.findLast((version) => version.changedFacts === undefined);
}
