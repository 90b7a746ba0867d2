import { z } from 'zod';
import {
  draftIdSchema,
  draftOutcomeSchema,
  draftProgressSchema,
  refineStepSchema,
  rejectionReasonSchema,
} from '../domain/draft.ts';
import { failureSchema } from '../domain/failure.ts';
import { insertResultSchema } from '../domain/insertion.ts';
import { macrosFoundSchema } from '../domain/macro.ts';
import {
  articleReviewSchema,
  audienceSchema,
  passageSchema,
  rankedPassageSchema,
  sourceIdSchema,
  sourceSchema,
} from '../domain/passage.ts';
import { lookUpServerSchema, offeredToolSchema, offerTroubleSchema } from '../domain/look-up.ts';
import { endpointSchema } from '../domain/settings.ts';
import { strategyIdSchema } from '../domain/strategy.ts';
import { visibilitySchema } from '../domain/ticket.ts';
import { teachingOrderSchema } from '../domain/teaching-order.ts';
import { done, pageMessages, type Contract } from './page-contract.ts';
import { teachMessages } from './teach-contract.ts';
import { MAX_RECALLED, passageChangeSchema, recalledReplySchema } from './recall-schemas.ts';

const failed = z.object({ kind: z.literal('failed'), failure: failureSchema });
const doneOrFailed = z.discriminatedUnion('kind', [done, failed]);

/** One line of a connection test: what was tried and how it went. */
export const connectionStepSchema = z.object({ ok: z.boolean(), said: z.string(), ms: z.number().nonnegative() });
export type ConnectionStep = z.infer<typeof connectionStepSchema>;

/** What embedding would send; tokens are an estimate, money is in the currency of the price and absent without one. */
const embeddingCostSchema = z.object({
  passages: z.number().int().nonnegative(),
  tokens: z.number().int().nonnegative(),
  requests: z.number().int().nonnegative(),
  money: z.number().nonnegative().optional(),
});

/** Requests, tokens, and money where prices are known. */
export const spendingTotalSchema = z.object({
  requests: z.number().int().nonnegative(),
  tokens: z.number().int().nonnegative(),
  money: z.number().nonnegative(),
});

const embeddingInputSchema = z.object({
  endpoint: endpointSchema.omit({ hasKey: true }),
  pricePerMillionTokens: z.number().nonnegative().optional(),
});

