import { passageSchema, type Passage } from '../domain/passage.ts';
import type { Endpoint, Settings } from '../domain/settings.ts';
import { findStrategy, type Strategy, type StrategyId } from '../domain/strategy.ts';
import { findLack, toAvailable, type Available } from '../domain/strategy-needs.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Triage } from '../domain/triage.ts';
import { chooseVoice } from '../drafting/voice/choose-voice.ts';
import type { AssistTicketDeps, ChosenVoice, Models } from '../pipeline/draft-run.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { AnswerCache } from '../ports/answer-cache.ts';
import type { LookUps } from '../ports/look-up.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import type { Spending } from '../ports/spending.ts';
import type { ArticleReader } from '../storage/article-reader.ts';
import type { KnowledgeStore } from '../storage/knowledge-store.ts';
import type { VoiceStore } from '../storage/voice-store.ts';

export type DraftingDeps = {
  readonly readSettings: () => Promise<Settings>;
  readonly createModel: (endpoint: Endpoint) => Promise<LanguageModel>;
  readonly createBuiltInModel: () => LanguageModel;
  readonly search: PassageSearch;
  readonly knowledge: Pick<KnowledgeStore, 'getPassage' | 'listSources'>;
  readonly articles: Pick<ArticleReader, 'readArticleNow'>;
  readonly voices: Pick<VoiceStore, 'list'>;
  readonly readLookUps: () => Promise<LookUps>;
  readonly readTriage: () => Promise<(ticket: Ticket) => Triage>;
  readonly countSentReplies: () => Promise<number>;
  readonly spending: Spending;
  readonly cache: AnswerCache;
  readonly makeBoundary: () => string;
  readonly clock: () => number;
};

/**
 * Settings and stores turned into what one run of the pipeline needs, read anew for each draft: a change of strategy, model or
 * voice holds from the next draft on, without a reload. `wanted` overrides the team's strategy.
 */
export function createDraftingDeps(deps: DraftingDeps): (wanted?: StrategyId) => Promise<AssistTicketDeps> {
  const { search, knowledge, articles, spending, cache, makeBoundary, clock } = deps;
  return async (wanted) => {
    const settings = await deps.readSettings();
    const [models, voices, sources, lookUps, triage, sentReplies] = await Promise.all([
      createModels(settings, deps),
      deps.voices.list(),
      knowledge.listSources(),
      deps.readLookUps(),
      deps.readTriage(),
      deps.countSentReplies(),
    ]);
    const available = toAvailable(
      settings,
      sources.some((source) => source.kind === 'vector-store'),
    );
    return {
      search,
      spending,
      cache,
      makeBoundary,
      clock,
      models,
      lookUps,
      triage,
      sentReplies,
      strategy: toUsable(findStrategy(wanted ?? settings.strategy), available),
      readPinned: async (ids) => {
        const found = await Promise.all(ids.map((id) => knowledge.getPassage(id)));
        return found.filter((passage): passage is Passage => passage !== undefined);
      },
      readPinnedArticles: async () => {
        const now = await Promise.all(settings.pinned.map((pinned) => articles.readArticleNow(toKey(pinned))));
        return now.flatMap((article) => (article?.kind === 'present' ? [...article.passages] : []));
      },
      chooseVoice: ({ queue }, language): ChosenVoice => chooseVoice(voices, { queue, language }),
      glossary: settings.glossary,
      escalation: settings.escalation,
      minEnough: settings.minEnough,
      budget: settings.budget,
    };
  };
}

async function createModels({ backend, styling }: Settings, deps: DraftingDeps): Promise<Models> {
  const voice = styling ? { styling: await deps.createModel(styling) } : {};
  switch (backend.kind) {
    case 'embedded':
      return voice;
    case 'built-in':
      return { chat: deps.createBuiltInModel(), ...voice };
    case 'openai-compatible':
      return { chat: await deps.createModel(backend.endpoint), ...voice };
  }
}

/** A strategy that lacks what it needs would leave the agent with nothing: retrieval needs nothing. */
function toUsable(strategy: Strategy, available: Available): Strategy {
  return findLack(strategy, available) === undefined ? strategy : findStrategy('retrieval');
}

function toKey({ sourceId, articleId }: Settings['pinned'][number]): Pick<Passage, 'sourceId' | 'articleId'> {
  return passageSchema.pick({ sourceId: true, articleId: true }).parse({ sourceId, articleId });
}
