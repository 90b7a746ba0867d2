import { useState, type ReactNode } from 'react';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { KnowledgeSearcher } from '../../knowledge/use-knowledge-search.ts';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icon.tsx';

type Pinned = Settings['pinned'][number];
const MAX_PINNED = 20;

export type PinnedArticlesProps = {
  readonly pinned: readonly Pinned[];
  readonly onSearch: KnowledgeSearcher;
  readonly onPinned: (pinned: readonly Pinned[]) => void;
};

/** The articles that “pinned context” always gives to the drafter. */
export function PinnedArticles({ pinned, onSearch, onPinned }: PinnedArticlesProps): ReactNode {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Pinned[]>();
  const isPinned = (one: Pinned): boolean =>
    pinned.some(({ sourceId, articleId }) => sourceId === one.sourceId && articleId === one.articleId);
  const search = async (): Promise<void> => {
    if (text.trim() === '') return setFound(undefined);
    const answer = await onSearch({ text, mayUse: ['public'], pool: 'articles', limit: 20 });
    if (!answer.ok) return setFound([]);
    const articles = new Map(
      answer.value.map(({ passage: { sourceId, articleId, title } }) => [
        `${sourceId} ${articleId}`,
        { sourceId, articleId, title },
      ]),
    );
    setFound([...articles.values()].filter((one) => !isPinned(one)).slice(0, 8));
  };
  const full = pinned.length >= MAX_PINNED ? `At most ${MAX_PINNED}: remove one first.` : undefined;
  return (
    <details className="pinned">
      <summary>
        <Icon name="chevron-right" size="sm" />
        Pinned articles <span className="quiet num">{pinned.length}</span>
      </summary>
      <ul className="pinned-list">
        {pinned.map((one) => (
          <li key={`${one.sourceId} ${one.articleId}`}>
            <span className="grow wrap">{one.title}</span>
            <Button size="sm" onClick={() => onPinned(pinned.filter((other) => other !== one))}>
              Remove<span className="visually-hidden"> {one.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <input
          className="input grow"
          aria-label="Find an article to pin"
          placeholder="Words of the article"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <Button variant="outline" onClick={() => void search()}>
          Find
        </Button>
      </form>
      {found ? (
        <ul className="pinned-list" aria-label="Found">
          {found.length === 0 ? <li className="second">No public article has these words.</li> : null}
          {found.map((one) => (
            <li key={`${one.sourceId} ${one.articleId}`}>
              <span className="grow wrap">{one.title}</span>
              <Button
                size="sm"
                icon="pin"
                disabledReason={full}
                onClick={() => {
                  onPinned([...pinned, one]);
                  setFound(found.filter((other) => other !== one));
                }}
              >
                Pin<span className="visually-hidden"> {one.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
