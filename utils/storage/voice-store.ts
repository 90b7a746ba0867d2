import { FailureError, type Result } from '../domain/failure.ts';
import {
  voiceIdSchema,
  voiceProfileSchema,
  voiceSchema,
  type Voice,
  type VoiceId,
  type VoiceProfile,
  type VoiceVersion,
} from '../domain/voice.ts';
import { DEFAULT_VOICE_ID, DEFAULT_VOICE_NAME } from '../drafting/voice/choose-voice.ts';
import type { DesksideDatabase } from './database.ts';
import { toStorageFailure } from './storage-failure.ts';
import { parseVoiceFile, writeVoiceFile } from './voice-file.ts';

/** The voice as it now stands, or in plain words why nothing was changed. */
export type VoiceAnswer<T = Voice> = Result<T, string>;

export type VoiceAssignment = Partial<Pick<Voice, 'name' | 'queues' | 'languages'>>;

/** Every writing call throws `FailureError` (`storage-full`, `storage-broken`) when the browser does not store it. */
export type VoiceStore = {
  /** The default voice first where it was ever saved, then by name. Records that no longer fit are left out. */
  readonly list: () => Promise<Voice[]>;
  readonly add: (name: string, profile: VoiceProfile) => Promise<VoiceAnswer>;
  /** Adds a version; refuses a profile that equals the newest one. The default voice comes to be with its first version. */
  readonly save: (id: VoiceId, profile: VoiceProfile) => Promise<VoiceAnswer>;
  /** Adds a version that equals the older version `number`. */
  readonly rollBack: (id: VoiceId, number: number) => Promise<VoiceAnswer>;
  /** Another name, other queues or languages; no new version. */
  readonly assign: (id: VoiceId, change: VoiceAssignment) => Promise<VoiceAnswer>;
  readonly remove: (id: VoiceId) => Promise<void>;
  readonly exportFile: () => Promise<string>;
  /** All voices of a file, or none. A voice of the same name gets the file's newest profile as a new version. */
  readonly importFile: (
    text: string,
  ) => Promise<VoiceAnswer<{ readonly added: number; readonly changed: number; readonly same: number }>>;
};

export type VoiceStoreDeps = { readonly now: () => Date; readonly newId: () => string };
const browserDeps: VoiceStoreDeps = { now: () => new Date(), newId: () => crypto.randomUUID() };

export function createVoiceStore(open: () => Promise<DesksideDatabase>, { now, newId } = browserDeps): VoiceStore {
  const list = async (): Promise<Voice[]> => parseAll(await (await open()).getAll('voices'));
  /** Reads all, lets `make` decide and writes what it gives, in one transaction: two open pages lose no version. */
  const revise = async <T>(
    make: (all: readonly Voice[]) => { readonly write: readonly Voice[]; readonly answer: T },
  ): Promise<T> => {
    try {
      const transaction = (await open()).transaction('voices', 'readwrite', { durability: 'strict' });
      const { write, answer } = make(parseAll(await transaction.store.getAll()));
      await Promise.all([...write.map((voice) => transaction.store.put(voice)), transaction.done]);
      return answer;
    } catch (thrown) {
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }
  };
  const reviseOne = (make: (all: readonly Voice[]) => VoiceAnswer): Promise<VoiceAnswer> =>
    revise((all) => {
      const answer = make(all);
      return { write: answer.ok ? [answer.value] : [], answer };
    });
  const change = (id: VoiceId, make: (voice: Voice, all: readonly Voice[]) => VoiceAnswer): Promise<VoiceAnswer> =>
    reviseOne((all) => {
      const voice = all.find((one) => one.id === id);
      return voice ? make(voice, all) : refuse('This voice is no longer there. Reload the page.');
    });
  const create = (id: VoiceId, name: string, profile: VoiceProfile): VoiceAnswer => {
    const fits = voiceProfileSchema.safeParse(profile);
    if (!fits.success) return refuse(DOES_NOT_FIT);
    return { ok: true, value: { id, name, queues: [], languages: [], versions: [toVersion(1, fits.data, now())] } };
  };
  return {
    list,
    add: (name, profile) =>
      reviseOne((all) => {
        const wrong = findNameProblem(name, DEFAULT_VOICE_NAME, all);
        return wrong === undefined ? create(voiceIdSchema.parse(newId()), name.trim(), profile) : refuse(wrong);
      }),
    save: (id, profile) =>
      id === DEFAULT_VOICE_ID
        ? reviseOne((all) => {
            const voice = all.find((one) => one.id === id);
            return voice ? addVersion(voice, profile, now()) : create(id, DEFAULT_VOICE_NAME, profile);
          })
        : change(id, (voice) => addVersion(voice, profile, now())),
    rollBack: (id, number) =>
      change(id, (voice) => {
        const older = voice.versions.find((version) => version.number === number);
        if (!older) return refuse(`Version ${number} of “${voice.name}” is not there.`);
        return addVersion(voice, older.profile, now(), number);
      }),
    assign: (id, wanted) =>
      change(id, (voice, all) => {
        if (id === DEFAULT_VOICE_ID && ((wanted.queues?.length ?? 0) > 0 || (wanted.languages?.length ?? 0) > 0))
          return refuse(`“${voice.name}” serves what no other voice serves. Add a voice for a queue or a language.`);
        const wrong =
          wanted.name === undefined
            ? undefined
            : findNameProblem(
                wanted.name,
                id === DEFAULT_VOICE_ID ? '' : DEFAULT_VOICE_NAME,
                all.filter((one) => one.id !== id),
              );
        if (wrong !== undefined) return refuse(wrong);
        const next = voiceSchema.safeParse({
          ...voice,
          ...wanted,
          ...(wanted.name === undefined ? {} : { name: wanted.name.trim() }),
        });
        return next.success
          ? { ok: true, value: next.data }
          : refuse('A queue or a language is empty. Take it out, then try again.');
      }),
    async remove(id) {
      try {
        await (await open()).delete('voices', id);
      } catch (thrown) {
        throw new FailureError(toStorageFailure(thrown), { cause: thrown });
      }
    },
    exportFile: async () => writeVoiceFile(await list()),
    async importFile(text) {
      const file = parseVoiceFile(text);
      if (!file.ok) return file;
      return revise((all) => {
        const written = file.value.flatMap((voice) => {
          const next = takeIn(voice, all, now(), newId);
          return next ? [next] : [];
        });
        const added = written.filter((voice) => !all.some((one) => one.id === voice.id)).length;
        const counts = { added, changed: written.length - added, same: file.value.length - written.length };
        return { write: written, answer: { ok: true as const, value: counts } };
      });
    },
  };
}

