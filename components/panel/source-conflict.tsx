import type { ReactNode } from 'react';
import type { ConflictSide, SourceConflict } from '../../utils/domain/conflict.ts';
import type { DraftSource } from '../../utils/domain/draft.ts';
import { Notice } from '../shared/notice.tsx';
import { describeAge, formatDay } from './format.ts';

export type SourceConflictProps = {
  readonly conflict: SourceConflict;
  readonly sources: readonly DraftSource[];
  /** Number of the source that holds, as chosen so far. */
  readonly chosen: number;
  readonly onChoose: (source: number) => void;
};

/** Two passages that say different things of the same, with their dates; the agent says which one holds. */
export function SourceConflictChoice({ conflict, sources, chosen, onChoose }: SourceConflictProps): ReactNode {
  const { a, b, preferred } = conflict;
  return (
    <section aria-label="Sources that disagree" className="conflict">
      <Notice tone="warning" icon="split" title="Two sources give different answers">
        {describePreference(conflict)} Choose the one that holds, and the draft follows it.
      </Notice>
      <div className="versus" role="radiogroup" aria-label="Which source holds">
        {[a, b].map((side) => (
          <Side
            key={side.source}
            side={side}
            source={sources.find(({ number }) => number === side.source)}
            isChosen={chosen === side.source}
            isPreferred={preferred === (side === a ? 'a' : 'b')}
            onChoose={() => onChoose(side.source)}
          />
        ))}
      </div>
    </section>
  );
}

type SideProps = {
  readonly side: ConflictSide;
  readonly source: DraftSource | undefined;
  readonly isChosen: boolean;
  readonly isPreferred: boolean;
  readonly onChoose: () => void;
};

function Side({ side, source, isChosen, isPreferred, onChoose }: SideProps): ReactNode {
  if (!source) return null;
  const { passage } = source;
  const { sentence, value } = side;
  const date = passage.updatedAt ?? passage.fetchedAt;
  const age = describeAge(date);
  const isInside = value.start >= sentence.start && value.end <= sentence.end;
  return (
    <div role="group" className="card" aria-current={isChosen || undefined} aria-label={passage.title}>
      <label className="row">
        <input className="check" type="radio" name="versus" checked={isChosen} onChange={onChoose} />
        <span className="strong grow" lang={passage.locale}>
          {passage.title}
        </span>
      </label>
      <p className="card-quote" lang={passage.locale}>
        {isInside ? (
          <>
            {passage.text.slice(sentence.start, value.start)}
            <mark>{passage.text.slice(value.start, value.end)}</mark>
            {passage.text.slice(value.end, sentence.end)}
          </>
        ) : (
          passage.text.slice(sentence.start, sentence.end)
        )}
      </p>
      <p className="quiet">
        {isPreferred ? 'Preferred · ' : ''}
        {passage.updatedAt ? 'updated ' : 'read '}
        {formatDay(date)}
        {age ? (
          <>
            {' · '}
            <span className="old">{age}</span>
          </>
        ) : null}
      </p>
    </div>
  );
}

function describePreference({ because }: SourceConflict): string {
  switch (because) {
    case 'newer':
      return 'The newer one is preferred.';
    case 'more-specific':
      return 'The one for this case is preferred.';
    case 'newer-and-more-specific':
      return 'The one that is newer and for this case is preferred.';
    case 'none':
      return 'Nothing tells which is right.';
  }
}
