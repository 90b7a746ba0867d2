import { z } from 'zod';

/** Text or number, as products write their ids. */
export const idField = z.union([z.string().min(1), z.number()]).transform(String);

/** A page's number or a count; some products write them as text. */
export const countField = z.coerce.number().int().nonnegative();

/** Segments of people, as text. */
export const idsField = z.array(idField).nullish();
