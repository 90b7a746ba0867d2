import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultVoiceProfile, voiceIdSchema, type Voice } from '../domain/voice.ts';
import { chooseVoice, DEFAULT_VOICE_ID } from '../drafting/voice/choose-voice.ts';
import { createDatabaseOpener, type DesksideDatabase } from './database.ts';
import { createVoiceStore, type VoiceAnswer, type VoiceStore } from './voice-store.ts';

const warm = { ...defaultVoiceProfile, warmth: 1 };
const formal = { ...defaultVoiceProfile, address: 'formal' as const };

function createStore(): VoiceStore {
  let ids = 0;
  const now = () => new Date('2026-11-21T09:00:00Z');
  return createVoiceStore(createDatabaseOpener(), { now, newId: () => `voice-${(ids += 1)}` });
}
function unwrap(answer: VoiceAnswer): Voice {
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
const numbersOf = (voice: Voice): number[] => voice.versions.map(({ number }) => number);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('versions', () => {
  it('are only ever added, one number higher each', async () => {
    const store = createStore();
    await store.save(DEFAULT_VOICE_ID, warm);
    const voice = unwrap(await store.save(DEFAULT_VOICE_ID, formal));
    expect(voice.versions.map(({ number, profile }) => [number, profile])).toEqual([
      [1, warm],
      [2, formal],
    ]);
    expect(await store.list()).toEqual([voice]);
  });

  it('are not made of a profile that did not change', async () => {
    const store = createStore();
    await store.save(DEFAULT_VOICE_ID, warm);
    expect(await store.save(DEFAULT_VOICE_ID, { ...warm })).toEqual({
      ok: false,
      error: 'Nothing has changed since version 1 of “Standard”.',
    });
    expect(numbersOf((await store.list())[0] ?? expect.fail('it was saved'))).toEqual([1]);
  });

  it('going back adds one that says which it equals', async () => {
    const store = createStore();
    await store.save(DEFAULT_VOICE_ID, warm);
    await store.save(DEFAULT_VOICE_ID, formal);
    const voice = unwrap(await store.rollBack(DEFAULT_VOICE_ID, 1));
    expect(numbersOf(voice)).toEqual([1, 2, 3]);
    expect(voice.versions[2]).toMatchObject({ sameAs: 1, profile: warm });
    expect(await store.rollBack(DEFAULT_VOICE_ID, 9)).toMatchObject({ ok: false });
  });

  it('of two open pages are both kept', async () => {
    const [one, two] = [createStore(), createStore()];
    await Promise.all([one.save(DEFAULT_VOICE_ID, warm), two.save(DEFAULT_VOICE_ID, formal)]);
    expect(numbersOf((await one.list())[0] ?? expect.fail('it was saved'))).toEqual([1, 2]);
  });
});

describe('names and tickets', () => {
  it('no two voices have one name, and none takes the name of the default', async () => {
    const store = createStore();
    const billing = unwrap(await store.add(' Billing ', warm));
    expect(billing.name).toBe('Billing');
    for (const name of ['billing', 'STANDARD', '  ', 'x'.repeat(61)])
      expect(await store.add(name, warm)).toMatchObject({ ok: false });
    const other = unwrap(await store.add('Sales', warm));
    expect(await store.assign(other.id, { name: 'Billing' })).toMatchObject({ ok: false });
    expect(unwrap(await store.assign(other.id, { name: 'Sales team' })).name).toBe('Sales team');
  });

  it('a voice serves the queues it is given, without a new version', async () => {
    const store = createStore();
    const voice = unwrap(await store.add('Billing', formal));
    await store.assign(voice.id, { queues: ['Billing'] });
    const voices = await store.list();
    expect(chooseVoice(voices, { queue: 'billing', language: 'de' }).used).toEqual({ id: voice.id, name: 'Billing', version: 1 });
    expect(chooseVoice(voices, { queue: 'Sales', language: 'de' }).used).toMatchObject({ version: 0 });
  });

  it('the default voice keeps serving the rest', async () => {
    const store = createStore();
    await store.save(DEFAULT_VOICE_ID, warm);
    expect(await store.assign(DEFAULT_VOICE_ID, { queues: ['Billing'] })).toMatchObject({ ok: false });
  });

  it('a voice that was removed elsewhere is not brought back', async () => {
    const store = createStore();
    const voice = unwrap(await store.add('Billing', warm));
    await store.remove(voice.id);
    expect(await store.save(voice.id, formal)).toMatchObject({ ok: false });
    expect(await store.list()).toEqual([]);
  });
});

describe('files', () => {
  it('bring every voice with all its versions to another browser', async () => {
    const store = createStore();
    await store.save(DEFAULT_VOICE_ID, warm);
    const voice = unwrap(await store.add('Billing', warm));
    await store.save(voice.id, formal);
    const file = await store.exportFile();
    const before = await store.list();

    globalThis.indexedDB = new IDBFactory();
    const other = createStore();
    expect(await other.importFile(file)).toEqual({ ok: true, value: { added: 2, changed: 0, same: 0 } });
    expect((await other.list()).map(({ name, versions }) => [name, versions])).toEqual(
      before.map(({ name, versions }) => [name, versions]),
    );
  });

  it('add a version to a voice of the same name, and none when nothing differs', async () => {
    const store = createStore();
    const voice = unwrap(await store.add('Billing', warm));
    const file = await store.exportFile();
    await store.save(voice.id, formal);
    expect(await store.importFile(file)).toEqual({ ok: true, value: { added: 0, changed: 1, same: 0 } });
    expect(await store.importFile(file)).toEqual({ ok: true, value: { added: 0, changed: 0, same: 1 } });
    expect(numbersOf((await store.list())[0] ?? expect.fail('it is there'))).toEqual([1, 2, 3]);
  });

  const good = {
    id: 'a',
    name: 'Billing',
    queues: [],
    languages: [],
    versions: [{ number: 1, at: '2026-11-21T09:00:00Z', profile: warm }],
  };
  const bad: readonly [string, unknown, RegExp][] = [
    ['is not JSON', '{', /no export of voices/],
    ['is something else', { voices: [] }, /no export of voices/],
    [
      'has a wrong value',
      [{ ...good, versions: [{ ...good.versions[0], profile: { ...warm, warmth: 7 } }] }],
      /“Billing”, versions → 1 → profile → warmth/,
    ],
    ['has a voice without versions', [{ ...good, versions: [] }], /Voice 1, “Billing”, versions/],
    ['has a voice twice', [good, good], /Voice 2, “Billing”, is in the file twice/],
    [
      'has versions out of order',
      [{ ...good, versions: [{ ...good.versions[0], number: 2 }, good.versions[0]] }],
      /not in order/,
    ],
  ];
  it.each(bad)('that %s change nothing and say where', async (_, voices, said) => {
    const store = createStore();
    const text =
      typeof voices === 'string'
        ? voices
        : JSON.stringify({ format: 'deskside-voices', version: 1, voices: Array.isArray(voices) ? voices : [] });
    const answer = await store.importFile(text);
    expect(answer.ok ? '' : answer.error).toMatch(said);
    expect(await store.list()).toEqual([]);
  });
});

it('a broken record hides itself and no other', async () => {
  const open = createDatabaseOpener();
  const store = createVoiceStore(open);
  await store.add('Billing', warm);
  await (await open()).put('voices', { id: voiceIdSchema.parse('x'), name: '', queues: [], languages: [], versions: [] });
  expect((await store.list()).map(({ name }) => name)).toEqual(['Billing']);
});

it('a full browser is a failure that says so', async () => {
  const full = (): Promise<DesksideDatabase> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await expect(createVoiceStore(full).save(DEFAULT_VOICE_ID, warm)).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
});
