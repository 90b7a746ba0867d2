import { z } from 'zod';

/**
 * Who may read a text, from everyone to the team only: everyone, everyone with an account, accounts of the named segments
 * (a plan, a contract), the team. An internal passage never enters a public reply.
 */
export const audienceSchema = z.enum(['public', 'signed-in', 'segment', 'internal']);
export type Audience = z.infer<typeof audienceSchema>;

export const sourceIdSchema = z.string().min(1).brand('SourceId');
export type SourceId = z.infer<typeof sourceIdSchema>;

/** Products whose help centre, macros or solved tickets can be read. */
export const sourceProductSchema = z.enum([
  'zendesk',
  'freshdesk',
  'intercom',
  'help-scout',
  'zammad',
  'request-tracker',
  'chatwoot',
]);
export type SourceProduct = z.infer<typeof sourceProductSchema>;

const product = { product: sourceProductSchema, baseUrl: z.url() };

/** Where a source is read again from. Keys are not in here: they live in the extension-origin database, by origin. */
export const sourceOriginSchema = z.discriminatedUnion('kind', [
  /** `collection` narrows it: a portal, a category, a site, as the product calls it. */
  z.object({ kind: z.literal('help-centre'), ...product, locale: z.string().optional(), collection: z.string().optional() }),
  z.object({ kind: z.literal('macros'), ...product }),
  z.object({ kind: z.literal('solved-tickets'), ...product, sinceDays: z.number().int().positive() }),
  /** Sitemaps (also indexes of them) or single pages. */
  z.object({ kind: z.literal('web-pages'), addresses: z.array(z.url()).min(1) }),
  /** A store at an OpenAI-compatible backend, searched there; nothing of it is kept here. */
  z.object({ kind: z.literal('vector-store'), baseUrl: z.url(), storeId: z.string().min(1) }),
]);
export type SourceOrigin = z.infer<typeof sourceOriginSchema>;

/** Where knowledge comes from: an imported folder or zip, a pasted text, the bundled sample, a help centre that is read again. */
export const sourceSchema = z.object({
  id: sourceIdSchema,
  kind: z.enum(['files', 'pasted-text', 'sample', 'help-centre', 'macros', 'solved-tickets', 'web-pages', 'vector-store']),
  name: z.string().min(1),
  audience: audienceSchema,
  /** Segments that may read it; meant for the audience `segment`. */
  segments: z.array(z.string()).optional(),
  importedAt: z.iso.datetime(),
  /** Absent for what was handed over once: files, a pasted text, the sample. */
  origin: sourceOriginSchema.optional(),
  /** Hours between two readings; absent: only when told to. */
  everyHours: z.number().positive().optional(),
  articles: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
  /** Files that could not be read, each with the reason in plain words. */
  unreadable: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type Source = z.infer<typeof sourceSchema>;

/** Why an article waits for a person before it may stand under a public reply, and what the person decided. */
export const articleReviewSchema = z.object({
  /** `needed`: nobody has decided. `passed`: a person read it, it may be used. `kept-internal`: a person read it and keeps it from public replies. */
  state: z.enum(['needed', 'passed', 'kept-internal']),
  /** What was found, in plain words: "text that readers can't see", "words that give orders to an assistant". */
  reasons: z.array(z.string()).min(1),
});
export type ArticleReview = z.infer<typeof articleReviewSchema>;

/** Whether a flagged article's passages count as internal, whatever the article says of itself: only a person's pass lifts that. */
export function isHeldInternal({ review }: { readonly review?: ArticleReview | undefined }): boolean {
  return review !== undefined && review.state !== 'passed';
}

/** For whom and for what a text holds; each absent where it holds for all. */
const scope = {
  /** Segments that may read it; only with the audience `segment`. */
  segments: z.array(z.string()).optional(),
  /** Of the product described: "4.2", "2026". */
  version: z.string().optional(),
  /** ISO 3166-1 alpha-2, upper case, or a name that the team uses. */
  region: z.string().optional(),
};

/** A page of knowledge as it was imported, before it is cut into passages. */
export const articleSchema = z.object({
  /** Stable within its source: the file's path, the product's id, the page's address, or a hash of a pasted text. */
  id: z.string().min(1),
  sourceId: sourceIdSchema,
  title: z.string(),
  url: z.string().optional(),
  /** BCP 47, detected where it is not given. */
  locale: z.string(),
  audience: audienceSchema,
  ...scope,
  /** ISO 8601; when the article itself was last changed, where known. */
  updatedAt: z.iso.datetime().optional(),
  fetchedAt: z.iso.datetime(),
  /** The server's mark of this version, sent back to ask whether it changed. */
  etag: z.string().optional(),
  /** Absent: nothing stood out. Unless `passed`, its passages count as internal. */
  review: articleReviewSchema.optional(),
  /** `anchor` is the id of the heading on the page, without "#". */
  sections: z.array(z.object({ headings: z.array(z.string()), text: z.string(), anchor: z.string().optional() })),
});
export type Article = z.infer<typeof articleSchema>;

export const passageIdSchema = z.string().min(1).brand('PassageId');

/** The piece that is retrieved and cited. Immutable: its id is the hash of its text and where it stands; a changed article gets new passages. */
export const passageSchema = z.object({
  id: passageIdSchema,
  articleId: z.string().min(1),
  sourceId: sourceIdSchema,
  title: z.string(),
  /** Headings above the passage, outermost first, without the title. */
  headings: z.array(z.string()),
  /** Plain text; lists keep "- " and "1. ", paragraphs are divided by a blank line. */
  text: z.string().min(1),
  /** With the anchor of its heading, where that is known. */
  url: z.string().optional(),
  locale: z.string(),
  /** `internal` while its article is held so (`isHeldInternal`), whatever the article says. */
  audience: audienceSchema,
  ...scope,
  updatedAt: z.iso.datetime().optional(),
  fetchedAt: z.iso.datetime(),
  /** Position within the article, from 0. */
  position: z.number().int().nonnegative(),
});
export type Passage = z.infer<typeof passageSchema>;

/** A passage with what retrieval says of it. `score` is unit-free and comparable within one search only. */
export const rankedPassageSchema = z.object({
  passage: passageSchema,
  score: z.number().nonnegative(),
  /** Share of the question's information (idf mass) that the passage holds, 0–1; comparable between searches. */
  coverage: z.number().min(0).max(1),
  /** How many of the question's content terms stand in the passage, and how many it has. */
  matchedTerms: z.number().int().nonnegative(),
  terms: z.number().int().nonnegative(),
  /**
   * Probability that the passages found answer the question, 0–1, as fitted on public question sets: it orders questions
   * well, and is no share of anything at this team before it is calibrated. Absent where nothing is known of the others.
   */
  enough: z.number().min(0).max(1).optional(),
  /** Words of the question in `passage.text`: offsets in UTF-16 units, end excluded, ascending, not overlapping. For pages that show them. */
  highlights: z.array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() })).optional(),
  /** Features and their share in the score, the largest first; together 1. */
  why: z.array(z.object({ feature: z.string(), share: z.number().min(0).max(1) })).optional(),
});
export type RankedPassage = z.infer<typeof rankedPassageSchema>;
