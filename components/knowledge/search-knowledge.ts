import { send } from '../../utils/messaging/messenger.ts';
import type { KnowledgeSearcher } from './use-knowledge-search.ts';

/** Has the worker search the knowledge by hand. */
export const searchKnowledge: KnowledgeSearcher = async (request) => {
  const answer = await send('knowledge-search', request);
  if (!answer.ok) return answer;
  return answer.value.kind === 'found' ? { ok: true, value: answer.value.passages } : { ok: false, error: answer.value.failure };
};
