// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultVoiceProfile, voiceSchema, type Voice, type VoiceProfile } from '../../../utils/domain/voice.ts';
import { buttons, fieldOf, fill, find, press, text } from '../knowledge-page.test-support.ts';
import { VoiceSection } from './voice-section.tsx';
import type { VoiceActions, VoiceValue } from './voice-value.ts';

const toVoice = (id: string, name: string, ...profiles: readonly Partial<VoiceProfile>[]): Voice =>
  voiceSchema.parse({
    id,
    name,
    queues: id === 'default' ? [] : [name],
    languages: [],
    versions: profiles.map((profile, index) => ({
      number: index + 1,
      at: '2026-11-21T09:00:00Z',
      profile: { ...defaultVoiceProfile, ...profile },
    })),
  });
const standard = toVoice('default', 'Standard', { warmth: 0 }, { warmth: 1 });
const billing = toVoice('billing', 'Billing', { address: 'formal' });
const both: VoiceValue = { voices: [standard, billing], knownQueues: [] };

let root: Root;
let actions: { readonly [key in keyof VoiceActions]: ReturnType<typeof vi.fn<VoiceActions[key]>> };
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') ?? document.body);
  actions = {
    onAdd: vi.fn<VoiceActions['onAdd']>(async (name) => ({ ok: true, value: toVoice('new', name, {}) })),
    onSave: vi.fn<VoiceActions['onSave']>(async () => ({ ok: true, value: toVoice('default', 'Standard', {}, {}, {}) })),
    onRollBack: vi.fn<VoiceActions['onRollBack']>(async () => ({ ok: true, value: toVoice('default', 'Standard', {}, {}, {}) })),
    onAssign: vi.fn<VoiceActions['onAssign']>(async () => ({ ok: true, value: billing })),
    onRemove: vi.fn<VoiceActions['onRemove']>(async () => ({ ok: true, value: undefined })),
    onExport: vi.fn<VoiceActions['onExport']>(async () => ({ ok: true, value: undefined })),
    onImport: vi.fn<VoiceActions['onImport']>(async () => ({ ok: false, error: 'no' })),
  };
});
afterEach(() => act(async () => root.unmount()));

const draw = (value: VoiceValue = both) => act(async () => root.render(<VoiceSection value={value} actions={actions} />));
const preview = (): string => document.querySelector('.voice-reply')?.textContent ?? '';
const row = (name: string): Promise<void> =>
  act(async () =>
    buttons()
      .find((each) => each.className === 'voice-row' && each.textContent?.startsWith(name))
      ?.click(),
  );
const isLocked = (label: string): boolean => find(label).getAttribute('aria-disabled') === 'true';

it('without a stored voice the built-in one is shown, and its first version can be saved', async () => {
  await draw({ voices: [], knownQueues: [] });
  expect(text()).toContain('Built in');
  expect(isLocked('Save as new version')).toBe(true);
  await fill(fieldOf('Address'), '2');
  await press('Save as new version');
  expect(actions.onSave).toHaveBeenCalledWith('default', { ...defaultVoiceProfile, address: 'formal' });
});

it('the preview is written anew with every move, and nothing is saved by it', async () => {
  await draw();
  await press('English');
  expect(preview()).toMatch(/^Hello Maria,Thank you very much/);
  await fill(fieldOf('Address'), '2');
  expect(preview()).toMatch(/^Dear Maria Keller,/);
  await fill(fieldOf('Greeting'), 'Ahoy {name},');
  expect(preview()).toMatch(/^Ahoy Maria Keller,/);
  await press('Deutsch');
  expect(preview()).toContain('Abgelaufene Karte');
  expect(actions.onSave).not.toHaveBeenCalled();
});

it('changes stay while another voice is looked at, each with its own tickets', async () => {
  await draw();
  await fill(fieldOf('Greeting'), 'Ahoy,');
  await row('Billing');
  expect(fieldOf('Greeting').value).toBe('');
  expect(fieldOf('Name').value).toBe('Billing');
  expect(text()).toContain('Not saved');
  await row('Standard');
  expect(fieldOf('Greeting').value).toBe('Ahoy,');
  expect(() => fieldOf('Name')).toThrow('no field');
});

it('what is wrong is said at its field and keeps the version from being saved', async () => {
  await draw();
  await fill(fieldOf('Greeting'), 'Hi {firstname},');
  expect(text()).toContain('{firstname} stands for nothing');
  expect(isLocked('Save as new version')).toBe(true);
  await press('Save as new version');
  expect(actions.onSave).not.toHaveBeenCalled();
  await press('Discard changes');
  expect(fieldOf('Greeting').value).toBe('');
});

it('versions say what they changed, and going back waits for unsaved changes', async () => {
  await draw();
  expect(text()).toContain('Warmth: matter of fact → warm');
  await fill(fieldOf('Greeting'), 'Ahoy,');
  await press('Go back to version 1');
  expect(actions.onRollBack).not.toHaveBeenCalled();
  await press('Discard changes');
  await press('Go back to version 1');
  expect(actions.onRollBack).toHaveBeenCalledWith('default', 1);
});

it('a refused save keeps the changes and says why', async () => {
  actions.onSave.mockResolvedValue({ ok: false, error: 'The browser’s storage is full.' });
  await draw();
  await fill(fieldOf('Greeting'), 'Ahoy,');
  await press('Save as new version');
  expect(text()).toContain('storage is full');
  expect(fieldOf('Greeting').value).toBe('Ahoy,');
});

it('queues and languages are saved by themselves, the language by its code', async () => {
  await draw();
  await row('Billing');
  await fill(fieldOf('Queues'), 'Billing, Sales, billing');
  await fill(fieldOf('Languages'), 'Klingonisch');
  expect(isLocked('Save tickets and name')).toBe(true);
  await fill(fieldOf('Languages'), 'German, fr');
  await act(async () => find('Save tickets and name').closest('form')?.requestSubmit());
  expect(actions.onAssign).toHaveBeenCalledWith('billing', {
    name: 'Billing',
    queues: ['Billing', 'Sales'],
    languages: ['de', 'fr'],
  });
});

it('a voice is removed only after a second press', async () => {
  await draw();
  await row('Billing');
  await press('Remove voice…');
  expect(actions.onRemove).not.toHaveBeenCalled();
  await press('Remove with all it has');
  expect(actions.onRemove).toHaveBeenCalledWith('billing');
});
