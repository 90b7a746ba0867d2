import type { MacrosFound } from '../domain/macro.ts';
import { send } from '../messaging/messenger.ts';
import type { MessageRequest } from '../messaging/contract.ts';
import { rankMacros } from '../retrieval/ranking/rank-macros.ts';

/** As many as an agent looks through. */
const SHOWN = 20;

/** Macros of the helpdesk in a tab that share words with a text, best first; without words, the helpdesk's own order. */
export async function findMacros({ tabId, text, language }: MessageRequest<'macros-find'>): Promise<MacrosFound> {
  const read = await send('macros-read', {}, tabId);
  if (!read.ok) return { kind: 'failed', failure: read.error };
  if (read.value.kind !== 'macros') return read.value;
  const { macros } = read.value;
  const found = text.trim() === '' ? macros : rankMacros(macros, text, language);
  return { kind: 'found', macros: found.slice(0, SHOWN), total: macros.length };
}
