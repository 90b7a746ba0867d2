import type { ReactNode } from 'react';
import type { Failure } from '../../utils/domain/failure.ts';
import type { Sync } from '../../utils/domain/sync.ts';
import { Button } from '../shared/button.tsx';
import { describeFailure } from '../shared/describe-failure.ts';
import { Progress } from '../shared/progress.tsx';
import { describeProgress } from './source-state.ts';

export type SourceProgressProps = { readonly name: string; readonly sync: Sync; readonly nowMs: number };

/** How far a reading is, as a bar where the source says how much there is, and in words. */
export function SourceProgress({ name, sync, nowMs }: SourceProgressProps): ReactNode {
  const { done, total } = sync;
  return (
    <>
      {total === undefined || total === 0 ? null : <Progress label={`Reading ${name}`} value={Math.min(1, done / total)} />}
      <p className="knowledge-meta num-wrap" role="status">
        {describeProgress(sync, nowMs)}
      </p>
    </>
  );
}

export type SourceProblemProps = { readonly failure: Failure; readonly onReadAgain: () => void; readonly onChange: () => void };

/** Why a reading ended early, what to do, and the button that does it. */
export function SourceProblem({ failure, onReadAgain, onChange }: SourceProblemProps): ReactNode {
  const { what, next } = describeFailure(failure);
  const isKey = failure.kind === 'source-rejected' && (failure.status === 401 || failure.status === 403);
  return (
    <div className="source-problem" role="status">
      <p>
        <b>{what}</b> {next}
      </p>
      <p className="row">
        <Button size="sm" variant="outline" icon="refresh" onClick={onReadAgain}>
          {failure.kind === 'source-not-allowed' ? 'Allow and read again' : 'Read again'}
        </Button>
        {isKey || failure.kind === 'source-changed' ? (
          <Button size="sm" onClick={onChange}>
            {isKey ? 'Enter a key' : 'Check the address'}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
