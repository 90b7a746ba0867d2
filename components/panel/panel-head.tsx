import type { ReactNode } from 'react';
import type { DraftSource } from '../../utils/domain/draft.ts';
import type { PanelView } from './panel-view.ts';
import { PassageHead } from './passage-head.tsx';
import { TicketHeader } from './ticket-header.tsx';

export type PanelHeadProps = {
  readonly view: PanelView;
  readonly language: string | undefined;
  /** The source that is open. */
  readonly source: DraftSource | undefined;
  readonly of: number;
  readonly onBack: () => void;
  readonly onOpen: (number: number) => void;
};

/** The second band: the ticket, or which source is open. */
export function PanelHead({ view, language, source, of, onBack, onOpen }: PanelHeadProps): ReactNode {
  if (source) return <PassageHead number={source.number} of={of} onBack={onBack} onOpen={onOpen} />;
  if (!('ticket' in view)) return null;
  return (
    <TicketHeader
      ticket={view.ticket}
      language={language}
      isLocked={view.kind !== 'outdated'}
      isInternal={view.kind === 'handed-over'}
      summary={view.kind === 'drafted' ? view.draft.summary : undefined}
    />
  );
}
