import { z } from 'zod';

/** Why a person may have to decide: each kind has its own level in Options. */
export const riskKindSchema = z.enum(['refund', 'legal', 'safety', 'churn', 'abuse', 'privacy']);
export type RiskKind = z.infer<typeof riskKindSchema>;

/** `hand-over`: no reply is drafted, a person takes the ticket; `warn`: drafted, and said; `off`: not looked for. */
export const riskLevelSchema = z.enum(['off', 'warn', 'hand-over']);
export type RiskLevel = z.infer<typeof riskLevelSchema>;

/** Words of one message: offsets into `message.text`, end excluded. */
export const messageQuoteSchema = z.object({
  messageId: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  text: z.string(),
});
export type MessageQuote = z.infer<typeof messageQuoteSchema>;

/** One risk found in what the requester wrote, with the words that show it. */
export const riskFindingSchema = z.object({
  kind: riskKindSchema,
  level: riskLevelSchema.exclude(['off']),
  quotes: z.array(messageQuoteSchema).min(1),
});
export type RiskFinding = z.infer<typeof riskFindingSchema>;

/** What the ticket is about and how pressing it is. */
export const triageSchema = z.object({
  intent: z.object({ label: z.string(), probability: z.number().min(0).max(1) }).optional(),
  /** None of the intents that the classifier knows. */
  isOutOfScope: z.boolean(),
  urgency: z.enum(['low', 'normal', 'high', 'urgent']),
  sentiment: z.enum(['negative', 'neutral', 'positive']),
  /** Suggested, short, lower case; at most five. */
  tags: z.array(z.string()).max(5),
  by: z.enum(['rules', 'model']),
});
export type Triage = z.infer<typeof triageSchema>;

/** The conversation in at most 60 words, for whoever takes it. Empty parts are left out when shown. */
export const threadSummarySchema = z.object({
  /** What the requester wants to reach. */
  goal: z.string(),
  /** What is in the way. */
  blocks: z.string(),
  /** What the team has promised so far. */
  promised: z.array(z.string()),
  /** What has to be done next, and by whom. */
  next: z.string(),
  language: z.string(),
  by: z.enum(['rules', 'model']),
});
export type ThreadSummary = z.infer<typeof threadSummarySchema>;

/** One field of the note that a team keeps in its CRM. */
export const caseFieldSchema = z.object({
  /** Key in the JSON; letters, digits, `_`. */
  name: z.string().regex(/^[A-Za-z_]\w{0,39}$/),
  kind: z.enum(['text', 'number', 'date', 'choice', 'yes-no']),
  /** What belongs here, for people and for the model. */
  about: z.string().max(200),
  isRequired: z.boolean(),
  /** For `choice`. */
  choices: z.array(z.string().min(1)).optional(),
  /** For `text`, characters. */
  maxLength: z.number().int().positive().optional(),
});
export type CaseField = z.infer<typeof caseFieldSchema>;

/** A note that fits its schema, and what is still missing in it, field by field. */
export const caseNoteSchema = z.object({
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  problems: z.array(z.object({ field: z.string(), said: z.string() })),
  by: z.enum(['rules', 'model']),
});
export type CaseNote = z.infer<typeof caseNoteSchema>;
