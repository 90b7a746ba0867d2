import { useReducer } from 'react';
import type { Citation } from '../../utils/domain/draft.ts';
import { noRejection, type Rejection } from './reject-form.tsx';

/** What the agent is doing with the draft. Texts typed are kept per draft, whatever the mode. */
export type PanelMode = {
  readonly kind: 'reading' | 'editing' | 'rejecting' | 'passage' | 'help';
  readonly source: number;
  readonly spans: Citation['spans'];
  readonly rejection: Rejection;
  readonly edits: Readonly<Record<string, string>>;
};

export type ModeChange =
  | { readonly kind: 'read' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'help' }
  | { readonly kind: 'reject'; readonly rejection?: Rejection }
  | { readonly kind: 'open-source'; readonly source: number; readonly spans: Citation['spans'] }
  | { readonly kind: 'type'; readonly draftId: string; readonly text: string };

const start: PanelMode = { kind: 'reading', source: 1, spans: [], rejection: noRejection, edits: {} };

function change(mode: PanelMode, event: ModeChange): PanelMode {
  switch (event.kind) {
    case 'read':
      return { ...mode, kind: 'reading', rejection: noRejection };
    case 'edit':
      return { ...mode, kind: 'editing' };
    case 'help':
      return { ...mode, kind: mode.kind === 'help' ? 'reading' : 'help' };
    case 'reject':
      return { ...mode, kind: 'rejecting', rejection: event.rejection ?? mode.rejection };
    case 'open-source':
      return { ...mode, kind: 'passage', source: event.source, spans: event.spans };
    case 'type':
      return { ...mode, edits: { ...mode.edits, [event.draftId]: event.text } };
  }
}

export function usePanelMode(): readonly [PanelMode, (event: ModeChange) => void] {
  return useReducer(change, start);
}
