import type { ReactNode } from 'react';
import type { Settings } from '../../utils/domain/settings.ts';
import { Button } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { toHost } from './check-endpoint.ts';
import { ConnectionTest } from './connection-test.tsx';
import type { OptionsActions } from './options-value.ts';
import { PresetPicker } from './preset-picker.tsx';
import { SettingsSection } from './settings-section.tsx';
import { TextField } from './text-field.tsx';
import { useBackendForm } from './use-backend-form.ts';
import './backend-section.css';

export type BackendSectionProps = { readonly backend: Settings['backend']; readonly actions: OptionsActions };

/** Who writes the drafts: the embedded drafter, or an endpoint with address, key and model, tried before it is saved. */
export function BackendSection({ backend, actions }: BackendSectionProps): ReactNode {
  const form = useBackendForm(backend, actions);
  const { fields, preset, problems } = form;
  return (
    <SettingsSection
      id="backend"
      title="Backend"
      lead="Who writes the drafts. If it is down or slow, the embedded drafter steps in and says so."
    >
      <PresetPicker value={fields.preset} onChange={form.choose} />
      {fields.preset === 'embedded' ? (
        <p className="second">
          Picks the sentences of your articles that answer the question and puts them in order. It needs no key and sends nothing.
        </p>
      ) : (
        <>
          <div className="fields-2">
            {preset?.note ? <p className="field-wide second">{preset.note}</p> : null}
            <TextField
              label="Address"
              wide
              mono
              value={fields.address}
              problem={problems.address}
              inputMode="url"
              onChange={(address) => form.change({ address })}
            />
            <TextField
              label="Key"
              optional={!preset?.needsKey}
              wide
              mono
              type="password"
              value={fields.key}
              problem={problems.key}
              placeholder={form.hasKey ? '••••••••••••••••' : ''}
              hint={describeKey(form.hasKey, toHost(fields.address))}
              onChange={(key) => form.change({ key })}
            />
            <TextField
              label="Drafting model"
              mono
              value={fields.model}
              problem={problems.model}
              hint="As the service spells it."
              onChange={(model) => form.change({ model })}
            />
          </div>
          <ConnectionTest state={form.connection} onTest={() => void form.test()} />
          <div className="row save-row">
            <Button variant="primary" onClick={() => void form.save()}>
              Save
            </Button>
            <span className="quiet" role="status">
              {form.saving.kind === 'saving'
                ? 'Saving…'
                : form.saving.kind === 'saved'
                  ? 'Saved. The next draft is written by it.'
                  : ''}
            </span>
            {form.saving.kind === 'failed' ? (
              <Notice tone="warning" icon="alert" title={form.saving.what}>
                {form.saving.next}
              </Notice>
            ) : null}
          </div>
        </>
      )}
    </SettingsSection>
  );
}

function describeKey(hasKey: boolean, host: string | undefined): string {
  const kept = `Kept where no page can read it. Sent to ${host ?? 'this address'} and nowhere else.`;
  return hasKey ? `A key is stored for ${host}. Type a new one to replace it. ${kept}` : kept;
}
