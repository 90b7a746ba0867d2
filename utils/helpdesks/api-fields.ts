import { z } from 'zod/mini';
import { readTime } from './read-time.ts';

/** Ids are numbers in some products' JSON and text in others'. */
export const idField = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

/** A time in any form that `readTime` knows, as ISO 8601 in UTC; anything else does not fit. */
export const timeField = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((raw, { issues }): string => {
    const at = readTime(raw);
    if (at === undefined) issues.push({ code: 'custom', message: 'no time', input: raw });
    return at ?? '';
  }),
);

/** A text that may be missing or null; '' then. */
export const textField = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
);
