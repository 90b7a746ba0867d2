import { z } from 'zod';
import { passageSchema, type Passage } from './passage.ts';

/** Where one argument of a tool comes from: fields of the ticket, an id found in it, or a value that the team fixed. Never words of a model. */
export const argumentSlotSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('requester-email') }),
  z.object({ from: z.literal('requester-name') }),
  z.object({ from: z.literal('ticket-id') }),
  /** The newest id of this form in the subject and the requester's public messages; see `utils/sources/look-ups/id-pattern.ts`. */
  z.object({ from: z.literal('pattern'), pattern: z.string().min(1).max(100) }),
  z.object({ from: z.literal('fixed'), value: z.union([z.string().max(200), z.number(), z.boolean()]) }),
]);
export type ArgumentSlot = z.infer<typeof argumentSlotSchema>;

/** A tool that the team has ticked. */
export const lookUpToolSchema = z.object({
  name: z.string().min(1).max(200),
  /** For every draft, or when the agent asks for it. */
  when: z.enum(['always', 'on-request']),
  /** By parameter; one that is not here is not sent. */
  arguments: z.record(z.string().min(1).max(100), argumentSlotSchema),
  /** Of what the tool promised when it was ticked; a tool that promises something else is not called. */
  schemaHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Call it although it does not say that it only reads. */
  mayChangeThings: z.boolean(),
  /** Dotted path of the result's field that holds whom it is about, as an e-mail address: "order.customer.email". */
  ownerField: z.string().min(1).max(200).optional(),
});
export type LookUpTool = z.infer<typeof lookUpToolSchema>;

/** An MCP server over streamable HTTP that the team has set up. */
export const lookUpServerSchema = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  name: z.string().min(1).max(100),
  /** Its MCP address with path. http only to this machine. */
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** Where its headers are kept: `toHeadersSecretName`. Absent: it needs none. */
  headersSecretName: z.string().min(1).max(700).optional(),
  tools: z.array(lookUpToolSchema).max(50),
  /** For everything that one ticket asks of it, the connection included. */
  timeoutMs: z.number().int().min(100).max(20_000),
});
export type LookUpServer = z.infer<typeof lookUpServerSchema>;

/** An agent waits for a draft no longer than this for its live facts. */
export const LOOK_UP_TIMEOUT_MS = 5000;

/** The name binds a secret to one server at one origin: after a change of address it is not there. */
export function toHeadersSecretName({ id, url }: Pick<LookUpServer, 'id' | 'url'>): string {
  return `look-up ${id} ${new URL(url).origin}`;
}

/** A tool as a team sees it before it ticks it. All texts are the server's words. */
export const offeredToolSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  /** The server says that it only reads; nobody checks that. */
  isReadOnly: z.boolean(),
  schemaHash: z.string(),
  parameters: z.array(z.object({ name: z.string(), type: z.string(), isRequired: z.boolean(), description: z.string() })),
});
export type OfferedTool = z.infer<typeof offeredToolSchema>;

/** Why a look-up brought nothing. The draft goes on without it. */
export const lookUpTroubleSchema = z.enum([
  /** No answer: refused, offline, redirected, or not allowed by the browser. */
  'unreachable',
  /** The address may not be asked, or the stored key belongs to another. */
  'not-allowed',
  /** Not done within the server's time. */
  'too-slow',
  /** An HTTP error; `status` says which. */
  'rejected',
  /** Not what an MCP server sends, or not what the tool promises. */
  'garbled',
  'too-large',
  /** The server no longer has the tool. */
  'not-offered',
  /** The tool promises something else than when it was ticked. */
  'tool-changed',
  'not-read-only',
  /** The ticket does not hold what the tool needs. */
  'nothing-to-ask',
  /** What the ticket gives does not fit the tool's schema; it was not called. */
  'arguments-refused',
  /** The tool itself said that it failed. */
  'tool-failed',
  /** The tool asked for more input, or for a model. */
  'wants-input',
]);
export type LookUpTrouble = z.infer<typeof lookUpTroubleSchema>;

