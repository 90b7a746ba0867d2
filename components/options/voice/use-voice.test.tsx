// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { act, useEffect, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FailureError } from '../../../utils/domain/failure.ts';
import { defaultVoiceProfile } from '../../../utils/domain/voice.ts';
import { DEFAULT_VOICE_ID } from '../../../utils/drafting/voice/choose-voice.ts';
import { createDatabaseOpener } from '../../../utils/storage/database.ts';
import { createVoiceStore, type VoiceStore } from '../../../utils/storage/voice-store.ts';
import { useVoice } from './use-voice.ts';

const warm = { ...defaultVoiceProfile, warmth: 1 };
const readBackground = async () => ({ knownQueues: ['Billing'] });

let root: Root;
let shown: ReturnType<typeof useVoice> | undefined;
function Shown({ store }: { readonly store: VoiceStore }): ReactNode {
  const voice = useVoice(store, readBackground);
  useEffect(() => {
    shown = voice;
  });
  return null;
}
async function draw(store: VoiceStore): Promise<void> {
  await act(async () => root.render(<Shown store={store} />));
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(shown?.value.knownQueues).toEqual(['Billing']);
  });
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  globalThis.indexedDB = new IDBFactory();
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') ?? document.body);
  shown = undefined;
});
afterEach(() => act(async () => root.unmount()));

it('shows what was saved, at once', async () => {
  await draw(createVoiceStore(createDatabaseOpener()));
  expect(shown?.value.voices).toEqual([]);
  const saved = await act(async () => shown?.actions.onSave(DEFAULT_VOICE_ID, warm));
  expect(saved).toMatchObject({ ok: true });
  expect(shown?.value.voices.map(({ name, versions }) => [name, versions.length])).toEqual([['Standard', 1]]);
});

it('a browser that is full is told in words, and the page goes on', async () => {
  const store = createVoiceStore(createDatabaseOpener());
  await draw({ ...store, save: () => Promise.reject(new FailureError({ kind: 'storage-full' })) });
  const saved = await act(async () => shown?.actions.onSave(DEFAULT_VOICE_ID, warm));
  expect(saved).toMatchObject({ ok: false, error: expect.stringContaining('no room left') });
});

it('a file that is none is refused in words', async () => {
  await draw(createVoiceStore(createDatabaseOpener()));
  const taken = await act(async () => shown?.actions.onImport(new Blob(['{}'])));
  expect(taken).toMatchObject({ ok: false, error: expect.stringContaining('no export of voices') });
});
