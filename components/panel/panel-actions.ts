import type { RejectionReason } from '../../utils/domain/draft.ts';
import type { KnowledgeSearcher } from '../knowledge/use-knowledge-search.ts';
import type { PassageChangeReader } from './use-passage-change.ts';

/** What the agent can do in the panel. Nothing here sends a reply. */
export type PanelActions = {
  readonly onInsert: (text: string) => void;
  readonly onEdit: (text: string) => void;
  readonly onReject: (reason: RejectionReason, source: number | undefined, note: string, thenRedraft: boolean) => void;
  /** A new draft, without these passages. */
  readonly onRedraft: (without: readonly string[]) => void;
  readonly onStop: () => void;
  readonly onUndo: () => void;
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
  readonly onPassageChange: PassageChangeReader;
};