function parseAll(raw: readonly unknown[]): Voice[] {
  return raw
    .flatMap((value) => {
      const voice = voiceSchema.safeParse(value);
      return voice.success ? [voice.data] : [];
    })
    .toSorted(
      (a, b) => Number(b.id === DEFAULT_VOICE_ID) - Number(a.id === DEFAULT_VOICE_ID) || a.name.localeCompare(b.name, 'en'),
    );
}

/** A voice of a file among those that are there; `undefined` when it says nothing new. */
function takeIn(voice: Voice, all: readonly Voice[], at: Date, newId: () => string): Voice | undefined {
  const known = all.find((one) => one.name.toLowerCase() === voice.name.toLowerCase() || one.id === voice.id);
  if (!known) return { ...voice, id: voice.id === DEFAULT_VOICE_ID ? voice.id : voiceIdSchema.parse(newId()) };
  const newest = voice.versions.at(-1);
  const next = newest ? addVersion(known, newest.profile, at) : undefined;
  return next?.ok ? next.value : undefined;
}

const DOES_NOT_FIT = 'This profile has values that do not fit. Correct the marked fields, then save again.';
const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error });

function toVersion(number: number, profile: VoiceProfile, at: Date, sameAs?: number): VoiceVersion {
  return { number, at: at.toISOString(), profile, ...(sameAs === undefined ? {} : { sameAs }) };
}

function addVersion(voice: Voice, profile: VoiceProfile, at: Date, sameAs?: number): VoiceAnswer {
  const newest = voice.versions.at(-1);
  const fits = voiceProfileSchema.safeParse(profile);
  if (!fits.success) return refuse(DOES_NOT_FIT);
  if (newest && isSame(newest.profile, fits.data))
    return refuse(`Nothing has changed since version ${newest.number} of “${voice.name}”.`);
  const version = toVersion((newest?.number ?? 0) + 1, fits.data, at, sameAs);
  return { ok: true, value: { ...voice, versions: [...voice.versions, version] } };
}

/** The order of lists counts: rules are told in it. */
function isSame(a: VoiceProfile, b: VoiceProfile): boolean {
  return JSON.stringify(voiceProfileSchema.parse(a)) === JSON.stringify(b);
}

function findNameProblem(raw: string, reserved: string, others: readonly Voice[]): string | undefined {
  const name = raw.trim();
  if (name === '') return 'Give the voice a name.';
  if (name.length > 60) return `The name has ${name.length} characters; 60 is the most.`;
  const isTaken = [reserved, ...others.map((voice) => voice.name)].some((one) => one.toLowerCase() === name.toLowerCase());
  return isTaken ? `A voice is called “${name}” already. Choose another name.` : undefined;
}
