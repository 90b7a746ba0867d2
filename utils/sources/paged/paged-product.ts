import { z } from 'zod';
import { UnreadableError } from '../unreadable-error.ts';
import { audienceSchema, type Article, type Audience, type SourceOrigin, type SourceProduct } from '../../domain/passage.ts';

/** A source origin that names a product and its address. */
export type ProductOrigin = Extract<SourceOrigin, { product: SourceProduct }>;

const itemHeadSchema = z.object({
  /** Stable within the source. */
  id: z.string().min(1),
  /** For people, where something is said of it; never a requester's words. */
  name: z.string(),
  audience: audienceSchema,
  segments: z.array(z.string()).optional(),
  /** ISO 8601. */
  updatedAt: z.string().optional(),
});
export type ItemHead = z.infer<typeof itemHeadSchema>;

/** A request that is still to be made. `of` names the reader of its answer; with `item` it brings that item and nothing else. */
export const placeSchema = z.object({
  of: z.string(),
  /** Beneath the product's root. */
  path: z.string(),
  with: z.record(z.string(), z.string()).optional(),
  item: itemHeadSchema.optional(),
});
export type Place = z.infer<typeof placeSchema>;

export type ItemPage = {
  readonly title: string;
  readonly sections: Article['sections'];
  /** Text that readers of the page don't see. */
  readonly hidden?: readonly string[];
  /** As it came; absent where that may not be looked at. */
  readonly raw?: string;
  readonly url?: string | undefined;
  /** As the product says it; absent: detected. */
  readonly locale?: string | undefined;
};

/** An item that may be read: with its text, taken apart only when it is needed, or with the place where the text is. */
export type FoundItem = ItemHead &
  ({ readonly page: () => ItemPage; readonly at?: never } | { readonly at: Omit<Place, 'item'>; readonly page?: never });

export type Visit = {
  readonly items?: readonly FoundItem[];
  /** Looked at before everything that was already waiting. */
  readonly next?: readonly Place[];
  readonly total?: number | undefined;
};

export type VisitContext = {
  readonly place: Place;
  /** The answer at the place, not yet checked. */
  readonly json: unknown;
  readonly headers: Headers;
  readonly origin: ProductOrigin;
  readonly now: Date;
  /** The answer, whole as `schema` says, or the reading ends with `source-changed` naming the field. */
  readonly parse: <T>(schema: z.ZodType<T>) => T;
  /**
   * Entries of a list, one by one: what doesn't fit is reported and left out, unless nothing fits, which ends the reading.
   * What fits `left` (drafts) is left out without a word.
   */
  readonly parseEach: <T>(list: readonly unknown[], schema: z.ZodType<T>, left?: z.ZodType) => T[];
  /** One more request, for what the answer alone doesn't say. `undefined` for a status of `allowed`. */
  readonly ask: <T>(
    path: string,
    schema: z.ZodType<T>,
    options?: { readonly method?: 'POST'; readonly headers?: Record<string, string>; readonly allowed?: readonly number[] },
  ) => Promise<T | undefined>;
  /** An address that the server gave, as a path beneath the root. */
  readonly toPath: (address: string) => string;
};

/** How one product lists one kind of thing. */
export type PagedProduct = {
  readonly kind: ProductOrigin['kind'];
  readonly product: SourceProduct;
  /** What an item is called: "Article", "Macro", "Ticket". */
  readonly noun: 'Article' | 'Macro' | 'Ticket';
  /** All requests go beneath it; ends with a slash. */
  readonly root: (baseUrl: URL) => URL;
  /** How the product wants its key; asked only when there is one. */
  readonly keyHeaders: (key: string) => Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly start: (origin: ProductOrigin, now: Date) => readonly Place[];
  /** By `Place.of`. */
  readonly pages: Readonly<Record<string, (visit: VisitContext) => Visit | Promise<Visit>>>;
};

/** The item that a place brings, for the reader of its answer. */
export function headOf({ item, of }: Place): ItemHead {
  if (!item) throw new UnreadableError(`nothing says what "${of}" brings`);
  return item;
}

/** Of two audiences the one that fewer may read. */
export function stricter(a: Audience, b: Audience): Audience {
  return audienceSchema.options.indexOf(a) > audienceSchema.options.indexOf(b) ? a : b;
}
