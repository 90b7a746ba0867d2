import type { DraftBlock, DraftProgress, DraftSource, DraftWriter } from '../domain/draft.ts';
import type { Passage, RankedPassage } from '../domain/passage.ts';
import type { Settings } from '../domain/settings.ts';
import type { SpendingBudget } from '../domain/spending.ts';
import type { Strategy } from '../domain/strategy.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { RiskFinding, Triage } from '../domain/triage.ts';
import type { UsedVoice, VoiceProfile } from '../domain/voice.ts';
import type { AnswerCache } from '../ports/answer-cache.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { LookUps } from '../ports/look-up.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import type { Spending } from '../ports/spending.ts';

/** Models by what they are asked for; without any, the embedded drafter writes. */
export type Models = { readonly chat?: LanguageModel | undefined; readonly styling?: LanguageModel | undefined };

export type ChosenVoice = { readonly profile: VoiceProfile; readonly used: UsedVoice };

/** What a request to a model needs beside the model. */
export type AskDeps = {
  readonly budget: Pick<SpendingBudget, 'promptTokens' | 'replyTokens'>;
  readonly spending: Spending;
  readonly cache: AnswerCache;
  /** At least 64 random bits in lower-case hex, new each time. */
  readonly makeBoundary: () => string;
};

export type AssistTicketDeps = AskDeps & {
  readonly search: PassageSearch;
  /** Live business state, asked for this ticket. */
  readonly lookUps: LookUps;
  readonly models: Models;
  readonly strategy: Strategy;
  /** Passages of the articles that the team has pinned, and single ones by id; those that are gone are left out. */
  readonly readPinned: (passageIds: readonly string[]) => Promise<readonly Passage[]>;
  readonly readPinnedArticles: () => Promise<readonly Passage[]>;
  readonly chooseVoice: (ticket: Ticket, language: string) => ChosenVoice;
  readonly glossary: Settings['glossary'];
  readonly escalation: Settings['escalation'];
  readonly triage: (ticket: Ticket) => Triage;
  /** Least probability that what was found answers the question, 0–1. */
  readonly minEnough: number;
  /** Sent replies known so far; below what calibration needs, confidence stays uncalibrated. */
  readonly sentReplies: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
};

/** What the agent asks of this draft. */
export type DraftAsk = {
  readonly draftId: string;
  /** ISO 8601. */
  readonly askedAt: string;
  /** Passages that must not be used. */
  readonly without: ReadonlySet<string>;
  /** Passages that must be used. */
  readonly pinned: readonly string[];
  /** Facts the agent knows; cited like a source. */
  readonly facts: readonly string[];
  /** Draft although it was handed over or held back. */
  readonly anyway: boolean;
  /** An answer that was given before will not do. */
  readonly isNew: boolean;
};

export const plainAsk: Omit<DraftAsk, 'draftId' | 'askedAt'> = {
  without: new Set(),
  pinned: [],
  facts: [],
  anyway: false,
  isNew: false,
};

/** One run: what every stage may look at and nothing may change. */
export type DraftRun = {
  readonly ticket: Ticket;
  readonly deps: AssistTicketDeps;
  readonly ask: DraftAsk;
  readonly signal: AbortSignal;
  readonly show: (change: Partial<Pick<DraftProgress, 'text' | 'language' | 'sources' | 'askedHost'>>) => void;
};

/** The reply and what it rests on, as the stages so far have left it. */
export type DraftState = {
  readonly language: string;
  readonly questions: readonly string[];
  readonly context: string;
  readonly voice: ChosenVoice;
  readonly risks: readonly RiskFinding[];
  readonly triage: Triage;
  /** Looked at, best first. */
  readonly found: readonly RankedPassage[];
  /** To draft from; source n is the n-th. */
  readonly passages: readonly RankedPassage[];
  /** How many of the first passages have to be used. */
  readonly required: number;
  /** Hosts that the question went to. */
  readonly searchHosts: readonly string[];
  /** Reply in marked form; empty before the first draft. */
  readonly marked: string;
  readonly writer: DraftWriter;
  readonly unanswered: readonly string[];
  readonly blocks: readonly DraftBlock[];
  /** Those that count, by the numbers of `blocks`. */
  readonly sources: readonly DraftSource[];
};
