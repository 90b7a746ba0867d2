import type { ReactNode } from 'react';
import type { Settings } from '../../utils/domain/settings.ts';
import { Button } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { toHost } from './check-endpoint.ts';
import type { EmbeddingActions } from './embedding-actions.ts';
import { describeCost, describeEmbeddingFailure } from './embedding-words.ts';
import { TextField } from './text-field.tsx';
import { useEmbeddingForm, type EstimateState } from './use-embedding-form.ts';

export type EmbeddingSetupProps = {
  readonly embedding: Settings['embedding'];
  readonly actions: EmbeddingActions;
  readonly onStarted: () => void;
  /** Absent when there is nothing to go back to. */
  readonly onClose?: (() => void) | undefined;
};

/** Which model makes the vectors, what that would send and cost, and the button that begins it: in that order. */
export function EmbeddingSetup({ embedding, actions, onStarted, onClose }: EmbeddingSetupProps): ReactNode {
  const form = useEmbeddingForm(embedding, actions, onStarted);
  const { fields, problems, estimate, starting } = form;
  const host = toHost(fields.address);
  const failed = starting.kind === 'failed' ? starting : estimate.kind === 'failed' ? estimate : undefined;
  const text = failed && describeEmbeddingFailure(failed.failure);
  const kept = `Kept where no page can read it. Sent to ${host ?? 'this address'} and nowhere else.`;
  return (
    <div className="embedding">
      <div className="fields-2">
        <TextField
          label="Address"
          wide
          mono
          inputMode="url"
          placeholder="https://api.openai.com/v1"
          value={fields.address}
          problem={problems.address}
          hint="Of any server with OpenAI’s interface for embeddings, also one on this machine."
          onChange={(address) => form.change({ address })}
        />
        <TextField
          label="Embedding model"
          mono
          placeholder="text-embedding-3-small"
          value={fields.model}
          problem={problems.model}
          hint="As the service spells it."
          onChange={(model) => form.change({ model })}
        />
        <TextField
          label="Price per million tokens"
          optional
          value={fields.price}
          problem={problems.price}
          hint="From the service’s price list, for the estimate."
          onChange={(price) => form.change({ price })}
        />
        <TextField
          label="Key"
          optional
          wide
          mono
          type="password"
          value={fields.key}
          placeholder={form.hasKey ? '••••••••••••••••' : ''}
          hint={form.hasKey ? `A key is stored for ${host}. Type a new one to replace it. ${kept}` : kept}
          onChange={(key) => form.change({ key })}
        />
      </div>
      <Estimate estimate={estimate} host={host} />
      <div className="row save-row">
        <Button
          variant="outline"
          disabledReason={estimate.kind === 'counting' ? 'Counting' : undefined}
          onClick={() => void form.count()}
        >
          Estimate
        </Button>
        <Button
          variant="primary"
          disabledReason={
            estimate.kind === 'estimated'
              ? starting.kind === 'starting'
                ? 'Starting'
                : undefined
              : 'Estimate first, to see what would be sent'
          }
          onClick={() => void form.start()}
        >
          Start
        </Button>
        {onClose ? <Button onClick={onClose}>Close</Button> : null}
        <span className="quiet" role="status">
          {estimate.kind === 'counting' ? 'Counting. Nothing is sent.' : starting.kind === 'starting' ? 'Starting…' : ''}
        </span>
        {text ? (
          <Notice tone="warning" icon="alert" title={text.what}>
            {text.next}
          </Notice>
        ) : null}
      </div>
    </div>
  );
}

function Estimate({ estimate, host }: { readonly estimate: EstimateState; readonly host: string | undefined }): ReactNode {
  if (estimate.kind !== 'estimated') return null;
  return (
    <div className="embedding-estimate" role="group" aria-label="Estimate">
      <dl>
        {describeCost(estimate.cost).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num-wrap">{said}</dd>
          </div>
        ))}
      </dl>
      <p className="field-hint">
        {estimate.cost.passages === 0
          ? 'No passage is left to send. New ones are sent as they come.'
          : `Nothing has been sent. Start sends these to ${host ?? 'the address'}; services count tokens differently, by a quarter and more.`}
      </p>
    </div>
  );
}
