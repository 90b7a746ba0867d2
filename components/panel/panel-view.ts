import {
  toReplyText,
  toShownVersion,
  type Draft,
  type DraftBlock,
  type DraftOutcome,
  type DraftProgress,
  type DraftRecord,
} from '../../utils/domain/draft.ts';
import type { Failure } from '../../utils/domain/failure.ts';
import type { InsertResult } from '../../utils/domain/insertion.ts';
import type { Teaching } from '../../utils/domain/teaching.ts';
import type { TabState } from '../../utils/domain/tab-state.ts';
import { findLockDifference, toTicketLock, type Message, type Ticket, type TicketLock } from '../../utils/domain/ticket.ts';

/** May Deskside read the tab: for good, until the tab leaves the site, or not yet. */
export type SiteAccess = 'allowed' | 'this-visit' | 'needed';

/** A request about a draft: under way with what has come so far, or failed. */
export type DraftChange =
  | { readonly kind: 'under-way'; readonly request: DraftRequest; readonly text: string }
  | { readonly kind: 'failed'; readonly request: DraftRequest; readonly failure: Failure };
export type DraftRequest = 'draft-refine' | 'draft-read' | 'draft-extras' | 'draft-note' | 'insert-undo';

/** The reply as it stands: the newest version, checked where it could be. */
export type ShownReply = { readonly text: string; readonly blocks: readonly DraftBlock[]; readonly language: string };

/** Everything the panel knows, from the stores, the stream and the agent's last clicks. */
export type PanelInput = {
  readonly access: SiteAccess;
  readonly tab?: TabState | undefined;
  /** The page is being shown to Deskside. */
  readonly teaching?: Teaching | undefined;
  readonly record?: DraftRecord | undefined;
  readonly progress?: DraftProgress | undefined;
  /** How the stream ended when it left no record: a failure, or an abstention. */
  readonly ended?: DraftOutcome | undefined;
  readonly isStopped: boolean;
  /** Drafts are made when the agent asks, and they have not asked yet. */
  readonly isWaiting?: boolean | undefined;
  readonly insert?: ShownInsert | undefined;
  readonly change?: DraftChange | undefined;
};

/** How an insert went. A reply that the box did not take is on the clipboard, where the browser allowed it. */
export type ShownInsert =
  | 'under-way'
  | Exclude<InsertResult, { kind: 'refused' }>
  | (Extract<InsertResult, { kind: 'refused' }> & { readonly isCopied?: boolean });

type OfTicket = { readonly ticket: Ticket; readonly access: SiteAccess };

