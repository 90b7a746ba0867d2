import type { MacrosRead } from '../../utils/domain/macro.ts';
import { send } from '../../utils/messaging/messenger.ts';

/** The saved replies of the helpdesk in a tab; none where the panel stands beside no tab. */
export async function readMacros(tabId: number | undefined): Promise<MacrosRead> {
  if (tabId === undefined) return { kind: 'none' };
  const read = await send('macros-list', { tabId });
  return read.ok ? read.value : { kind: 'failed', failure: read.error };
}
