import { useState } from 'react';
import { describeFailure } from '../shared/describe-failure.ts';
import { findPreset } from '../../utils/backends/presets.ts';
import { presetOf } from '../../utils/backends/quirks.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { checkEndpoint, hasStoredKey, type EndpointProblems } from './check-endpoint.ts';
import type { ConnectionState } from './connection-test.tsx';
import type { OptionsActions } from './options-value.ts';

/** What the backend section says after Save. */
export type SaveState =
  | { readonly kind: 'idle' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly what: string; readonly next: string };

type Fields = { readonly preset: string; readonly address: string; readonly model: string; readonly key: string };

const toFields = (backend: Settings['backend']): Fields =>
  backend.kind !== 'openai-compatible'
    ? { preset: backend.kind, address: '', model: '', key: '' }
    : { preset: presetOf(backend.endpoint.baseUrl), address: backend.endpoint.baseUrl, model: backend.endpoint.model, key: '' };

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The backend form while it is being filled in. Nothing is stored before `save`; the key is forgotten here once it is. */
export function useBackendForm(backend: Settings['backend'], actions: OptionsActions) {
  const [fields, setFields] = useState(() => toFields(backend));
  const [known, setKnown] = useState(backend);
  // Settings arrive after the first drawing, and may change in another tab: a form that nobody has touched follows them.
  if (!isEqual(known, backend)) {
    setKnown(backend);
    if (isEqual(fields, toFields(known))) setFields(toFields(backend));
  }
  const [problems, setProblems] = useState<EndpointProblems>({});
  const [saving, setSaving] = useState<SaveState>({ kind: 'idle' });
  const [connection, setConnection] = useState<ConnectionState>({ kind: 'untested' });
  const keyStoredFor = backend.kind === 'openai-compatible' && backend.endpoint.hasKey ? backend.endpoint.baseUrl : '';
  const preset = findPreset(fields.preset);

  const change = (part: Partial<Fields>): void => {
    setFields({ ...fields, ...part });
    setProblems({});
    setSaving({ kind: 'idle' });
    setConnection({ kind: 'untested' });
  };
  const check = () => {
    const checked = checkEndpoint({ ...fields, needsKey: preset?.needsKey ?? false, keyStoredFor });
    setProblems(checked.ok ? {} : checked.problems);
    return checked;
  };
  const save = async (): Promise<void> => {
    const checked = check();
    if (!checked.ok) return;
    setSaving({ kind: 'saving' });
    const saved = await actions.onBackendSave(checked.endpoint, fields.key.trim());
    if (saved.ok) setFields({ ...fields, key: '' });
    setSaving(saved.ok ? { kind: 'saved' } : { kind: 'failed', ...describeFailure(saved.error) });
  };
  const test = async (): Promise<void> => {
    const checked = check();
    if (!checked.ok) return;
    setConnection({ kind: 'testing' });
    setConnection({ kind: 'tested', steps: await actions.onConnectionTest(checked.endpoint, fields.key.trim()) });
  };
  const choose = (id: string): void => {
    const chosen = findPreset(id);
    change({ preset: id, address: chosen?.baseUrl ?? '', model: chosen?.model ?? '', key: '' });
    if (id === 'embedded') actions.onUseEmbedded();
  };
  return {
    fields,
    preset,
    problems,
    saving,
    connection,
    /** A key for the address in the form is stored. */
    hasKey: hasStoredKey(keyStoredFor, fields.address),
    change,
    choose,
    save,
    test,
  };
}
