import { z } from 'zod';
import { lookUpServerSchema } from './look-up.ts';
import { budgetSchema, defaultBudget, priceSchema } from './spending.ts';
import { strategyIdSchema } from './strategy.ts';
import { caseFieldSchema, riskKindSchema, riskLevelSchema } from './triage.ts';

/** Server families whose quirks are known; see `utils/backends/presets.ts`. */
export const presetIdSchema = z.enum([
  'openai',
  'azure-openai',
  'anthropic',
  'gemini',
  'mistral',
  'openrouter',
  'ollama',
  'lm-studio',
  'vllm',
  'llama-cpp',
  'litellm',
  'other',
]);
export type PresetId = z.infer<typeof presetIdSchema>;

/** An OpenAI-compatible endpoint. The key is not in here: it lives in the extension-origin database, see `utils/storage/secret-store.ts`. */
export const endpointSchema = z.object({
  /** Base address with path, as the server's documentation gives it: `https://api.openai.com/v1`. http only to this machine. */
  baseUrl: z.url(),
  model: z.string().min(1),
  hasKey: z.boolean(),
  /** Absent: told from the address, else `other`. */
  preset: presetIdSchema.optional(),
  price: priceSchema.optional(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const settingsSchema = z.object({
  version: z.literal(1),
  backend: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('embedded') }),
    /** The model that comes with the browser, where there is one. */
    z.object({ kind: z.literal('built-in') }),
    z.object({ kind: z.literal('openai-compatible'), endpoint: endpointSchema }),
  ]),
  /** The team's own model for voice: fine-tuned, or one that restyles. Absent: the chat model does all. */
  styling: endpointSchema.optional(),
  strategy: strategyIdSchema,
  /** Articles that `pinned-context` always gives to the drafter. */
  pinned: z.array(z.object({ sourceId: z.string(), articleId: z.string(), title: z.string() })).max(20),
  budget: budgetSchema,
  escalation: z.record(riskKindSchema, riskLevelSchema),
  /** What the agent reads, BCP 47; empty: the browser's language. */
  agentLanguage: z.string(),
  /** Terms that keep their form in every language, or have one of their own: `{ "de": "Arbeitsbereich" }`. */
  glossary: z.array(z.object({ term: z.string().min(1).max(80), translations: z.record(z.string(), z.string()) })).max(500),
  caseFields: z.array(caseFieldSchema).max(30),
  /** Ask the model for intent, urgency, tags and summary as well, once the draft is there: one more request. */
  askExtras: z.boolean(),
  /** Search by meaning beside search by words; absent: by words only. The price is the team's own figure, in its own currency. */
  embedding: z.object({ endpoint: endpointSchema, pricePerMillionTokens: z.number().nonnegative().optional() }).optional(),
  /** Least probability that the passages found answer the question for a draft to be offered, 0–1; see `judgeEnough`. */
  minEnough: z.number().min(0).max(1),
  /** Make the draft when a ticket opens, once it has stayed open while nothing else is drafted, or when the agent asks. */
  draftOn: z.enum(['open', 'idle', 'request']),
  /** Queues whose drafts are made ahead; empty: all. In others the agent asks. */
  draftQueues: z.array(z.string().min(1)).max(100),
  /** Days that outcomes and sent texts are kept. */
  keepOutcomesDays: z.number().int().positive(),
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: z.boolean(),
  firstRun: z.enum(['open', 'done']),
  /** MCP servers that are asked about the ticket at hand. */
  lookUps: z.array(lookUpServerSchema).max(20).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  version: 1,
  backend: { kind: 'embedded' },
  strategy: 'retrieval',
  pinned: [],
  budget: defaultBudget,
  escalation: {
    refund: 'warn',
    legal: 'hand-over',
    safety: 'hand-over',
    churn: 'warn',
    abuse: 'hand-over',
    privacy: 'hand-over',
  },
  agentLanguage: '',
  glossary: [],
  caseFields: [],
  askExtras: false,
  minEnough: 0.25,
  draftOn: 'open',
  draftQueues: [],
  keepOutcomesDays: 365,
  theme: 'system',
  singleKeys: true,
  firstRun: 'open',
  lookUps: [],
};
