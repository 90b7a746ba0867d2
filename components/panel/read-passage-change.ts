import { send } from '../../utils/messaging/messenger.ts';
import type { PassageChangeReader } from './use-passage-change.ts';

/** Has the worker compare a passage of a draft with its article as it is now. */
export const readPassageChange: PassageChangeReader = async (passage) => {
  const answer = await send('passage-change', { passage });
  if (!answer.ok || answer.value.kind === 'failed' || answer.value.change.kind === 'not-checked') return undefined;
  return answer.value.change;
};
