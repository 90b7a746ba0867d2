import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FoundPassage } from '../knowledge/found-passage.ts';
import { MAX_QUERY, shownIn } from '../knowledge/use-knowledge-search.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { Icon } from '../shared/icon.tsx';
import { Key } from '../shared/key.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { nameLanguage } from './format.ts';
import type { KnowledgeQuery } from './knowledge-query.ts';
import { KnowledgeResult } from './knowledge-result.tsx';
import type { PanelActions } from './panel-actions.ts';
import { QuietState } from './quiet-state.tsx';

export type KnowledgeTabProps = {
  readonly query: KnowledgeQuery;
  /** Empty while no ticket is open. */
  readonly requester: string;
  /** Of the reply, BCP 47, where it is known. */
  readonly language: string | undefined;
  readonly actions: Pick<PanelActions, 'onOpenArticle' | 'onCopy'>;
  /** Puts a text into the reply; absent while there is none that may be changed. */
  readonly onUse?: ((text: string) => void) | undefined;
};

/** Search the knowledge by hand: what the requester may see, or all there is; from each passage to its article or into the reply. */
export function KnowledgeTab({ query, requester, language, actions, onUse }: KnowledgeTabProps): ReactNode {
  const { text, setText, reach, setReach, state, again } = query;
  const [onlyLanguage, setOnlyLanguage] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const who = requester === '' ? 'a requester' : (requester.split(' ')[0] ?? requester);
  const isShown = ({ passage }: FoundPassage): boolean => !onlyLanguage || !language || isSame(passage.locale, language);
  const all = shownIn(state);
  const passages = all.filter(isShown);
  const filter = (label: string, pressed: boolean, onClick: () => void): ReactNode => (
    <button type="button" className="filter" aria-pressed={pressed} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <>
      <div className="input-group">
        <Icon name="search" />
        <input
          ref={field}
          className="input knowledge-field"
          type="search"
          aria-label="Search the knowledge"
          placeholder="Words, or a whole question"
          maxLength={MAX_QUERY}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Key>/</Key>
      </div>
      <div className="filters" role="group" aria-label="Filters">
        {filter(`${capitalise(who)} may see`, reach === 'requester', () => setReach('requester'))}
        {filter('Also internal', reach === 'team', () => setReach('team'))}
        {language ? filter(nameLanguage(language), onlyLanguage, () => setOnlyLanguage(!onlyLanguage)) : null}
      </div>
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
          {all.length > 0 ? <LinkButton onClick={() => setOnlyLanguage(false)}>Show all languages</LinkButton> : null}
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

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
