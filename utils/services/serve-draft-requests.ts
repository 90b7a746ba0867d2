import { toMarkedText, toShownVersion, type Draft, type DraftRecord, type DraftVersion } from '../domain/draft.ts';
import { FailureError, toFailure } from '../domain/failure.ts';
import { isLookUpPassage } from '../domain/look-up.ts';
import type { TabState } from '../domain/tab-state.ts';
import type { Settings } from '../domain/settings.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { DraftStreamDown, DraftStreamUp } from '../messaging/contract.ts';
import type { ServeDraft } from '../messaging/draft-channel.ts';
import { assistTicket } from '../pipeline/assist-ticket.ts';
import { askExtras } from '../pipeline/ask-extras.ts';
import type { AssistTicketDeps } from '../pipeline/draft-run.ts';
import { plainAsk } from '../pipeline/draft-run.ts';
import { refineDraft } from '../pipeline/refine-draft.ts';
import { translateText } from '../pipeline/translate-text.ts';
import { writeCaseNote } from '../pipeline/write-case-note.ts';
import type { StrategyId } from '../domain/strategy.ts';
import { createProgressShower } from './show-progress.ts';
import { startDraft, type StartDraftDeps } from './serve-drafts.ts';

export type ServeDraftRequestsDeps = Omit<StartDraftDeps, 'readAssistDeps'> & {
  readonly readTab: (tabId: number) => Promise<TabState | undefined>;
  readonly readAssistDeps: (wanted?: StrategyId) => Promise<AssistTicketDeps>;
  readonly readSettings: () => Promise<Settings>;
  /** BCP 47 language of the browser. */
  readonly browserLanguage: () => string;
};

type OfDraft = Extract<DraftStreamUp, { draftId: DraftRecord['id'] }>;
type Change = Exclude<OfDraft, { kind: 'draft-start' }>;
type Drafted = { readonly record: DraftRecord; readonly draft: Draft; readonly version: DraftVersion };

/** Serves every request on the draft stream. What changes a draft is saved before its end is told; what fails leaves it as it is. */
export function createDraftServer(deps: ServeDraftRequestsDeps): ServeDraft {
  return async (request, emit, signal) => {
    try {
      const state = await deps.readTab(request.tabId);
      if (state?.report.kind !== 'ticket') {
        throw new FailureError({ kind: 'ticket-unreadable', helpdesk: '', missing: 'the open ticket' });
      }
      const { ticket } = state.report;
      if (request.kind === 'draft-start') return await startDraft(deps, request, ticket, emit, signal);
      if (request.kind === 'draft-compare') return await compare(deps, request.strategy, ticket, emit, signal);
      await change(deps, request, ticket, emit, signal);
      emit({ kind: 'draft-changed', draftId: request.draftId });
    } catch (thrown) {
      if (signal.aborted) return;
      const failure = toFailure(thrown);
      if (request.kind === 'draft-start' || request.kind === 'draft-compare') {
        emit({ kind: 'draft-end', outcome: { kind: 'failed', failure } });
      } else emit({ kind: 'draft-unchanged', draftId: request.draftId, failure });
    }
  };
}

async function compare(
  deps: ServeDraftRequestsDeps,
  strategy: StrategyId,
  ticket: Ticket,
  emit: (event: DraftStreamDown) => void,
  signal: AbortSignal,
): Promise<void> {
  const ask = { ...plainAsk, draftId: `compare:${strategy}`, askedAt: deps.now().toISOString() };
  const outcome = await assistTicket(ticket, await deps.readAssistDeps(strategy), ask, signal, (progress) =>
    emit({ kind: 'draft-delta', progress }),
  );
  emit({ kind: 'draft-end', outcome });
}

