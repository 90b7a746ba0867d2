import type { RefineStep, RejectionReason } from '../../utils/domain/draft.ts';
import type { TeachingOrder } from '../../utils/domain/teaching-order.ts';
import type { KnowledgeSearcher } from '../knowledge/use-knowledge-search.ts';
import type { MacroFinder } from './use-macros.ts';
import type { PassageChangeReader } from './use-passage-change.ts';

/** What the agent can do in the panel. Nothing here sends a reply. */
export type PanelActions = {
  readonly onInsert: (text: string) => void;
  readonly onEdit: (text: string) => void;
  readonly onReject: (reason: RejectionReason, source: number | undefined, note: string, thenRedraft: boolean) => void;
  /** A new draft, without these passages. */
  readonly onRedraft: (without: readonly string[]) => void;
  /** Draft although a person should take the ticket. */
  readonly onDraftAnyway: () => void;
  /** A new draft that rests on this passage as well, for as long as this conversation is open. */
  readonly onPin: (passageId: string) => void;
  /** A new draft that rests on what the agent knows of this ticket; replaces the facts given before. */
  readonly onFacts: (facts: readonly string[]) => void;
  readonly onRefine: (step: RefineStep) => void;
  /** Makes a version stand again; counted from 0. */
  readonly onChooseVersion: (version: number) => void;
  /** The draft or the conversation in the agent's language. */
  readonly onRead: (what: 'draft' | 'conversation') => void;
  readonly onCaseNote: () => void;
  /** Puts a note for colleagues into an internal-note box. */
  readonly onInsertNote: (text: string) => void;
  readonly onCompare: () => void;
  readonly onStop: () => void;
  readonly onUndo: () => void;
  /** A step of showing Deskside a page that it does not know. */
  readonly onTeach: (order: TeachingOrder) => void;
  readonly onReadAgain: () => void;
  /** Must run in the turn of the click. */
  readonly onAllowSite: () => void;
  readonly onUseSample: () => void;
  readonly onOpenOptions: () => void;
  readonly onOpenInsights: () => void;
  /** Opens an article's own address in a tab; only for https addresses. */
  readonly onOpenArticle: (url: string) => void;
  readonly onCopy: (text: string) => void;
  readonly onSearch: KnowledgeSearcher;
  /** The saved replies of the helpdesk; stays the same function while the tab does. */
  readonly onMacros: MacroFinder;
  readonly onPassageChange: PassageChangeReader;
};
