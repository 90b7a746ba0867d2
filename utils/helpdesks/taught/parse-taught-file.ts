import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import { taughtHelpdeskSchema, toTaughtId, type TaughtHelpdesk } from '../../domain/taught-helpdesk.ts';
import { findBadSelector } from './find-bad-selector.ts';

/** A file that an agent is given says where a few things are; one that is longer says something else. */
export const MAX_TAUGHT_FILE = 100_000;

/** Reads an exported helpdesk. What does not fit is refused whole, with the field and what to do about it in plain words. */
export function parseTaughtFile(text: string, document: Document): Result<TaughtHelpdesk, string> {
  const refuse = (error: string) => ({ ok: false, error }) as const;
  if (text.length > MAX_TAUGHT_FILE)
    return refuse('The file is too long to be a taught helpdesk. Choose the file that Export made.');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse('The file is no JSON. Choose the file that Export made, unchanged.');
  }
  const version = z.safeParse(z.object({ kind: z.literal('deskside-helpdesk'), version: z.number() }), raw);
  if (!version.success) return refuse('The file is no taught helpdesk: its field “kind” has to be “deskside-helpdesk”.');
  if (version.data.version > 1)
    return refuse('The file was made by a newer Deskside (field “version”). Update the extension, then import it.');
  const parsed = taughtHelpdeskSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      `The field “${issue?.path.join('.') ?? ''}” does not fit: ${issue?.message ?? ''}. Mend it or export the helpdesk again.`,
    );
  }
  if (parsed.data.id !== toTaughtId(parsed.data.host))
    return refuse(`The field “id” does not belong to “host”: it has to be “${toTaughtId(parsed.data.host)}”.`);
  const bad = findBadSelector(parsed.data, document);
  return bad === undefined
    ? { ok: true, value: parsed.data }
    : refuse(`The field “${bad}” holds no selector that this browser can use. Mend it or export the helpdesk again.`);
}

/** The file of a helpdesk, for people to read and to give on. */
export const toTaughtFile = (helpdesk: TaughtHelpdesk): string => `${JSON.stringify(helpdesk, undefined, 2)}\n`;