/** Every one-off message: who may send it, its request and its reply. Facts are noun + past participle, orders noun + verb. */
export const messages = {
  ...pageMessages,
  ...teachMessages,

  /** Own page → worker: a step of teaching in a tab; its state is in session storage. */
  'teaching-order': {
    from: 'page',
    request: z.object({ tabId: z.number().int(), order: teachingOrderSchema }),
    reply: doneOrFailed,
  },

  /** Own page → worker. `tabId` is the tab with the ticket. */
  'ticket-read': {
    from: 'page',
    request: z.object({ tabId: z.number().int() }),
    reply: z.discriminatedUnion('kind', [done, z.object({ kind: z.literal('not-allowed'), host: z.string() })]),
  },
  'draft-seen': { from: 'page', request: z.object({ draftId: draftIdSchema }), reply: doneOrFailed },
  /** Makes an older version, or one that changed facts, the newest again; `version` counts from 0. */
  'draft-choose': {
    from: 'page',
    request: z.object({ draftId: draftIdSchema, version: z.number().int().nonnegative() }),
    reply: doneOrFailed,
  },
  'draft-edit': { from: 'page', request: z.object({ draftId: draftIdSchema, text: z.string() }), reply: doneOrFailed },
  'draft-reject': {
    from: 'page',
    request: z.object({
      draftId: draftIdSchema,
      reason: rejectionReasonSchema,
      source: z.number().int().positive().optional(),
      note: z.string().max(1000),
    }),
    reply: doneOrFailed,
  },
  'draft-insert': {
    from: 'page',
    request: z.object({
      draftId: draftIdSchema,
      tabId: z.number().int(),
      text: z.string().min(1),
      visibility: z.optional(visibilitySchema),
    }),
    reply: insertResultSchema,
  },
  'insert-undo': { from: 'page', request: z.object({ draftId: draftIdSchema, tabId: z.number().int() }), reply: doneOrFailed },
  /** Saved replies of the helpdesk in this tab: those that share words with `text`, best first; the first ones where it has none. `language` is BCP 47. */
  'macros-find': {
    from: 'page',
    request: z.object({ tabId: z.number().int(), text: z.string().max(2000), language: z.string() }),
    reply: macrosFoundSchema,
  },
  /** Sources were added or removed by one of our pages. */
  'knowledge-changed': { from: 'page', request: z.object({}), reply: done },
  /** Adds the sample help centre that comes with the extension. */
  'sample-add': { from: 'page', request: z.object({}), reply: doneOrFailed },
  /** Adds a source that is read from a place, or changes the one with its id, and begins to read it. An empty `key` keeps the stored one. */
  'source-add': {
    from: 'page',
    request: z.object({ source: sourceSchema.omit({ articles: true, passages: true, unreadable: true }), key: z.string() }),
    reply: doneOrFailed,
  },
  /** Reads a source again, from where it stopped when it was cut short. */
  'sync-start': { from: 'page', request: z.object({ sourceId: sourceIdSchema }), reply: doneOrFailed },
  /** Stops reading; what was read is kept. */
  'sync-cancel': { from: 'page', request: z.object({ sourceId: sourceIdSchema }), reply: doneOrFailed },
  /** A person has read a flagged article: it may be used (`passed`), stays internal (`kept-internal`), or waits again (`needed`). */
  'article-review': {
    from: 'page',
    request: z.object({ sourceId: sourceIdSchema, articleId: z.string(), state: articleReviewSchema.shape.state }),
    reply: doneOrFailed,
  },
  /** What retrieval finds for a text and why, for pages that search the knowledge by hand. */
  'knowledge-search': {
    from: 'page',
    request: z.object({
      text: z.string().min(1).max(2000),
      mayUse: z.array(audienceSchema),
      pool: z.enum(['articles', 'solved-tickets']),
      /** As in `SearchQuery`: segments that the reader belongs to, and what the passages have to hold for. */
      segments: z.array(z.string()).optional(),
      region: z.string().optional(),
      version: z.string().optional(),
      /** BCP 47; only passages in this language, whatever their region: `de` and `de-AT` are one. */
      locale: z.string().min(2).optional(),
      limit: z.number().int().min(1).max(50),
    }),
    reply: z.discriminatedUnion('kind', [z.object({ kind: z.literal('found'), passages: z.array(rankedPassageSchema) }), failed]),
  },
  /** Sent replies that rest on words which their article no longer has, newest first; `total` counts those left out too. */
  'recall-list': {
    from: 'page',
    request: z.object({}),
    reply: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('listed'),
        replies: z.array(recalledReplySchema).max(MAX_RECALLED),
        total: z.number().int().nonnegative(),
      }),
      failed,
    ]),
  },
  /** What became of a passage, as a stored draft used it. */
  'passage-change': {
    from: 'page',
    request: z.object({ passage: passageSchema }),
    reply: z.discriminatedUnion('kind', [z.object({ kind: z.literal('told'), change: passageChangeSchema }), failed]),
  },
  /** A key goes in and never comes out: an empty `key` keeps the one that is stored. */
  'backend-save': {
    from: 'page',
    request: z.object({ endpoint: endpointSchema.omit({ hasKey: true }), key: z.string() }),
    reply: doneOrFailed,
  },
  'connection-test': {
    from: 'page',
    request: z.object({
      endpoint: endpointSchema.omit({ hasKey: true }),
      key: z.string(),
      /** The styling model, tried as well; its key is the stored one unless given. */
      styling: z.object({ endpoint: endpointSchema.omit({ hasKey: true }), key: z.string() }).optional(),
    }),
    reply: z.object({ kind: z.literal('tested'), steps: z.array(connectionStepSchema) }),
  },
  /** The team's own model for voice; like `backend-save`. */
  'styling-save': {
    from: 'page',
    request: z.object({ endpoint: endpointSchema.omit({ hasKey: true }), key: z.string() }),
    reply: doneOrFailed,
  },
  /** Is a key stored for this address? The key itself never comes out. */
  'key-known': {
    from: 'page',
    request: z.object({ baseUrl: z.url() }),
    reply: z.object({ kind: z.literal('told'), hasKey: z.boolean() }),
  },
  /** Names of the models that an endpoint offers, told apart by their names as far as that goes. */
  'models-list': {
    from: 'page',
    request: z.object({ endpoint: endpointSchema.omit({ hasKey: true }), key: z.string() }),
    reply: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('listed'), chat: z.array(z.string()), embedding: z.array(z.string()) }),
      failed,
    ]),
  },
  /** The team's classifier was fitted or removed by one of our pages. */
  'triage-changed': { from: 'page', request: z.object({}), reply: done },
  /** What requests have cost, since midnight and since the first of the month. */
  'spending-read': {
    from: 'page',
    request: z.object({}),
    reply: z.object({ kind: z.literal('counted'), day: spendingTotalSchema, month: spendingTotalSchema }),
  },
  /** What `embedding-start` would send; sends nothing. */
  'embedding-estimate': {
    from: 'page',
    request: embeddingInputSchema,
    reply: z.discriminatedUnion('kind', [z.object({ kind: z.literal('estimated'), cost: embeddingCostSchema }), failed]),
  },
  /** Turns search by meaning on, or goes on with it; answers once it has begun. An empty `key` keeps the one that is stored. */
  'embedding-start': { from: 'page', request: embeddingInputSchema.extend({ key: z.string() }), reply: doneOrFailed },
  'embedding-pause': { from: 'page', request: z.object({}), reply: doneOrFailed },
  /** Stops, and removes what was made for a model that does not serve yet. */
  'embedding-cancel': { from: 'page', request: z.object({}), reply: doneOrFailed },
  /** Turns search by meaning off and removes all vectors. */
  'embedding-remove': { from: 'page', request: z.object({}), reply: doneOrFailed },
  /** What an MCP server offers now, for a person to tick; calls none of it. An empty `secret` means the stored one. */
  'look-up-offer': {
    from: 'page',
    request: z.object({ server: lookUpServerSchema.pick({ id: true, url: true }), secret: z.string().max(4000) }),
    reply: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('offered'), tools: z.array(offeredToolSchema) }),
      z.object({ kind: z.literal('refused'), why: offerTroubleSchema }),
    ]),
  },
  /** Adds a server for live look-ups, or changes the one with its id. An empty `secret` keeps what is stored for this address. */
  'look-up-save': {
    from: 'page',
    request: z.object({ server: lookUpServerSchema.omit({ headersSecretName: true }), secret: z.string().max(4000) }),
    reply: doneOrFailed,
  },
  'look-up-remove': { from: 'page', request: z.object({ serverId: lookUpServerSchema.shape.id }), reply: doneOrFailed },
} as const satisfies Contract;

