import { defaultVoiceProfile, voiceIdSchema, type UsedVoice, type Voice, type VoiceProfile } from '../../domain/voice.ts';

/** The voice that every team has, stored or not. It serves what no other voice serves. */
export const DEFAULT_VOICE_ID = voiceIdSchema.parse('default');
export const DEFAULT_VOICE_NAME = 'Standard';

export type VoiceQuestion = {
  /** As the helpdesk calls it; empty where the page does not tell. */
  readonly queue: string;
  /** BCP 47 language of the reply. */
  readonly language: string;
};

/** The profile to write in, and what is kept with the draft. */
export type ChosenVoice = { readonly profile: VoiceProfile; readonly used: UsedVoice };

/** The voice for this ticket: the built-in one, version 0, where the team has none that serves it. */
export function chooseVoice(voices: readonly Voice[], question: VoiceQuestion): ChosenVoice {
  const voice = findVoice(voices, question);
  const version = voice?.versions.at(-1);
  return voice && version
    ? { profile: version.profile, used: { id: voice.id, name: voice.name, version: version.number } }
    : { profile: defaultVoiceProfile, used: { id: DEFAULT_VOICE_ID, name: DEFAULT_VOICE_NAME, version: 0 } };
}

/**
 * The voice that serves this queue and language, the most specific first: queue and language, queue, language, all. Among equals
 * the default voice, then the one that serves fewer queues and languages, then by name and id.
 */
export function findVoice(voices: readonly Voice[], question: VoiceQuestion): Voice | undefined {
  const queue = toQueueKey(question.queue);
  const language = toLanguageKey(question.language);
  return voices
    .filter(
      (voice) =>
        (voice.queues.length === 0 || voice.queues.some((one) => toQueueKey(one) === queue)) &&
        (voice.languages.length === 0 || voice.languages.some((one) => toLanguageKey(one) === language)),
    )
    .toSorted((a, b) => weigh(b) - weigh(a) || breadth(a) - breadth(b) || compare(a.name, b.name) || compare(a.id, b.id))[0];
}

const weigh = (voice: Voice): number =>
  (voice.queues.length > 0 ? 4 : 0) + (voice.languages.length > 0 ? 2 : 0) + (voice.id === DEFAULT_VOICE_ID ? 1 : 0);
const breadth = (voice: Voice): number => voice.queues.length + voice.languages.length;
/** By code unit: the same on every machine, whatever its language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Queues are compared without regard to case and outer spaces, as people type them. */
export function toQueueKey(queue: string): string {
  return queue.trim().toLowerCase();
}

/** `de-CH` → `de`. */
export function toLanguageKey(language: string): string {
  return (language.trim().split(/[-_]/)[0] ?? '').toLowerCase();
}
