import { toFailure } from '../domain/failure.ts';
import type { MessageReply, MessageRequest } from '../messaging/contract.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import { detectLanguage } from '../text/language.ts';

/** Long enough for an embedding model at a distance; a person is waiting. */
const TIMEOUT_MS = 20_000;

/** Answers a search that a person makes on one of our pages. */
export function createHandSearch(
  search: Pick<PassageSearch, 'search'>,
): (request: MessageRequest<'knowledge-search'>) => Promise<MessageReply<'knowledge-search'>> {
  return async ({ text, mayUse, pool, limit }) => {
    try {
      const query = { questions: [text], context: '', language: detectLanguage(text).language, mayUse, pool };
      return { kind: 'found', passages: [...(await search.search(query, limit, AbortSignal.timeout(TIMEOUT_MS)))] };
    } catch (thrown) {
      return { kind: 'failed', failure: toFailure(thrown) };
    }
  };
}
