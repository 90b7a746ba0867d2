import { macroSchema, type MacrosRead } from '../domain/macro.ts';
import type { HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { findHelpdesk } from './find-helpdesk.ts';

/** Teams change their macros a few times a day; a list this old is read again. */
const KEPT_FOR_MS = 10 * 60_000;
const MAX_MACROS = 2000;

/** Reads the macros of the open helpdesk when asked, at most once in ten minutes; a failure is not kept. A macro that is too long or malformed is left out. */
export function createMacroReader(readPage: () => HelpdeskPage, now: () => Date): (signal: AbortSignal) => Promise<MacrosRead> {
  let kept: { readonly of: string; readonly atMs: number; readonly read: MacrosRead } | undefined;
  return async (signal) => {
    const page = readPage();
    const adapter = findHelpdesk(page);
    if (!adapter?.readMacros) return { kind: 'none' };
    const of = `${adapter.id} ${page.url.host} ${adapter.teamIn?.(page.url) ?? ''}`;
    if (kept?.of === of && now().getTime() - kept.atMs < KEPT_FOR_MS) return kept.read;
    const answer = await adapter.readMacros(page, signal);
    if (!answer.ok) return { kind: 'failed', failure: answer.error };
    const macros = answer.value.filter((macro) => macroSchema.safeParse(macro).success).slice(0, MAX_MACROS);
    const read: MacrosRead = { kind: 'macros', macros };
    kept = { of, atMs: now().getTime(), read };
    return read;
  };
}
