import { useState, type ReactNode } from 'react';
import type { Settings } from '../../utils/domain/settings.ts';
import type { EmbeddingRun } from '../../utils/storage/embedding-state.ts';
import { Button } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { Progress } from '../shared/progress.tsx';
import { Tag } from '../shared/tag.tsx';
import type { EmbeddingActions } from './embedding-actions.ts';
import { describeEmbeddingFailure, describeRefused, describeRun, describeServing } from './embedding-words.ts';
import { useOrder } from './source-order.ts';
import type { EmbeddingValue } from './use-embedding.ts';

export type EmbeddingStatusProps = {
  readonly value: EmbeddingValue;
  readonly price: NonNullable<Settings['embedding']>['pricePerMillionTokens'];
  readonly actions: EmbeddingActions;
  /** Absent while the form is open. */
  readonly onChange?: (() => void) | undefined;
};

const goOnNames: Partial<Record<EmbeddingRun['state'], string>> = { waiting: 'Try now', paused: 'Go on', failed: 'Try again' };

/** How far it is, what went wrong, what serves meanwhile, and the buttons that fit. */
export function EmbeddingStatus({ value: { state, nowMs }, price, actions, onChange }: EmbeddingStatusProps): ReactNode {
  const { give, isUnderWay, problem } = useOrder();
  const [isAsking, setAsking] = useState(false);
  const { run, serving } = state;
  const said = describeRun(state, nowMs);
  if (!run || !said) return null;
  const busy = isUnderWay ? 'The last order is being carried out' : undefined;
  const failure = problem ?? run.failure;
  const text = failure && describeEmbeddingFailure(failure);
  const next = !problem && run.state === 'waiting' ? 'What has been made is kept. You need not do anything.' : text?.next;
  const isMoving = run.state === 'running' || run.state === 'waiting';
  const goOn = (): void => {
    const { baseUrl, model } = run.state === 'cancelled' && serving ? serving : run;
    give(() =>
      actions.onStart({ endpoint: { baseUrl, model }, ...(price === undefined ? {} : { pricePerMillionTokens: price }) }, ''),
    );
  };
  const goOnName = run.state === 'cancelled' && serving ? 'Go on with it' : goOnNames[run.state];
  return (
    <div className="embedding">
      <div role="status" className="embedding-run">
        <p>
          <Tag tone={run.state === 'done' ? 'supported' : run.state === 'failed' ? 'warning' : 'plain'}>{said.title}</Tag>{' '}
          <span className="num-wrap wrap">{said.detail}</span>
        </p>
        {run.state !== 'done' && run.state !== 'cancelled' && run.total > 0 ? (
          <Progress label="Search by meaning" value={Math.min(1, run.done / run.total)} />
        ) : null}
        {[describeServing(state), describeRefused(run)].map((line) =>
          line === '' ? null : (
            <p key={line} className="second wrap">
              {line}
            </p>
          ),
        )}
      </div>
      {text ? (
        <Notice tone="warning" icon="alert" title={text.what}>
          {next}
        </Notice>
      ) : null}
      {isAsking ? (
        <div className="row embedding-buttons">
          <span className="second">All vectors go. Making them again sends, and costs, the same again.</span>
          <Button size="sm" autoFocus onClick={() => setAsking(false)}>
            Keep
          </Button>
          <Button size="sm" variant="danger" disabledReason={busy} onClick={() => give(actions.onRemove, () => setAsking(false))}>
            Remove all vectors
          </Button>
        </div>
      ) : (
        <div className="row embedding-buttons">
          {goOnName ? (
            <Button size="sm" variant="outline" icon="refresh" disabledReason={busy} onClick={goOn}>
              {goOnName}
            </Button>
          ) : null}
          {isMoving ? (
            <Button size="sm" variant="outline" disabledReason={busy} onClick={() => give(actions.onPause)}>
              Pause
            </Button>
          ) : null}
          {run.state === 'done' || run.state === 'cancelled' ? null : (
            <Button size="sm" disabledReason={busy} onClick={() => give(actions.onCancel)}>
              Cancel
            </Button>
          )}
          {onChange ? (
            <Button size="sm" onClick={onChange}>
              Change
            </Button>
          ) : null}
          {serving || run.state === 'done' ? (
            <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
              Remove…
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
