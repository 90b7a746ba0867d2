import { z } from 'zod';

/** Page → fit worker. */
export const fitOrderSchema = z.object({
  rows: z.array(z.object({ text: z.string(), label: z.string() })),
  /** Where the tickets came from; kept in the model. */
  origin: z.string(),
});

/** Fit worker → page. */
export const fitReportSchema = z.discriminatedUnion('kind', [
  /** 0–1. */
  z.object({ kind: z.literal('progress'), share: z.number() }),
  z.object({ kind: z.literal('failed'), said: z.string() }),
  z.object({
    kind: z.literal('fitted'),
    bytes: z.instanceof(Uint8Array<ArrayBuffer>),
    labels: z.array(z.string()),
    /** How often it was right on tickets that it had not seen. */
    heldOut: z.object({ tickets: z.number(), accuracy: z.number() }),
  }),
]);
export type FitReport = z.infer<typeof fitReportSchema>;
