import { useEffect, useRef, useState, type ReactNode } from 'react';
import { MAX_QUERY } from '../knowledge/use-knowledge-search.ts';
import { Icon } from '../shared/icon.tsx';
import { Key } from '../shared/key.tsx';
import { nameLanguage } from './format.ts';
import type { KnowledgeQuery } from './knowledge-query.ts';
import { MacroList } from './macro-list.tsx';
import type { PanelActions } from './panel-actions.ts';
import { PassageResults } from './passage-results.tsx';

export type KnowledgeTabProps = {
  readonly query: KnowledgeQuery;
  /** Empty while no ticket is open. */
  readonly requester: string;
  /** Of the reply, BCP 47, where it is known. */
  readonly language: string | undefined;
  /** What the requester asks; empty while no ticket is open. */
  readonly question: string;
  readonly actions: Pick<PanelActions, 'onOpenArticle' | 'onCopy' | 'onMacros'>;
  /** Puts a text into the reply; absent while there is none that may be changed. */
  readonly onUse?: ((text: string) => void) | undefined;
};

/** Search the knowledge by hand: what the requester may see, or all there is; from each passage to its article or into the reply. */
export function KnowledgeTab({ query, requester, question, language, actions, onUse }: KnowledgeTabProps): ReactNode {
  const { text, setText, reach, setReach } = query;
  const [onlyLanguage, setOnlyLanguage] = useState(false);
  const [ofMacros, setOfMacros] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const who = requester === '' ? 'a requester' : (requester.split(' ')[0] ?? requester);
  const filter = (label: string, pressed: boolean, onClick: () => void): ReactNode => (
    <button type="button" className="filter" aria-pressed={pressed} onClick={onClick}>
      {label}
    </button>
  );
  const choose = (next: KnowledgeQuery['reach']): void => {
    setOfMacros(false);
    setReach(next);
  };
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
        {filter(`${capitalise(who)} may see`, !ofMacros && reach === 'requester', () => choose('requester'))}
        {filter('Also internal', !ofMacros && reach === 'team', () => choose('team'))}
        {filter('Macros', ofMacros, () => setOfMacros(true))}
        {language && !ofMacros ? filter(nameLanguage(language), onlyLanguage, () => setOnlyLanguage(!onlyLanguage)) : null}
      </div>
      {ofMacros ? (
        <MacroList text={text} question={question} language={language ?? 'en'} actions={actions} onUse={onUse} />
      ) : (
        <PassageResults
          query={query}
          who={who}
          language={language}
          onlyLanguage={onlyLanguage}
          onAllLanguages={() => setOnlyLanguage(false)}
          actions={actions}
          onUse={onUse}
        />
      )}
    </>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
