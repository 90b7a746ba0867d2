import { buildSegment } from '../../utils/retrieval/index/build-segment.ts';
import { openSegment } from '../../utils/retrieval/index/segment-reader.ts';
import { searchCorpus } from '../../utils/retrieval/ranking/search-corpus.ts';
import { detectLanguage } from '../../utils/text/language.ts';
import type { CreateEngine } from './engine.ts';

/** The shipped index and ranking, without any model. */
export const createDeskside: CreateEngine = async (passages) => {
  const segments = [openSegment(buildSegment(passages))];
  const fallback = passages[0]?.locale ?? 'en';
  return async (question, history, limit) => {
    const { language, sure } = detectLanguage(question);
    // A question of a few words is taken to be in the language of the passages unless it clearly is not.
    const query = {
      questions: [question],
      context: '',
      history,
      language: sure ? language : fallback,
      mayUse: ['public'] as const,
    };
    const found = await searchCorpus(segments, query, limit);
    return found.map(({ passageId, enough }) => ({ id: passageId, enough }));
  };
};
