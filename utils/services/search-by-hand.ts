import { toFailure } from '../domain/failure.ts';
import type { MessageReply, MessageRequest } from '../messaging/contract.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import { toBaseLanguage } from '../retrieval/index/segment.ts';
import { highlightTerms } from '../retrieval/ranking/highlight-terms.ts';
import { detectLanguage } from '../text/language.ts';

/** Long enough for an embedding model at a distance; a person is waiting. */
const TIMEOUT_MS = 20_000;

/** Found and then left out for their language; more than this many before the first in the right one is nothing found. */
const MAX_LOOKED_AT = 200;

/** Answers a search that a person makes on one of our pages, with the words that were found marked. */
export function createHandSearch(
  search: Pick<PassageSearch, 'search'>,
): (request: MessageRequest<'knowledge-search'>) => Promise<MessageReply<'knowledge-search'>> {
  return async ({ text, mayUse, pool, limit, segments, region, version, locale }) => {
    try {
      const { language } = detectLanguage(text);
      const query = {
        questions: [text],
        context: '',
        language,
        mayUse,
        pool,
        ...(segments ? { segments } : {}),
        ...(region === undefined ? {} : { region }),
        ...(version === undefined ? {} : { version }),
      };
      const count = locale === undefined ? limit : MAX_LOOKED_AT;
      const found = await search.search(query, count, AbortSignal.timeout(TIMEOUT_MS));
      const wanted = locale && toBaseLanguage(locale);
      const passages = found
        .filter(({ passage }) => !wanted || toBaseLanguage(passage.locale) === wanted)
        .slice(0, limit)
        .map((one) => ({ ...one, highlights: highlightTerms(one.passage, { text, language }) }));
      return { kind: 'found', passages };
    } catch (thrown) {
      return { kind: 'failed', failure: toFailure(thrown) };
    }
  };
}
