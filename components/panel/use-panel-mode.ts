import { useReducer } from 'react';
import type { Citation } from '../../utils/domain/draft.ts';
import { noRejection, type Rejection } from './reject-form.tsx';

/** Words for a refinement, and a fact for the ticket, of one draft. */
export type Wish = { readonly draftId: string; readonly instruction: string; readonly fact: string };
export const noWish: Wish = { draftId: '', instruction: '', fact: '' };

/** What the agent is doing with the draft. Texts typed are kept per draft, whatever the mode. */
export type PanelMode = {
  readonly kind: 'reading' | 'editing' | 'rejecting' | 'refining' | 'passage' | 'trace' | 'help';
  /** The draft it is done with: another draft is shown as it is. */
  readonly draftId: string;
  readonly source: number;
  readonly spans: Citation['spans'];
  readonly rejection: Rejection;
  /** Typed texts by draft, each over the reply that stood then: once another version stands, that one is shown. */
  readonly edits: Readonly<Record<string, { readonly text: string; readonly over: string }>>;
  /** The draft once for each contradiction between its sources that the agent has decided about. */
  readonly settled: readonly string[];
  /** What was typed into Refine and not asked for yet; closing it keeps this. */
  readonly wish: Wish;
  /** Which of two contradicting sources is ticked. */
  readonly chosenSource: { readonly draftId: string; readonly source: number } | undefined;
};

export type ModeChange =
  | { readonly kind: 'read' }
  | { readonly kind: 'edit'; readonly draftId: string }
  | { readonly kind: 'refine'; readonly draftId: string }
  | { readonly kind: 'trace'; readonly draftId: string }
  | { readonly kind: 'settle'; readonly draftId: string }
  | { readonly kind: 'choose-source'; readonly draftId: string; readonly source: number }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'help' }
  | { readonly kind: 'reject'; readonly draftId: string; readonly rejection?: Rejection }
  | { readonly kind: 'open-source'; readonly draftId: string; readonly source: number; readonly spans: Citation['spans'] }
  | { readonly kind: 'type'; readonly draftId: string; readonly text: string; readonly over: string };

export const startMode: PanelMode = {
  kind: 'reading',
  draftId: '',
  source: 1,
  spans: [],
  rejection: noRejection,
  edits: {},
  settled: [],
  wish: noWish,
  chosenSource: undefined,
};

export function changeMode(mode: PanelMode, event: ModeChange): PanelMode {
  switch (event.kind) {
    case 'read':
      return { ...mode, kind: 'reading' };
    case 'edit':
      return { ...mode, kind: 'editing', draftId: event.draftId };
    case 'refine':
      return { ...mode, kind: 'refining', draftId: event.draftId };
    case 'trace':
      return { ...mode, kind: 'trace', draftId: event.draftId };
    case 'settle':
      return { ...mode, kind: 'reading', settled: [...mode.settled, event.draftId], chosenSource: undefined };
    case 'choose-source':
      return { ...mode, chosenSource: { draftId: event.draftId, source: event.source } };
    case 'wish':
      return { ...mode, wish: event.wish };
    case 'help':
      return { ...mode, kind: mode.kind === 'help' ? 'reading' : 'help' };
    case 'reject':
      // What was typed for one draft stays for that draft and is never offered for another.
      return {
        ...mode,
        kind: 'rejecting',
        draftId: event.draftId,
        rejection: event.rejection ?? (mode.draftId === event.draftId ? mode.rejection : noRejection),
      };
    case 'open-source':
      return {
        ...mode,
        kind: 'passage',
        draftId: event.draftId,
        rejection: mode.draftId === event.draftId ? mode.rejection : noRejection,
        source: event.source,
        spans: event.spans,
      };
    case 'type':
      return { ...mode, edits: { ...mode.edits, [event.draftId]: { text: event.text, over: event.over } } };
  }
}

export function usePanelMode(): readonly [PanelMode, (event: ModeChange) => void] {
  return useReducer(changeMode, startMode);
}

/** The reply as the agent has it: what they typed, until another version stands. */
export function toText({ edits }: Pick<PanelMode, 'edits'>, draftId: string, standing: string): string {
  const edit = edits[draftId];
  return edit && (edit.over === standing || edit.text === standing) ? edit.text : standing;
}
