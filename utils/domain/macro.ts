import { z } from 'zod/mini';
import { failureSchema } from './failure.ts';

/** A saved reply of the helpdesk; `text` is plain text, with the helpdesk's own placeholders as they stand. */
export const macroSchema = z.object({
  id: z.string(),
  title: z.string().check(z.maxLength(500)),
  text: z.string().check(z.maxLength(20_000)),
});
export type Macro = z.infer<typeof macroSchema>;

/** What a helpdesk's page gave: `none` where the product has no macros that the agent's session may read. */
export const macrosReadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('macros'), macros: z.array(macroSchema).check(z.maxLength(2000)) }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type MacrosRead = z.infer<typeof macrosReadSchema>;

/** What a search among them gave: the best, of `total`. */
export const macrosFoundSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), macros: z.array(macroSchema), total: z.number() }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type MacrosFound = z.infer<typeof macrosFoundSchema>;
