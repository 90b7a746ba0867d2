import {
  toMarkedText,
  toShownVersion,
  type Draft,
  type DraftBlock,
  type DraftRecord,
  type DraftVersion,
} from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import { isLookUpPassage } from '../domain/look-up.ts';
import type { Settings } from '../domain/settings.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { DraftStreamDown, DraftStreamUp } from '../messaging/contract.ts';
import { askExtras } from '../pipeline/ask-extras.ts';
import type { AssistTicketDeps } from '../pipeline/draft-run.ts';
import { refineDraft } from '../pipeline/refine-draft.ts';
import { translateText } from '../pipeline/translate-text.ts';
import { writeCaseNote } from '../pipeline/write-case-note.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import { toBlocks } from './add-version.ts';
import { createProgressShower } from './show-progress.ts';

export type ChangeDraftDeps = {
  readonly drafts: Pick<DraftStore, 'get' | 'revise' | 'saveProgress'>;
  readonly readAssistDeps: () => Promise<AssistTicketDeps>;
  readonly readSettings: () => Promise<Settings>;
  /** BCP 47 language of the browser. */
  readonly browserLanguage: () => string;
  readonly now: () => Date;
};

export type DraftChangeRequest = Extract<DraftStreamUp, { kind: 'draft-refine' | 'draft-read' | 'draft-extras' | 'draft-note' }>;

type Job = {
  readonly ticket: Ticket;
  readonly record: DraftRecord;
  readonly assist: AssistTicketDeps;
  readonly settings: Settings;
  readonly agentLanguage: string;
  readonly now: () => Date;
  readonly show: (text: string) => void;
  readonly signal: AbortSignal;
};
type Change = (now: DraftRecord) => DraftRecord;

/** Ids of requests that are remembered with a draft: more than are repeated at once. */
const MAX_ANSWERED = 20;

/**
 * Carries out one request about a draft and saves what comes of it, beside whatever the agent did meanwhile. A request that was
 * carried out before (its worker ended before it could say so) is not made again. Throws `FailureError` and the signal's reason;
 * then the draft is as it was.
 */
export async function changeDraft(
  deps: ChangeDraftDeps,
  request: DraftChangeRequest,
  ticket: Ticket,
  emit: (event: DraftStreamDown) => void,
  signal: AbortSignal,
): Promise<void> {
  const { drafts, now } = deps;
  const record = needStored(await drafts.get(request.draftId));
  if (record.lock.ticketId !== ticket.id || record.lock.host !== ticket.host) {
    throw new FailureError({ kind: 'unexpected', said: 'The page shows another ticket. Go back to this draft’s ticket.' });
  }
  const { requestId } = request;
  if (requestId !== undefined && record.answered?.includes(requestId)) return;
  const [assist, settings] = await Promise.all([deps.readAssistDeps(), deps.readSettings()]);
  const agentLanguage = settings.agentLanguage || deps.browserLanguage();
  const shower = createProgressShower(record, drafts, emit);
  const language = toDrafted(record)?.draft.language ?? 'en';
  const show = (text: string): void => shower.show({ stages: [], stage: 'style', text, language, sources: [] });
  try {
    const change = await carryOut(request, { ticket, record, assist, settings, agentLanguage, now, show, signal });
    signal.throwIfAborted();
    needStored(await drafts.revise(record.id, (stored) => withAnswered(change(stored), requestId)));
  } finally {
    await shower.settle();
  }
}

function needStored(record: DraftRecord | undefined): DraftRecord {
  if (!record) throw new FailureError({ kind: 'unexpected', said: 'This draft is no longer stored. Draft again.' });
  return record;
}

function withAnswered(record: DraftRecord, requestId: string | undefined): DraftRecord {
  return requestId === undefined ? record : { ...record, answered: [...(record.answered ?? []), requestId].slice(-MAX_ANSWERED) };
}

/** What the request makes of the record. */
async function carryOut(request: DraftChangeRequest, job: Job): Promise<Change> {
  const { ticket, record, assist, settings, agentLanguage, show, signal } = job;
  switch (request.kind) {
    case 'draft-refine':
      return refine(request.step, job);
    case 'draft-read': {
      const { what } = request;
      const of = what === 'draft' ? toMarkedText(needDrafted(job).blocks) : toConversation(ticket);
      const isCacheable = !holdsLiveValues(record);
      const ask = { text: of, language: agentLanguage, draftId: record.id, isCacheable };
      const reading = { what, language: agentLanguage, of, text: await translateText(ask, assist, signal, show) };
      return (now) => ({ ...now, readings: [...(now.readings ?? []).filter((one) => one.what !== what), reading] });
    }
    case 'draft-extras': {
      needDrafted(job);
      const extras = await askExtras({ ticket, language: agentLanguage, draftId: record.id }, assist, signal);
      return (now) => withDraft(now, (draft) => ({ ...draft, ...extras }));
    }
    case 'draft-note': {
      const caseNote = await writeCaseNote({ ticket, record, fields: settings.caseFields }, assist, signal);
      return (now) => ({ ...now, caseNote });
    }
  }
}

async function refine(step: Extract<DraftChangeRequest, { kind: 'draft-refine' }>['step'], job: Job): Promise<Change> {
  const { ticket, record, assist, show, signal } = job;
  const { draft, version, blocks } = needDrafted(job);
  const language = version.language ?? draft.language;
  const { profile: voice } = assist.chooseVoice(ticket, step.kind === 'translate' ? step.language : language);
  const ask = { draftId: record.id, ticket, blocks, sources: draft.sources, language, step };
  const refined = await refineDraft(ask, { ...assist, voice }, signal, show);
  const at = job.now().toISOString();
  return (now) => {
    const standing = toShownVersion(now);
    // What the agent wrote meanwhile goes on standing; the refinement of what was before is in the list.
    const isOvertaken = standing !== undefined && standing.text !== version.text;
    return { ...now, versions: [...now.versions, { ...refined, at }, ...(isOvertaken ? [{ ...standing, at }] : [])] };
  };
}

type Drafted = { readonly draft: Draft; readonly version: DraftVersion };

function toDrafted(record: DraftRecord): Drafted | undefined {
  const version = toShownVersion(record);
  return record.outcome?.kind === 'drafted' && version ? { draft: record.outcome.draft, version } : undefined;
}

/** The draft, the version of it that stands, and that version sentence by sentence. */
function needDrafted({ record, ticket }: Job): Drafted & { readonly blocks: readonly DraftBlock[] } {
  const drafted = toDrafted(record);
  const blocks = drafted && toBlocks(record, drafted.version, ticket);
  if (!drafted || !blocks) throw new FailureError({ kind: 'unexpected', said: 'There is no draft to change. Draft again.' });
  return { ...drafted, blocks };
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
