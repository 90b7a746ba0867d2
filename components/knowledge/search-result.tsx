import { useState, type ReactNode } from 'react';
import type { Audience, Passage } from '../../utils/domain/passage.ts';
import { Tag } from '../shared/tag.tsx';
import { cutExcerpt } from './cut-excerpt.ts';
import type { FoundPassage } from './found-passage.ts';
import { HighlightedText } from './highlighted-text.tsx';
import './search-result.css';

/** About three lines of a narrow panel. */
const EXCERPT_LENGTH = 220;

const audienceTags: Record<Exclude<Audience, 'public'>, string> = {
  'signed-in': 'Signed in',
  segment: 'Some accounts',
  internal: 'Internal',
};

export type SearchResultProps = {
  readonly found: FoundPassage;
  /** "4 Nov", "13 months old": what the page says of its age. */
  readonly date: string;
  readonly isOld: boolean;
  /** Who may read it is said once for the whole list, not at each. */
  readonly isAudienceSaid?: boolean;
  /** Small buttons at the foot. */
  readonly actions?: ReactNode;
  /** Below everything: why it ranked. */
  readonly children?: ReactNode;
};

/** A passage that was found: where it stands, who may read it, its age, and the words around what was looked for. */
export function SearchResult({ found, date, isOld, isAudienceSaid = false, actions, children }: SearchResultProps): ReactNode {
  const { passage, highlights = [] } = found;
  const [isWhole, setWhole] = useState(false);
  const excerpt = cutExcerpt(passage.text, highlights, EXCERPT_LENGTH);
  const isCut = excerpt.cutBefore || excerpt.cutAfter;
  const shown = isWhole ? { text: passage.text, highlights } : excerpt;
  return (
    <li className="result">
      {passage.headings.length > 0 ? (
        <p className="passage-path wrap" lang={passage.locale}>
          {passage.headings.join(' › ')}
        </p>
      ) : null}
      <h3 className="result-title wrap" lang={passage.locale}>
        {passage.title}
      </h3>
      <p className={isWhole ? 'result-text result-whole wrap' : 'result-text wrap'} lang={passage.locale}>
        {!isWhole && excerpt.cutBefore ? '… ' : ''}
        <HighlightedText {...shown} />
        {!isWhole && excerpt.cutAfter ? ' …' : ''}
      </p>
      <div className="result-foot">
        <span className="grow">
          {isAudienceSaid ? null : <Audiences passage={passage} />}
          <span className={isOld ? 'old' : undefined}>{date}</span>
        </span>
        {isCut ? (
          <button type="button" className="mini" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Less' : 'Whole passage'}
          </button>
        ) : null}
        {actions}
      </div>
      {children}
    </li>
  );
}

function Audiences({ passage: { audience, segments = [] } }: { readonly passage: Passage }): ReactNode {
  return (
    <>
      {audience === 'public' ? (
        'Public'
      ) : (
        <Tag tone={audience === 'internal' ? 'internal' : 'plain'}>{audienceTags[audience]}</Tag>
      )}
      {segments.length > 0 ? ` ${segments.join(', ')}` : ''} ·{' '}
    </>
  );
}
