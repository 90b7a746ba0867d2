import { join } from 'node:path';
import { z } from 'zod';
import type { TaggedTicket } from '../../utils/triage/parse-tagged-tickets.ts';
import { readJsonLines } from '../load-set.ts';

const lineSchema = z.object({ text: z.string().min(1), intent: z.string().min(1) });

/** `DIR/FILE` with a text and its intent a line. Throws an `Error` that names file, line and fault. */
export async function loadTagged(folder: string, file: string): Promise<TaggedTicket[]> {
  const lines = await readJsonLines(join(folder, file), lineSchema);
  return lines.map(({ text, intent }) => ({ text, label: intent }));
}
