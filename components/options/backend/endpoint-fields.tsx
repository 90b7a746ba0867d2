import { useId, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { Notice } from '../../shared/notice.tsx';
import { toHost } from '../check-endpoint.ts';
import { TextField } from '../text-field.tsx';
import type { EndpointForm, Offered } from './use-endpoint-form.ts';

export type EndpointFieldsProps = {
  readonly form: EndpointForm;
  readonly needsKey: boolean;
  /** "Drafting model". */
  readonly modelLabel: string;
  readonly note?: string | undefined;
  /** ISO 4217. */
  readonly currency: string;
};

/** Address, key, model and price of one model. */
export function EndpointFields({ form, needsKey, modelLabel, note, currency }: EndpointFieldsProps): ReactNode {
  const { fields, problems, hasKey, offered, change } = form;
  const listId = useId();
  return (
    <div className="fields-2">
      {note ? <p className="field-wide second">{note}</p> : null}
      <TextField
        label="Address"
        wide
        mono
        value={fields.address}
        problem={problems.address}
        inputMode="url"
        onChange={(address) => change({ address })}
      />
      <TextField
        label="Key"
        optional={!needsKey}
        wide
        mono
        type="password"
        value={fields.key}
        problem={problems.key}
        placeholder={hasKey ? '••••••••••••••••' : ''}
        hint={describeKey(hasKey, toHost(fields.address))}
        onChange={(key) => change({ key })}
      />
      <div className="field field-wide">
        <TextField
          label={modelLabel}
          mono
          value={fields.model}
          problem={problems.model}
          hint={describeOffered(offered)}
          list={listId}
          onChange={(model) => change({ model })}
        />
        <datalist id={listId}>
          {offered.kind === 'listed' ? offered.models.map((model) => <option key={model} value={model} />) : null}
        </datalist>
        <p className="row">
          <Button
            size="sm"
            variant="outline"
            disabledReason={offered.kind === 'asking' ? 'Asking' : undefined}
            onClick={() => void form.listModels()}
          >
            List its models
          </Button>
        </p>
      </div>
      <TextField
        label={`Price of a million tokens sent, ${currency}`}
        optional
        value={fields.input}
        problem={problems.input}
        hint="As your contract says. Without prices, tokens are counted and money is not."
        onChange={(input) => change({ input })}
      />
      <TextField
        label={`Price of a million tokens received, ${currency}`}
        optional
        value={fields.output}
        problem={problems.output}
        onChange={(output) => change({ output })}
      />
    </div>
  );
}

/** The Save button of a form and what came of it. */
export function SaveRow({ form, saved }: { readonly form: EndpointForm; readonly saved: string }): ReactNode {
  const { saving } = form;
  return (
    <div className="row save-row">
      <Button variant="primary" onClick={() => void form.save()}>
        Save
      </Button>
      <span className="quiet" role="status">
        {saving.kind === 'saving' ? 'Saving…' : saving.kind === 'saved' ? saved : ''}
      </span>
      {saving.kind === 'failed' ? (
        <Notice tone="warning" icon="alert" title={saving.what}>
          {saving.next}
        </Notice>
      ) : null}
    </div>
  );
}

function describeKey(hasKey: boolean, host: string | undefined): string {
  const kept = `Kept where no page can read it. Sent to ${host ?? 'this address'} and nowhere else.`;
  return hasKey ? `A key is stored for ${host}. Type a new one to replace it. ${kept}` : kept;
}

function describeOffered(offered: Offered): string {
  switch (offered.kind) {
    case 'unasked':
      return 'As the service spells it.';
    case 'asking':
      return 'Asking for its models…';
    case 'listed':
      return offered.models.length === 0
        ? 'The service lists no models. Type the name as it spells it.'
        : `${offered.models.length} to choose from; begin to type.`;
    case 'failed':
      return `${offered.what} Type the name as the service spells it.`;
  }
}
