import { z } from 'zod';
import { lookUpServerSchema } from './look-up.ts';

/** An OpenAI-compatible endpoint. The key is not in here: it lives in the extension-origin database, see `utils/storage/secret-store.ts`. */
export const endpointSchema = z.object({
  /** Base address with path, as the server's documentation gives it: `https://api.openai.com/v1`. http only to this machine. */
  baseUrl: z.url(),
  model: z.string().min(1),
  hasKey: z.boolean(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const settingsSchema = z.object({
  version: z.literal(1),
  backend: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('embedded') }),
    z.object({ kind: z.literal('openai-compatible'), endpoint: endpointSchema }),
  ]),
  /** Search by meaning beside search by words; absent: by words only. The price is the team's own figure, in its own currency. */
  embedding: z.object({ endpoint: endpointSchema, pricePerMillionTokens: z.number().nonnegative().optional() }).optional(),
  /** Least probability that the passages found answer the question for a draft to be offered, 0–1; see `judgeEnough`. */
  minEnough: z.number().min(0).max(1),
  /** Make the draft when a ticket opens, or wait until the agent asks for it. */
  draftOn: z.enum(['open', 'request']),
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
  minEnough: 0.25,
  draftOn: 'open',
  keepOutcomesDays: 365,
  theme: 'system',
  singleKeys: true,
  firstRun: 'open',
  lookUps: [],
};
