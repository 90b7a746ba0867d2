import type { Voice } from '../../../utils/domain/voice.ts';
import { DEFAULT_VOICE_ID, findVoice } from '../../../utils/drafting/voice/choose-voice.ts';
import { nameLanguage } from './language-names.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
/** The code for "no language": a voice for one language never serves it. */
const ANY_LANGUAGE = 'zxx';

/** Which tickets are answered in this voice, in one line. */
export function describeServing(voice: Pick<Voice, 'id' | 'queues' | 'languages'>): string {
  if (voice.id === DEFAULT_VOICE_ID) return 'Every ticket that no other voice serves';
  const queues =
    voice.queues.length === 0 ? '' : `${voice.queues.length === 1 ? 'Queue' : 'Queues'} ${list.format(voice.queues)}`;
  const languages = voice.languages.length === 0 ? '' : `in ${list.format(voice.languages.map(nameLanguage))}`;
  if (queues === '' && languages === '') return 'No ticket yet: give it queues or languages';
  if (queues === '') return `Tickets ${languages}`;
  return languages === '' ? queues : `${queues}, ${languages}`;
}

/** A voice that is taken before this one for some of its tickets, though it is no more specific; most often both have the same queue. */
export function findRival(voice: Voice, voices: readonly Voice[]): Voice | undefined {
  if (voice.id === DEFAULT_VOICE_ID || (voice.queues.length === 0 && voice.languages.length === 0)) return undefined;
  const queues = voice.queues.length === 0 ? [''] : voice.queues;
  const languages = voice.languages.length === 0 ? [ANY_LANGUAGE] : voice.languages;
  for (const queue of queues) {
    for (const language of languages) {
      const taken = findVoice(voices, { queue, language });
      if (taken && taken.id !== voice.id && taken.queues.length > 0 === voice.queues.length > 0) return taken;
    }
  }
  return undefined;
}