async function change(
  deps: ServeDraftRequestsDeps,
  request: Change,
  ticket: Ticket,
  emit: (event: DraftStreamDown) => void,
  signal: AbortSignal,
): Promise<void> {
  const { drafts } = deps;
  const [assist, settings, record] = await Promise.all([deps.readAssistDeps(), deps.readSettings(), drafts.get(request.draftId)]);
  if (!record) throw new FailureError({ kind: 'unexpected', said: 'This draft is no longer stored. Draft again.' });
  if (record.lock.ticketId !== ticket.id || record.lock.host !== ticket.host) {
    throw new FailureError({ kind: 'unexpected', said: 'The page shows another ticket. Go back to this draft’s ticket.' });
  }
  const shower = createProgressShower(record, drafts, emit);
  const show = (text: string): void =>
    shower.show({ stages: [], stage: 'style', text, language: toDrafted(record)?.draft.language ?? 'en', sources: [] });
  const changed = await carryOut(request, { ticket, record, assist, settings, deps, show, signal });
  await shower.settle();
  signal.throwIfAborted();
  // The agent may have edited meanwhile: what was made is added to the record as it is now.
  const now = (await drafts.get(record.id)) ?? record;
  const { progress: _shown, ...kept } = now;
  await drafts.save(changed(kept));
}

type Job = {
  readonly ticket: Ticket;
  readonly record: DraftRecord;
  readonly assist: AssistTicketDeps;
  readonly settings: Settings;
  readonly deps: ServeDraftRequestsDeps;
  readonly show: (text: string) => void;
  readonly signal: AbortSignal;
};

/** What the request makes of the record. */
async function carryOut(request: Change, job: Job): Promise<(record: DraftRecord) => DraftRecord> {
  const { ticket, record, assist, settings, deps, show, signal } = job;
  switch (request.kind) {
    case 'draft-refine': {
      const { draft, version } = needDrafted(record);
      const language = version.language ?? draft.language;
      const { profile: voice } = assist.chooseVoice(ticket, language);
      const ask = {
        draftId: record.id,
        ticket,
        blocks: version.blocks ?? draft.blocks,
        sources: draft.sources,
        language,
        step: request.step,
      };
      const refined = await refineDraft(ask, { ...assist, voice }, signal, show);
      const at = deps.now().toISOString();
      return (now) => ({ ...now, versions: [...now.versions, { ...refined, at }] });
    }
    case 'draft-read': {
      const language = settings.agentLanguage || deps.browserLanguage();
      const of = request.what === 'draft' ? toMarkedText(needBlocks(record)) : toConversation(ticket);
      const text = await translateText(
        { text: of, language, draftId: record.id, isCacheable: !holdsLiveValues(record) },
        assist,
        signal,
        show,
      );
      const reading = { what: request.what, language, of, text };
      return (now) => ({ ...now, readings: [...(now.readings ?? []).filter(({ what }) => what !== request.what), reading] });
    }
    case 'draft-extras': {
      const { language } = needDrafted(record).draft;
      const extras = await askExtras({ ticket, language, draftId: record.id }, assist, signal);
      return (now) => withDraft(now, (draft) => ({ ...draft, ...extras }));
    }
    case 'draft-note': {
      const caseNote = await writeCaseNote({ ticket, record, fields: settings.caseFields }, assist, signal);
      return (now) => ({ ...now, caseNote });
    }
  }
}

function toDrafted(record: DraftRecord): Drafted | undefined {
  const version = toShownVersion(record);
  return record.outcome?.kind === 'drafted' && version ? { record, draft: record.outcome.draft, version } : undefined;
}

function needDrafted(record: DraftRecord): Drafted {
  const drafted = toDrafted(record);
  if (!drafted) throw new FailureError({ kind: 'unexpected', said: 'There is no draft to change. Draft again.' });
  return drafted;
}

function needBlocks(record: DraftRecord): Draft['blocks'] {
  const { draft, version } = needDrafted(record);
  return version.blocks ?? draft.blocks;
}

function withDraft(record: DraftRecord, change: (draft: Draft) => Draft): DraftRecord {
  if (record.outcome?.kind !== 'drafted') return record;
  return { ...record, outcome: { kind: 'drafted', draft: change(record.outcome.draft) } };
}

/** What the requester and the team have said to each other in public, oldest first. */
function toConversation({ messages }: Ticket): string {
  return messages
    .filter((message) => message.visibility === 'public')
    .map((message) => `${message.author.name}:\n${message.text}`)
    .join('\n\n');
}

function holdsLiveValues(record: DraftRecord): boolean {
  return toDrafted(record)?.draft.sources.some(({ passage }) => isLookUpPassage(passage)) ?? false;
}
