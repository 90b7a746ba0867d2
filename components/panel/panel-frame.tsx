import type { ReactNode } from 'react';
import { Icon } from '../shared/icon.tsx';
import { IconButton } from '../shared/icon-button.tsx';
import { LogoMark } from '../shared/logo.tsx';
import type { PanelActions } from './panel-actions.ts';

export type PanelTab = 'draft' | 'knowledge' | 'similar';

const tabs: readonly (readonly [PanelTab, string])[] = [
  ['draft', 'Draft'],
  ['knowledge', 'Knowledge'],
  ['similar', 'Similar'],
];

export type PanelFrameProps = {
  readonly actions: Pick<PanelActions, 'onOpenOptions' | 'onOpenInsights'>;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  /** The second band: the ticket, or the head of a passage. */
  readonly head?: ReactNode;
  /** The band with the buttons. */
  readonly bar?: ReactNode;
  /** One line: what left the browser. */
  readonly ledger: string;
  readonly children: ReactNode;
};

/** Five bands, in every state: views, ticket, content, actions, what leaves. */
export function PanelFrame({ actions, tab, onTab, head, bar, ledger, children }: PanelFrameProps): ReactNode {
  return (
    <div className="panel">
      <div className="topbar">
        <LogoMark />
        {tabs.map(([id, name]) =>
          id === tab ? (
            <h1 key={id} className="topbar-tab" aria-current="true">
              {name}
            </h1>
          ) : (
            <button key={id} type="button" className="topbar-tab" onClick={() => onTab(id)}>
              {name}
            </button>
          ),
        )}
        <span className="grow" />
        <IconButton icon="layers" label="Acceptance" onClick={actions.onOpenInsights} />
        <IconButton icon="more" label="Options" onClick={actions.onOpenOptions} />
      </div>
      {head}
      <div className="panel-scroll" tabIndex={0} role="region" aria-label="Panel content">
        {children}
      </div>
      {bar ? <div className="actions">{bar}</div> : null}
      <p className="ledger-line">
        <Icon name="eye-shield" size="sm" />
        <span className="grow truncate">{ledger}</span>
      </p>
    </div>
  );
}
