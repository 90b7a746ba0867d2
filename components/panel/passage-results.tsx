import type { ReactNode } from 'react';
import type { FoundPassage } from '../knowledge/found-passage.ts';
import { shownIn } from '../knowledge/use-knowledge-search.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { nameLanguage } from './format.ts';
import type { KnowledgeQuery } from './knowledge-query.ts';
import { KnowledgeResult } from './knowledge-result.tsx';
import type { PanelActions } from './panel-actions.ts';
import { QuietState } from './quiet-state.tsx';

export type PassageResultsProps = {
  readonly query: KnowledgeQuery;
  /** First name of whoever may see them. */
  readonly who: string;
  readonly language: string | undefined;
  readonly onlyLanguage: boolean;
  readonly onAllLanguages: () => void;
  readonly actions: Pick<PanelActions, 'onOpenArticle' | 'onCopy'>;
  readonly onUse?: ((text: string) => void) | undefined;
};

/** What a search by hand found, or why nothing. */
export function PassageResults(props: PassageResultsProps): ReactNode {
  const { query, who, language, onlyLanguage, onAllLanguages, actions, onUse } = props;
  const { reach, setReach, state, again } = query;
  const isShown = ({ passage }: FoundPassage): boolean => !onlyLanguage || !language || isSame(passage.locale, language);
  const all = shownIn(state);
  const passages = all.filter(isShown);
  return (
    <>
      {state.kind === 'idle' ? (
        <p className="quiet">Searches titles, headings and text of all sources. What you typed in the reply is kept meanwhile.</p>
      ) : null}
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
      {state.kind === 'found' && passages.length === 0 ? (
        <QuietState icon="search" title="Nothing found">
          <p>{describeNothing(all.length, language, reach, who)}</p>
          {all.length > 0 ? <LinkButton onClick={onAllLanguages}>Show all languages</LinkButton> : null}
          {all.length === 0 && reach === 'requester' ? (
            <LinkButton onClick={() => setReach('team')}>Search internal ones as well</LinkButton>
          ) : null}
        </QuietState>
      ) : null}
      {passages.length > 0 ? (
        <section aria-label="Passages">
          <h2 className="visually-hidden">Passages</h2>
          <ul className="results" aria-busy={state.kind === 'searching'}>
            {passages.map((found) => (
              <KnowledgeResult key={found.passage.id} found={found} actions={actions} onUse={onUse} />
            ))}
          </ul>
        </section>
      ) : null}
      <p className="quiet" role="status">
        {state.kind === 'searching' ? 'Searching…' : ''}
        {state.kind === 'found' && passages.length > 0 ? describeCount(passages.length, all.length, reach, who) : ''}
      </p>
    </>
  );
}

function describeCount(shown: number, all: number, reach: KnowledgeQuery['reach'], who: string): string {
  const left = all > shown ? ` · ${all - shown} in other languages left out` : '';
  return `${shown} ${shown === 1 ? 'passage' : 'passages'}, best first · ${reach === 'requester' ? `only what ${who} may see` : 'also internal ones'}${left}`;
}

function describeNothing(all: number, language: string | undefined, reach: KnowledgeQuery['reach'], who: string): string {
  if (all > 0)
    return `No passage in ${nameLanguage(language ?? '')} is about this; ${all} in other languages ${all === 1 ? 'is' : 'are'}.`;
  return reach === 'requester' ? `No passage that ${who} may see is about this.` : 'No passage is about this.';
}

/** Equal but for the region: `de` and `de-AT`. */
function isSame(a: string, b: string): boolean {
  return a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase();
}