/** What the panel shows: exactly one of these. */
export type PanelView =
  | { readonly kind: 'access-needed' }
  | { readonly kind: 'unknown-helpdesk'; readonly host: string }
  | { readonly kind: 'teaching'; readonly teaching: Teaching }
  | { readonly kind: 'no-ticket' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable'; readonly failure: Failure }
  | ({ readonly kind: 'drafting'; readonly progress: DraftProgress | undefined } & OfTicket)
  | ({ readonly kind: 'on-request' } & OfTicket)
  | ({ readonly kind: 'stopped'; readonly askedHost: string } & OfTicket)
  | ({
      readonly kind: 'drafted';
      readonly record: DraftRecord;
      readonly draft: Draft;
      readonly shown: ShownReply;
      readonly change: DraftChange | undefined;
      readonly insert: Exclude<ShownInsert, { kind: 'inserted' }> | undefined;
    } & OfTicket)
  | ({
      readonly kind: 'outdated';
      readonly record: DraftRecord;
      readonly draft: Draft;
      readonly shown: ShownReply;
      readonly why: keyof TicketLock;
      readonly newer: readonly Message[];
    } & OfTicket)
  | ({
      readonly kind: 'inserted';
      readonly record: DraftRecord;
      readonly draft: Draft;
      readonly receipt: Extract<InsertResult, { kind: 'inserted' }>['receipt'];
      readonly change: DraftChange | undefined;
    } & OfTicket)
  | ({ readonly kind: 'rejected'; readonly record: DraftRecord } & OfTicket)
  | ({
      readonly kind: 'abstained';
      readonly outcome: Extract<DraftOutcome, { kind: 'abstained' }>;
      /** How putting the question into the box went. */
      readonly insert: PanelInput['insert'];
    } & OfTicket)
  | ({
      readonly kind: 'handed-over';
      readonly record: DraftRecord | undefined;
      readonly outcome: Extract<DraftOutcome, { kind: 'handed-over' }>;
      readonly change: DraftChange | undefined;
      /** How putting the note into the box went. */
      readonly insert: PanelInput['insert'];
    } & OfTicket)
  | ({ readonly kind: 'failed'; readonly failure: Failure } & OfTicket);

/** Turns what is known into one view; every combination has one, and the draft's lock is compared with the ticket as it is now. */
export function toPanelView(input: PanelInput): PanelView {
  if (input.teaching) return { kind: 'teaching', teaching: input.teaching };
  const report = input.tab?.report;
  if (!report) return input.access === 'needed' ? { kind: 'access-needed' } : { kind: 'reading' };
  switch (report.kind) {
    case 'unknown-helpdesk':
      return { kind: 'unknown-helpdesk', host: report.host };
    case 'no-ticket':
      return { kind: 'no-ticket' };
    case 'reading':
      return { kind: 'reading' };
    case 'unreadable':
      return { kind: 'unreadable', failure: report.failure };
    case 'ticket':
      return toTicketView(input, { ticket: report.ticket, access: input.access });
  }
}

function toTicketView(input: PanelInput, of: OfTicket): PanelView {
  const { tab, record, progress, ended, isStopped, isWaiting, insert, change } = input;
  const outcome = record?.outcome;
  if (record && outcome?.kind === 'drafted' && tab?.opportunityId === record.opportunityId) {
    const { draft } = outcome;
    if (record.rejection) return { kind: 'rejected', record, ...of };
    const receipt = typeof insert === 'object' && insert.kind === 'inserted' ? insert.receipt : record.receipt;
    if (receipt) return { kind: 'inserted', record, draft, receipt, change, ...of };
    const why = findLockDifference(record.lock, toTicketLock(of.ticket));
    const shown = toShownReply(record, draft);
    if (why) return { kind: 'outdated', record, draft, shown, why, newer: findNewer(of.ticket, record.lock), ...of };
    return {
      kind: 'drafted',
      record,
      draft,
      shown,
      change,
      insert: typeof insert === 'object' && insert.kind === 'inserted' ? undefined : insert,
      ...of,
    };
  }
  const end = ended ?? outcome;
  if (end?.kind === 'abstained') return { kind: 'abstained', outcome: end, insert, ...of };
  if (end?.kind === 'handed-over') {
    const kept = record?.receipt && ({ kind: 'inserted', receipt: record.receipt } as const);
    return { kind: 'handed-over', record, outcome: end, change, insert: insert ?? kept, ...of };
  }
  if (end?.kind === 'failed') return { kind: 'failed', failure: end.failure, ...of };
  if (isWaiting) return { kind: 'on-request', ...of };
  if (isStopped) return { kind: 'stopped', askedHost: progress?.askedHost ?? '', ...of };
  return { kind: 'drafting', progress, ...of };
}

/** Messages since the draft was made, oldest first. */
function findNewer(ticket: Ticket, lock: TicketLock): Message[] {
  const at = ticket.messages.findIndex((message) => message.id === lock.lastMessageId);
  return at < 0 ? [] : ticket.messages.slice(at + 1);
}

/** What stands is what is drawn, and what is drawn is what Insert inserts: a version that was not checked has its own words, unsupported. */
function toShownReply({ versions }: DraftRecord, draft: Draft): ShownReply {
  const version = toShownVersion({ versions });
  const language = version?.language ?? draft.language;
  const asOffered = toReplyText(draft.blocks);
  const text = version?.text ?? asOffered;
  const blocks = version?.blocks ?? (text === versions[0]?.text ? draft.blocks : toUncheckedBlocks(text, language));
  return { text, blocks, language };
}

function toUncheckedBlocks(text: string, language: string): DraftBlock[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line) => ({
    kind: 'paragraph',
    lines: [[{ text: line, language, support: 'unsupported', citations: [] }]],
  }));
}
