import type { ReactNode } from 'react';
import type { Ticket } from '../../utils/domain/ticket.ts';
import { Button } from '../shared/button.tsx';
import { Key } from '../shared/key.tsx';
import type { KnowledgeQuery } from './knowledge-query.ts';
import { KnowledgeTab } from './knowledge-tab.tsx';
import type { PanelActions } from './panel-actions.ts';
import { PanelFrame, type PanelTab } from './panel-frame.tsx';
import { SimilarTab } from './similar-tab.tsx';
import { toSimilarText } from './similar-text.ts';

export type KnowledgeFrameProps = {
  readonly tab: Exclude<PanelTab, 'draft'>;
  readonly onTab: (tab: PanelTab) => void;
  readonly query: KnowledgeQuery;
  readonly ticket: Ticket | undefined;
  readonly language: string | undefined;
  /** Whom a search asks for the meaning of words; empty: it stays in the browser. */
  readonly searchHost: string;
  readonly actions: PanelActions;
  /** Puts a text into the reply; absent while there is none that may be changed. */
  readonly onUse: ((text: string) => void) | undefined;
};

/** The views beside the draft: the knowledge and the similar tickets. The draft waits as it was left. */
export function KnowledgeFrame(props: KnowledgeFrameProps): ReactNode {
  const { tab, onTab, query, ticket, language, searchHost, actions, onUse } = props;
  return (
    <PanelFrame
      actions={actions}
      tab={tab}
      onTab={onTab}
      ledger={searchHost === '' ? 'Searched in the browser · nothing sent' : `Words to look for are sent to ${searchHost}`}
      bar={
        <Button variant="outline" className="button-main" onClick={() => onTab('draft')}>
          Back to draft <Key>Esc</Key>
        </Button>
      }
    >
      {tab === 'knowledge' ? (
        <KnowledgeTab
          query={query}
          requester={ticket?.requester.name ?? ''}
          question={ticket ? toSimilarText(ticket) : ''}
          language={language}
          actions={actions}
          onUse={onUse}
        />
      ) : (
        <SimilarTab ticket={ticket} actions={actions} />
      )}
    </PanelFrame>
  );
}