/** Why a server did not list its tools. */
export const offerTroubleSchema = z.object({
  trouble: lookUpTroubleSchema,
  said: z.string().max(300),
  /** HTTP status, with `rejected`. */
  status: z.number().int().optional(),
});
export type OfferTrouble = z.infer<typeof offerTroubleSchema>;

const asked = { serverId: z.string(), server: z.string(), tool: z.string(), calledAt: z.iso.datetime() };

/** What one tool answered. Data only: never markup, an address to open, or an order. */
export const lookUpResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    ...asked,
    /** The tool's name for people. */
    title: z.string(),
    fields: z.array(z.object({ label: z.string(), value: z.string() })),
    /** All that was said, at most 8 kB. */
    text: z.string().min(1),
    isCut: z.boolean(),
    /** It is about the person who reads the reply: may be told to them. */
    isRequestersOwn: z.boolean(),
    /** SHA-256 of what the tool answered, in hex. */
    hash: z.string(),
  }),
  z.object({
    kind: z.literal('failed'),
    ...asked,
    trouble: lookUpTroubleSchema,
    /** HTTP status, with `rejected`. */
    status: z.number().int().optional(),
    said: z.string().max(300),
  }),
]);
export type LookUpResult = z.infer<typeof lookUpResultSchema>;
export type LookUpFound = Extract<LookUpResult, { kind: 'found' }>;

/** All that is ever stored of a look-up: that it was made, how it went, and the names of what it brought. */
export const lookUpRecordSchema = z.object({
  ...asked,
  state: z.enum(['ok', 'failed']),
  trouble: lookUpTroubleSchema.optional(),
  hash: z.string().optional(),
  fieldNames: z.array(z.string()),
});
export type LookUpRecord = z.infer<typeof lookUpRecordSchema>;

/** Without a value: a name with a digit or an @ in it may be one (an order number as a key) and is left out. */
export function toLookUpRecord(result: LookUpResult): LookUpRecord {
  const { serverId, server, tool, calledAt } = result;
  const base = { serverId, server, tool, calledAt };
  if (result.kind === 'failed') return { ...base, state: 'failed', trouble: result.trouble, fieldNames: [] };
  const fieldNames = result.fields
    .map((field) => field.label.replaceAll(/ \d+(?= ›|$)/g, ''))
    .filter((name) => !/[\d@]/.test(name));
  return { ...base, state: 'ok', hash: result.hash, fieldNames: [...new Set(fieldNames)] };
}

const SOURCE_PREFIX = 'look-up:';

/**
 * The result as a source of one draft. Transient: never indexed, and stored only as `withoutLookUpValues` leaves it. What is
 * not known to be about the requester is internal. `locale`: the reply's, since facts have no language of their own.
 */
export function toLookUpPassage(result: LookUpFound, locale: string): Passage {
  return passageSchema.parse({
    id: `${SOURCE_PREFIX}${result.hash}`,
    articleId: result.tool,
    sourceId: `${SOURCE_PREFIX}${result.serverId}`,
    title: `${result.server}: ${result.title}`,
    headings: [],
    text: result.text,
    locale,
    audience: result.isRequestersOwn ? 'public' : 'internal',
    updatedAt: result.calledAt,
    fetchedAt: result.calledAt,
    position: 0,
  });
}

export function isLookUpPassage(passage: Pick<Passage, 'sourceId'>): boolean {
  return passage.sourceId.startsWith(SOURCE_PREFIX);
}

/** The passage as it may be stored: a look-up's text is left out, any other is returned as it is. Spans into the text hold no longer. */
export function withoutLookUpValues(passage: Passage): Passage {
  return isLookUpPassage(passage) ? { ...passage, text: 'Looked up when the draft was made. The answer is not kept.' } : passage;
}