export type MessageName = keyof typeof messages;
export type MessageRequest<N extends MessageName> = z.infer<(typeof messages)[N]['request']>;
export type MessageReply<N extends MessageName> = z.infer<(typeof messages)[N]['reply']>;

const draftStart = z.object({
  kind: z.literal('draft-start'),
  tabId: z.number().int(),
  /** Made by the panel. A draft is made under this id unless the ticket already has one; sending it twice makes one draft. */
  draftId: draftIdSchema,
  /** Make a new draft although the ticket has one. */
  again: z.boolean(),
  /** Passages that must not be used again. */
  without: z.array(z.string()),
  /** Passages that must be used. */
  pinned: z.array(z.string()).max(20),
  /** What the agent knows of this ticket. */
  facts: z.array(z.string().min(1).max(1000)).max(20),
  /** Draft although a person should take the ticket. */
  anyway: z.boolean(),
});

/** Whatever is asked about a draft that is there. */
const aboutDraft = {
  tabId: z.number().int(),
  draftId: draftIdSchema,
  /** Made once for each request: what was carried out under it before is not carried out again. */
  requestId: z.string().min(1).max(100).optional(),
};

/**
 * The one stream, on a port named `draft`: panel → worker one request; worker → panel `draft-delta`s, then one `draft-end`.
 * Disconnecting cancels.
 */
export const draftStream = {
  name: 'draft',
  up: z.discriminatedUnion('kind', [
    draftStart,
    /** A new version of a draft; ends with the draft's record changed, or a failure. */
    z.object({ kind: z.literal('draft-refine'), ...aboutDraft, step: refineStepSchema }),
    /** The draft, or the conversation, in the agent's language. */
    z.object({ kind: z.literal('draft-read'), ...aboutDraft, what: z.enum(['draft', 'conversation']) }),
    /** Intent, urgency, tags and summary by the model. */
    z.object({ kind: z.literal('draft-extras'), ...aboutDraft }),
    /** The note for the CRM, in the team's own fields. */
    z.object({ kind: z.literal('draft-note'), ...aboutDraft }),
    /** A draft by another strategy, for comparing: shown, not kept, not counted. */
    z.object({ kind: z.literal('draft-compare'), tabId: z.number().int(), strategy: strategyIdSchema }),
  ]),
  down: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('draft-delta'), draftId: draftIdSchema.optional(), progress: draftProgressSchema }),
    z.object({ kind: z.literal('draft-end'), draftId: draftIdSchema.optional(), outcome: draftOutcomeSchema }),
    /** A request about a draft has ended: its record holds what came of it. */
    z.object({ kind: z.literal('draft-changed'), draftId: draftIdSchema }),
    z.object({ kind: z.literal('draft-unchanged'), draftId: draftIdSchema, failure: failureSchema }),
  ]),
} as const;
export type DraftStreamUp = z.infer<typeof draftStream.up>;
export type DraftStreamDown = z.infer<typeof draftStream.down>;
