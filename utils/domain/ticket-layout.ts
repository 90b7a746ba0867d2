import { z } from 'zod/mini';

/** How sure a selector is, surest first: the product's own source, measured by us, vendor documentation, others' working code, shown by the agent, unverified. */
export const evidenceSchema = z.enum(['source', 'measured', 'documented', 'third-party', 'taught', 'guess']);

const cssSchema = z.string().check(z.minLength(1), z.maxLength(500));

/** One place where a part of a ticket may be found. */
export const leadSchema = z.object({
  /** `{id}` stands for the id of the open ticket. */
  css: cssSchema,
  /** The element meant is the one whose id stands in this attribute: a tab's pane. */
  follow: z.optional(z.enum(['aria-controls', 'aria-owns'])),
  /** Read this attribute and not the text; `value` reads what stands in a field. A body's attribute holds HTML. */
  attribute: z.optional(z.string().check(z.regex(/^[\w-]{1,60}$/))),
  /** Taken off the front of what was read: `thread-` of `thread-7`. Without it in front nothing was found. */
  prefix: z.optional(z.string().check(z.maxLength(60))),
  sure: evidenceSchema,
  /** Where it was seen, for whoever mends it: `thread-entry.tmpl.php`. */
  seen: z.optional(z.string().check(z.maxLength(200))),
});
export type Lead = z.infer<typeof leadSchema>;

/**
 * Parts of a ticket page. `pane` holds one ticket (absent: the page shows one); parts from `message` to `body` are looked for inside each
 * message; `replyPane` holds the editor and the control of its audience; `ticketId` and `replyTicketId` carry the ticket's id inside them.
 */
export const partSchema = z.enum([
  'pane',
  'ticketId',
  'subject',
  'queue',
  'requesterName',
  'requesterEmail',
  'agentName',
  'agentId',
  'message',
  'messageId',
  'author',
  'authorId',
  'time',
  'body',
  'attachment',
  'replyPane',
  'replyTicketId',
]);
export type Part = z.infer<typeof partSchema>;

/**
 * Questions that a selector answers. `requester` to `event` are asked of a message (what it is or holds, its body left out): `event` is no
 * message; one that is neither `public` nor `internal` counts as internal. `more` is on the page while it holds back part of the thread;
 * `comments` are on it, beside messages or in them, and are not read.
 * `writesPublic` and `writesInternal` are asked of the reply pane; neither counts as internal.
 */
export const testSchema = z.enum([
  'requester',
  'agent',
  'event',
  'public',
  'internal',
  'more',
  'comments',
  'writesPublic',
  'writesInternal',
]);

/** Where things are on a helpdesk's ticket page: data, written by us with evidence or shown by an agent, and never code. */
export const ticketLayoutSchema = z.object({
  version: z.literal(1),
  /** Several leads deep, surest first; the first that finds something is taken. */
  parts: z.partialRecord(partSchema, z.array(leadSchema).check(z.maxLength(12))),
  /** Any of them may hold. */
  tests: z.partialRecord(testSchema, z.array(cssSchema).check(z.maxLength(12))),
  /** Taken out of a message before its body is read: signatures, buttons, others' comments. */
  drop: z.optional(z.array(cssSchema).check(z.maxLength(20))),
  /** `by-id`: the product's ids are numbers that count up. */
  order: z.enum(['oldest-first', 'newest-first', 'by-time', 'by-id']),
  /**
   * Every mark that the root of a message may carry (`.entry`, `[data-kind="reply"]`, `.Card_note__*`; see `readRootMarks`). One that carries another is of a kind
   * that nobody has shown: internal, and no one's. Absent: the tests alone decide.
   */
  knownMarks: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(160))).check(z.maxLength(100))),
  /** Look into open shadow roots too. */
  pierces: z.optional(z.boolean()),
});
export type TicketLayout = z.infer<typeof ticketLayoutSchema>;
