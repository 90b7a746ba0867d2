import type { ReactNode } from 'react';
import type { Ticket } from '../../utils/domain/ticket.ts';
import { SearchResult } from '../knowledge/search-result.tsx';
import { shownIn, useKnowledgeSearch } from '../knowledge/use-knowledge-search.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { describeAge, formatDay } from './format.ts';
import type { PanelActions } from './panel-actions.ts';
import { QuietState } from './quiet-state.tsx';
import { toSimilarText } from './similar-text.ts';

const LIMIT = 5;

export type SimilarTabProps = {
  readonly ticket: Ticket | undefined;
  readonly actions: Pick<PanelActions, 'onSearch' | 'onOpenArticle' | 'onOpenOptions'>;
};

/** Tickets that were solved before and are like the open one: a pool of their own, for the agent to read, never cited. */
export function SimilarTab({ ticket, actions }: SimilarTabProps): ReactNode {
  const text = ticket ? toSimilarText(ticket) : '';
  const { state, again } = useKnowledgeSearch(
    actions.onSearch,
    text === ''
      ? undefined
      : { text, mayUse: ['public', 'signed-in', 'segment', 'internal'], pool: 'solved-tickets', limit: LIMIT },
  );
  if (text === '') {
    return (
      <QuietState icon="message" title={ticket ? 'This ticket has no message yet' : 'No ticket is open'}>
        <p>Solved tickets like it appear here when there is one.</p>
      </QuietState>
    );
  }
  const passages = shownIn(state);
  return (
    <>
      {state.kind === 'failed' ? (
        <Notice
          tone="warning"
          icon="alert"
          title={describeFailure(state.failure).what}
          actions={<LinkButton onClick={again}>Search again</LinkButton>}
        >
          {describeFailure(state.failure).next}
        </Notice>
      ) : null}
      <p className={state.kind === 'searching' ? 'quiet' : 'visually-hidden'} role="status">
        {state.kind === 'searching' ? 'Looking for solved tickets like this…' : `${passages.length} solved tickets like this`}
      </p>
      {state.kind === 'found' && passages.length === 0 ? (
        <QuietState icon="check-circle" title="No solved ticket like this">
          <p>
            If none has been read yet, add them under Options → Knowledge → Solved tickets. Personal details are redacted before
            anything is saved.
          </p>
          <Button variant="outline" onClick={actions.onOpenOptions}>
            Open options
          </Button>
        </QuietState>
      ) : null}
      {passages.length > 0 ? (
        <section aria-label="Solved tickets">
          <h2 className="section-title">Solved tickets like this</h2>
          <ul className="results" aria-busy={state.kind === 'searching'}>
            {passages.map((found) => {
              const { id, updatedAt, fetchedAt, url, title } = found.passage;
              const date = updatedAt ?? fetchedAt;
              return (
                <SearchResult
                  key={id}
                  found={found}
                  date={`${updatedAt ? 'Solved' : 'Read'} ${formatDay(date)}`}
                  isOld={describeAge(date) !== undefined}
                  isAudienceSaid
                  actions={
                    url?.startsWith('https://') ? (
                      <button type="button" className="mini" onClick={() => actions.onOpenArticle(url)}>
                        <Icon name="external" />
                        Open<span className="visually-hidden"> {title}</span>
                      </button>
                    ) : null
                  }
                />
              );
            })}
          </ul>
          <p className="quiet">Solved tickets show your team how it went. They are not sources: a draft never cites them.</p>
        </section>
      ) : null}
    </>
  );
}
