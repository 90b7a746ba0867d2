import { z } from 'zod';

/** Who may read a text: everyone, everyone with an account, or the team only. An internal passage never enters a public reply. */
export const audienceSchema = z.enum(['public', 'signed-in', 'internal']);
export type Audience = z.infer<typeof audienceSchema>;

export const sourceIdSchema = z.string().min(1).brand('SourceId');
export type SourceId = z.infer<typeof sourceIdSchema>;

/** Where knowledge comes from: an imported folder or zip, a pasted text, the bundled sample. */
export const sourceSchema = z.object({
  id: sourceIdSchema,
  kind: z.enum(['files', 'pasted-text', 'sample']),
  name: z.string().min(1),
  audience: audienceSchema,
  importedAt: z.iso.datetime(),
  articles: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
  /** Files that could not be read, each with the reason in plain words. */
  unreadable: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type Source = z.infer<typeof sourceSchema>;

/** A page of knowledge as it was imported, before it is cut into passages. */
export const articleSchema = z.object({
  /** Stable within its source: the file's path, or a hash of a pasted text. */
  id: z.string().min(1),
  sourceId: sourceIdSchema,
  title: z.string(),
  url: z.string().optional(),
  /** BCP 47, detected where it is not given. */
  locale: z.string(),
  audience: audienceSchema,
  /** ISO 8601; when the article itself was last changed, where known. */
  updatedAt: z.iso.datetime().optional(),
  fetchedAt: z.iso.datetime(),
  sections: z.array(z.object({ headings: z.array(z.string()), text: z.string() })),
});
export type Article = z.infer<typeof articleSchema>;

export const passageIdSchema = z.string().min(1).brand('PassageId');
export type PassageId = z.infer<typeof passageIdSchema>;

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
  url: z.string().optional(),
  locale: z.string(),
  audience: audienceSchema,
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
});
export type RankedPassage = z.infer<typeof rankedPassageSchema>;
