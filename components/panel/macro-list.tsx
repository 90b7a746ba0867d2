import type { ReactNode } from 'react';
import type { Macro } from '../../utils/domain/macro.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { Icon } from '../shared/icon.tsx';
import { Notice } from '../shared/notice.tsx';
import type { PanelActions } from './panel-actions.ts';
import { QuietState } from './quiet-state.tsx';
import { useMacros } from './use-macros.ts';

export type MacroListProps = {
  readonly text: string;
  /** What the requester asks; macros that fit are suggested while nothing is typed. */
  readonly question: string;
  readonly language: string;
  readonly actions: Pick<PanelActions, 'onMacros' | 'onCopy'>;
  readonly onUse?: ((text: string) => void) | undefined;
};

/** The helpdesk's saved replies: suggested for the ticket, searched by words, put into the reply as they stand. */
export function MacroList({ text, question, language, actions, onUse }: MacroListProps): ReactNode {
  const answered = useMacros(actions.onMacros, text, question, language);
  switch (answered?.found.kind) {
    case undefined:
      return (
        <p className="quiet" role="status">
          Reading the macros of the helpdesk…
        </p>
      );
    case 'none':
      return (
        <QuietState icon="file" title="No macros to read here">
          <p>
            This helpdesk gives none to Deskside. You can add them under Options → Knowledge → Macros, where its API has them.
          </p>
        </QuietState>
      );
    case 'failed': {
      const { what, next } = describeFailure(answered.found.failure);
      return (
        <Notice tone="warning" icon="alert" title={what}>
          {next}
        </Notice>
      );
    }
    case 'found': {
      const { macros, total } = answered.found;
      return (
        <section aria-label="Macros">
          <h2 className="section-title">{answered.isSuggested ? 'Macros that fit this ticket' : 'Macros'}</h2>
          {macros.length === 0 ? <p className="quiet">No macro has these words.</p> : null}
          <ul className="results">
            {macros.map((macro) => (
              <MacroRow key={macro.id} macro={macro} language={language} actions={actions} onUse={onUse} />
            ))}
          </ul>
          <p className="quiet" role="status">
            {macros.length} of {total} macros of this helpdesk. Placeholders stay as they are: fill them in.
          </p>
        </section>
      );
    }
  }
}

function MacroRow({
  macro,
  language,
  actions,
  onUse,
}: { readonly macro: Macro } & Pick<MacroListProps, 'language' | 'actions' | 'onUse'>): ReactNode {
  return (
    <li className="result">
      <h3 className="result-title wrap" lang={language}>
        {macro.title}
      </h3>
      <p className="result-text result-whole wrap" lang={language}>
        {macro.text}
      </p>
      <div className="result-foot">
        <span className="grow" />
        <button type="button" className="mini" onClick={() => (onUse ?? actions.onCopy)(macro.text)}>
          <Icon name={onUse ? 'plus' : 'copy'} />
          {onUse ? 'Use' : 'Copy'}
          <span className="visually-hidden">
            {onUse ? ' in the reply:' : ''} {macro.title}
          </span>
        </button>
      </div>
    </li>
  );
}
