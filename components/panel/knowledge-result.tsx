import type { ReactNode } from 'react';
import type { FoundPassage } from '../knowledge/found-passage.ts';
import { SearchResult } from '../knowledge/search-result.tsx';
import { Icon } from '../shared/icon.tsx';
import { describeAge, formatDay } from './format.ts';
import type { PanelActions } from './panel-actions.ts';

export type KnowledgeResultProps = {
  readonly found: FoundPassage;
  readonly actions: Pick<PanelActions, 'onOpenArticle' | 'onCopy'>;
  /** Puts a text into the reply; absent while there is none that may be changed. */
  readonly onUse?: ((text: string) => void) | undefined;
};

/** One passage in the panel. Only a public one can go into the reply; the others say that they stay with the team. */
export function KnowledgeResult({ found, actions, onUse }: KnowledgeResultProps): ReactNode {
  const { passage } = found;
  const date = passage.updatedAt ?? passage.fetchedAt;
  const age = describeAge(date);
  const { url } = passage;
  return (
    <SearchResult
      found={found}
      date={age ?? formatDay(date)}
      isOld={age !== undefined}
      actions={
        <>
          {url?.startsWith('https://') ? (
            <button type="button" className="mini" onClick={() => actions.onOpenArticle(url)}>
              <Icon name="external" />
              Open<span className="visually-hidden"> the article {passage.title}</span>
            </button>
          ) : null}
          {passage.audience === 'public' ? (
            <button type="button" className="mini" onClick={() => (onUse ?? actions.onCopy)(passage.text)}>
              <Icon name={onUse ? 'plus' : 'copy'} />
              {onUse ? 'Use' : 'Copy'}
              <span className="visually-hidden">
                {onUse ? ' in the reply:' : ''} {passage.title}
              </span>
            </button>
          ) : null}
        </>
      }
    >
      {passage.audience === 'public' ? null : <p className="result-note">Not for a public reply.</p>}
    </SearchResult>
  );
}
