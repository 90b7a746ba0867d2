import type { ReactNode } from 'react';
import type { Ticket } from '../../utils/domain/ticket.ts';
import type { ThreadSummary } from '../../utils/domain/triage.ts';
import { Icon } from '../shared/icon.tsx';
import { Tag } from '../shared/tag.tsx';
import { nameLanguage } from './format.ts';
import { ThreadSummaryLine } from './thread-summary.tsx';

export type TicketHeaderProps = {
  readonly ticket: Ticket;
  readonly language?: string | undefined;
  readonly isLocked: boolean;
  /** What will be written is a note for colleagues. */
  readonly isInternal?: boolean;
  readonly summary?: ThreadSummary | undefined;
};

/** Number, requester, language and who will read the reply: in sight in every state. */
export function TicketHeader({ ticket, language, isLocked, isInternal = false, summary }: TicketHeaderProps): ReactNode {
  return (
    <header className="ticket">
      <h2 className="ticket-subject wrap" lang={language}>
        {ticket.subject || 'No subject'}
      </h2>
      <p className="ticket-people">
        <span className="ticket-number num" title={ticket.host}>
          <Icon
            name={isLocked ? 'lock' : 'unlock'}
            size="sm"
            className={isLocked ? 'ticket-lock' : 'ticket-lock-open'}
            label={isLocked ? 'Draft is locked to this ticket' : 'Draft is not for the conversation as it is now'}
          />
          #{ticket.id}
        </span>
        <Dot />
        <span>{ticket.requester.name || 'Unknown requester'}</span>
        {language ? (
          <>
            <Dot />
            <span>{nameLanguage(language)}</span>
          </>
        ) : null}
        {isInternal ? <Tag tone="internal">Internal note</Tag> : <Tag>Public reply</Tag>}
        {ticket.incomplete ? <Tag tone="warning">Incomplete: {ticket.incomplete}</Tag> : null}
      </p>
      {summary ? <ThreadSummaryLine summary={summary} /> : null}
    </header>
  );
}

function Dot(): ReactNode {
  return (
    <span className="dot" aria-hidden="true">
      ·
    </span>
  );
}
