import { useState, type ReactNode } from 'react';
import { audienceSchema, type Audience } from '../../utils/domain/passage.ts';
import type { FoundPassage } from '../knowledge/found-passage.ts';
import { SearchResult } from '../knowledge/search-result.tsx';
import {
  MAX_QUERY,
  shownIn,
  useKnowledgeSearch,
  type SearchRequest,
  type SearchState,
} from '../knowledge/use-knowledge-search.ts';
import { WhyRanked } from '../knowledge/why-ranked.tsx';
import { describeFailure } from '../shared/describe-failure.ts';
import { Icon } from '../shared/icon.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { Segmented } from '../shared/segmented.tsx';
import { readerNames, toMayUse } from './knowledge-readers.ts';
import type { ReadingActions } from './options-value.ts';
import { SourceSelect } from './source-select.tsx';
import { count, describeMoment } from './source-time.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const LIMIT = 10;
const pools = [
  { value: 'articles', label: 'Articles' },
  { value: 'solved-tickets', label: 'Solved tickets' },
] as const;

export type KnowledgeTryProps = { readonly onSearch: ReadingActions['onSearch']; readonly nowMs: number };

/** Searches the knowledge by hand as a draft would: what a reader of this kind gets, in which order, and why. */
export function KnowledgeTry({ onSearch, nowMs }: KnowledgeTryProps): ReactNode {
  const [text, setText] = useState('');
  const [reader, setReader] = useState<Audience>('public');
  const [pool, setPool] = useState<SearchRequest['pool']>('articles');
  const asked = text.trim().slice(0, MAX_QUERY);
  const { state, again } = useKnowledgeSearch(
    onSearch,
    asked === '' ? undefined : { text: asked, mayUse: toMayUse(reader), pool, limit: LIMIT },
  );
  const passages = shownIn(state);
  return (
    <div className="knowledge-try" role="search" aria-labelledby="knowledge-try-title">
      <h3 id="knowledge-try-title">Try a question</h3>
      <div className="input-group">
        <Icon name="search" />
        <input
          className="input"
          type="search"
          aria-label="Search the knowledge"
          placeholder="A question as a requester would write it"
          maxLength={MAX_QUERY}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="knowledge-try-filters">
        <SourceSelect
          label="The reply goes to"
          value={reader}
          options={audienceSchema.options.map((value) => ({ value, name: readerNames[value] }))}
          onChange={setReader}
        />
        <Segmented label="Search in" value={pool} options={pools} onChange={setPool} />
      </div>
      <p className={state.kind === 'idle' ? 'visually-hidden' : 'quiet'} role="status">
        {describeState(state, reader, pool)}
      </p>
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
      {passages.length > 0 ? (
        <ol className="knowledge-found" aria-busy={state.kind === 'searching'}>
          {passages.map((found) => {
            const { updatedAt, fetchedAt } = found.passage;
            return (
              <SearchResult
                key={found.passage.id}
                found={found}
                date={`${updatedAt ? 'updated' : 'read'} ${describeMoment(updatedAt ?? fetchedAt, nowMs)}`}
                isOld={nowMs - Date.parse(updatedAt ?? fetchedAt) > YEAR_MS}
              >
                <WhyRanked found={found} />
              </SearchResult>
            );
          })}
        </ol>
      ) : null}
    </div>
  );
}

function describeState(state: SearchState, reader: Audience, pool: SearchRequest['pool']): string {
  switch (state.kind) {
    case 'idle':
    case 'failed':
      return '';
    case 'searching':
      return 'Searching…';
    case 'found':
      if (state.passages.length > 0)
        return `${count(state.passages.length, 'passage')}, best first.${describeEnough(state.passages)}`;
      return pool === 'solved-tickets'
        ? 'No solved ticket is like this, or none has been read yet.'
        : reader === 'internal'
          ? 'Nothing is about this. A draft would say so instead of guessing.'
          : `Nothing that ${readerNames[reader].toLowerCase()} may read is about this. A draft would say so instead of guessing.`;
  }
}

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** Do the passages answer it? Uncalibrated: the number orders questions, and is no share of anything yet. */
function describeEnough([best]: readonly FoundPassage[]): string {
  return best?.enough === undefined ? '' : ` Enough for an answer: ${percent.format(best.enough)}, uncalibrated.`;
}
