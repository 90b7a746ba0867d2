import { useState, type ReactNode } from 'react';
import { findPreset } from '../../../utils/backends/presets.ts';
import { presetOf } from '../../../utils/backends/quirks.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { Button } from '../../shared/button.tsx';
import type { OptionsActions } from '../options-value.ts';
import { SettingsSection } from '../settings-section.tsx';
import { BuiltInSetup } from './built-in-setup.tsx';
import { ConnectionTest, type ConnectionState } from './connection-test.tsx';
import { EndpointFields, SaveRow } from './endpoint-fields.tsx';
import { PresetPicker } from './preset-picker.tsx';
import { useEndpointForm } from './use-endpoint-form.ts';
import './backend-section.css';

export type BackendSectionProps = {
  readonly settings: Pick<Settings, 'backend' | 'styling' | 'budget'>;
  readonly actions: OptionsActions;
};

/** Who writes the drafts: the embedded drafter, the browser's own model, or an endpoint, tried before it is saved; beside it the styling model. */
export function BackendSection({ settings, actions }: BackendSectionProps): ReactNode {
  const { backend, styling, budget } = settings;
  const storedPreset = backend.kind === 'openai-compatible' ? presetOf(backend.endpoint.baseUrl) : backend.kind;
  const [chosen, setChosen] = useState<string>();
  const presetId = chosen ?? storedPreset;
  const preset = findPreset(presetId);
  const stored = backend.kind === 'openai-compatible' ? backend.endpoint : undefined;
  const listModels = async (...asked: Parameters<OptionsActions['onListModels']>) => {
    const listed = await actions.onListModels(...asked);
    return listed.ok ? { ok: true as const, value: listed.value.chat } : listed;
  };
  const shared = { onKeyKnown: actions.onKeyKnown, onListModels: listModels };
  const form = useEndpointForm(stored, preset?.needsKey ?? false, { ...shared, onSave: actions.onBackendSave });
  const voice = useEndpointForm(styling, false, { ...shared, onSave: actions.onStylingSave });
  const [hasStyling, setHasStyling] = useState<boolean>();
  const showsStyling = hasStyling ?? styling !== undefined;
  const [connection, setConnection] = useState<ConnectionState>({ kind: 'untested' });

  const choose = (id: string): void => {
    setChosen(id);
    setConnection({ kind: 'untested' });
    const next = findPreset(id);
    form.change({ address: next?.baseUrl ?? '', model: next?.model ?? '', key: '', input: '', output: '' });
    if (id === 'embedded') actions.onUseEmbedded();
  };
  const test = async (): Promise<void> => {
    const endpoint = form.check();
    const second = showsStyling ? voice.check() : undefined;
    if (!endpoint || (showsStyling && !second)) return;
    setConnection({ kind: 'testing' });
    const steps = await actions.onConnectionTest(endpoint, form.key, second ? { endpoint: second, key: voice.key } : undefined);
    setConnection({ kind: 'tested', steps });
  };
  return (
    <SettingsSection
      id="backend"
      title="Backend"
      lead="Who writes the drafts. If it is down or slow, the embedded drafter steps in and says so."
    >
      <PresetPicker value={presetId} onChange={choose} />
      {presetId === 'embedded' ? (
        <p className="second">
          Picks the sentences of your articles that answer the question and puts them in order. It needs no key and sends nothing.
        </p>
      ) : presetId === 'built-in' ? (
        <>
          {preset?.note ? <p className="second">{preset.note}</p> : null}
          <BuiltInSetup actions={actions.builtIn} isChosen={backend.kind === 'built-in'} onUse={actions.onUseBuiltIn} />
        </>
      ) : (
        <>
          <EndpointFields
            form={form}
            needsKey={preset?.needsKey ?? false}
            modelLabel="Drafting model"
            note={preset?.note}
            currency={budget.currency}
          />
          <ConnectionTest state={connection} onTest={() => void test()} />
          <SaveRow form={form} saved="Saved. The next draft is written by it." />
        </>
      )}
      {presetId === 'embedded' ? null : (
        <div className="styling">
          <h3 className="section-title">Styling model</h3>
          <p className="second">
            A fine-tuned model, or one that writes your voice well. The strategies “Fine-tuned model” and “Hybrid” use it. Facts
            come from the knowledge, never from it.
          </p>
          {showsStyling ? (
            <>
              <EndpointFields form={voice} needsKey={false} modelLabel="Styling model" currency={budget.currency} />
              <div className="row row-wrap">
                <SaveRow form={voice} saved="Saved. The next draft that needs it asks it." />
                <Button
                  onClick={() => {
                    actions.onStylingRemove();
                    setHasStyling(false);
                  }}
                >
                  Do without
                </Button>
              </div>
            </>
          ) : (
            <Button
              variant="outline"
              className="styling-set"
              onClick={() => {
                if (voice.fields.address === '') voice.change({ address: form.fields.address });
                setHasStyling(true);
              }}
            >
              Set a styling model
            </Button>
          )}
        </div>
      )}
    </SettingsSection>
  );
}
