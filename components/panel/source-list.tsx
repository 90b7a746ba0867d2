import type { ReactNode } from 'react';
import type { DraftSource } from '../../utils/domain/draft.ts';
import type { Passage, RankedPassage } from '../../utils/domain/passage.ts';
import { Tag } from '../shared/tag.tsx';
import { describeAge, formatDay } from './format.ts';

/** One line each: number, title, date. Public is said by saying nothing; only what is not public or old is marked. */
export function SourceList({
  sources,
  onOpen,
}: {
  readonly sources: readonly DraftSource[];
  readonly onOpen?: (number: number) => void;
}): ReactNode {
  if (sources.length === 0) return null;
  return (
    <div role="group" aria-label="Sources">
      <h3 className="section-title">Sources</h3>
      <ul className="sources">
        {sources.map(({ number, passage }) => {
          const row = (
            <>
              <span className="source-number">{number}</span>
              <span className="source-title" lang={passage.locale}>
                {passage.title}
              </span>
              <SourceMeta passage={passage} />
            </>
          );
          return (
            <li key={number}>
              {onOpen ? (
                <button type="button" className="source" onClick={() => onOpen(number)}>
                  {row}
                </button>
              ) : (
                <div className="source">{row}</div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What was looked at when no draft was made. */
export function NearestList({ nearest }: { readonly nearest: readonly RankedPassage[] }): ReactNode {
  if (nearest.length === 0) return null;
  return (
    <section aria-label="Looked at, not used">
      <h3 className="section-title">Looked at, not used</h3>
      <ul className="sources">
        {nearest.map(({ passage, matchedTerms, terms }) => (
          <li key={passage.id} className="source">
            <span className="source-number source-number-plain">–</span>
            <span className="source-title" lang={passage.locale}>
              {passage.title}
            </span>
            <span className="source-meta">
              {matchedTerms} of {terms} terms
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceMeta({ passage }: { readonly passage: Passage }): ReactNode {
  const date = passage.updatedAt ?? passage.fetchedAt;
  const age = describeAge(date);
  return (
    <span className="source-meta">
      {passage.audience === 'public' ? null : (
        <Tag tone={passage.audience === 'internal' ? 'internal' : 'plain'}>
          {passage.audience === 'internal' ? 'Internal' : 'Signed-in'}
        </Tag>
      )}{' '}
      {age ? <span className="old">{age}</span> : formatDay(date)}
    </span>
  );
}
