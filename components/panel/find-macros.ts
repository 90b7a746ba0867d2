import type { MacrosFound } from '../../utils/domain/macro.ts';
import { send } from '../../utils/messaging/messenger.ts';

/** Saved replies of the helpdesk in a tab; none where the panel stands beside no tab. */
export async function findMacros(tabId: number | undefined, text: string, language: string): Promise<MacrosFound> {
  if (tabId === undefined) return { kind: 'none' };
  const found = await send('macros-find', { tabId, text, language });
  return found.ok ? found.value : { kind: 'failed', failure: found.error };
}
