import type { DraftBlock } from '../../domain/draft.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { VoiceProfile } from '../../domain/voice.ts';
import { toAddress } from '../address-requester.ts';
import { toPhrases } from '../phrases.ts';
import { detectAddress } from './detect-address.ts';
import { addresses, warmths, type Manner } from './manner.ts';
import { mapPhrases } from './map-phrases.ts';
import type { KnownPhrase } from './recognise-phrase.ts';
import type { Phrases } from './phrases/phrase-set.ts';
import { findMutualAddress, toManner } from './to-manner.ts';

/**
 * Makes a reply friendlier or more formal by one step: greeting, opening, closing and other frame sentences that are ours to the
 * letter are worded anew; every other sentence stays as it is. Du, tu and tú come in only where people in the ticket write so or the
 * voice wants it, and the pronoun never turns against the sentences that stay. `undefined`: there is nothing to change.
 */
export function restyleWithoutModel(
  blocks: readonly DraftBlock[],
  step: 'friendlier' | 'more-formal',
  ticket: Ticket,
  language: string,
  profile: VoiceProfile,
): DraftBlock[] | undefined {
  const base = toPhrases(language);
  if (base.language !== (language.split('-')[0] ?? language).toLowerCase()) return undefined;
  const found: KnownPhrase[] = [];
  const kept: string[] = [];
  mapPhrases(blocks, language, (sentences, phrase) => {
    if (phrase && sentences.every(isForm)) found.push(phrase);
    else kept.push(...sentences.map(({ text }) => text));
    return sentences;
  });
  if (found.length === 0) return undefined;
  const current = findManner(found, toManner(ticket, language, profile));
  const manner = toTarget(current, step, {
    profile,
    mutual: findMutualAddress(ticket, language),
    kept: kept.map((text) => detectAddress(text, language)).find((sign) => sign !== undefined),
  });
  const { phrases } = toPhrases(language, manner);
  const name = toAddress(ticket, language, manner.address);
  let changed = false;
  const restyled = mapPhrases(blocks, language, (sentences, phrase) => {
    const [first] = sentences;
    if (!phrase || !first || !sentences.every(isForm)) return sentences;
    const before = sentences.map(({ text }) => text).join(' ');
    const text = matchCase(write(phrases, phrase, name), before);
    if (text === before) return sentences;
    changed = true;
    return [{ ...first, text }];
  });
  return changed ? restyled : undefined;
}

/** Only what states nothing may be worded anew, whatever it looks like. */
const isForm = (sentence: { support: string; citations: readonly unknown[] }): boolean =>
  sentence.support === 'plain' && sentence.citations.length === 0;

/** The manner that most of the sentences have; of several the one nearest to what the voice would have chosen. */
function findManner(found: readonly KnownPhrase[], expected: Manner): Manner {
  const all = addresses.flatMap((address) => warmths.map((warmth) => ({ address, warmth })));
  const points = (manner: Manner): number =>
    found.filter(({ manners }) => manners.some((one) => one.address === manner.address && one.warmth === manner.warmth)).length +
    (manner.address === expected.address ? 0.4 : 0) +
    (manner.warmth === expected.warmth ? 0.3 : 0);
  return all.reduce((best, manner) => (points(manner) > points(best) ? manner : best));
}

type Signs = {
  readonly profile: VoiceProfile;
  readonly mutual: 'familiar' | 'formal' | undefined;
  readonly kept: 'familiar' | 'formal' | undefined;
};

function toTarget(current: Manner, step: 'friendlier' | 'more-formal', signs: Signs): Manner {
  const move = step === 'friendlier' ? 1 : -1;
  const warmth = warmths[warmths.indexOf(current.warmth) + move] ?? current.warmth;
  const wanted = addresses[addresses.indexOf(current.address) - move] ?? current.address;
  return { warmth, address: isAllowed(current.address, wanted, signs) ? wanted : current.address };
}

/** A greeting may change freely; the pronoun only where it fits people, voice and the sentences that stay. */
function isAllowed(from: Manner['address'], to: Manner['address'], { profile, mutual, kept }: Signs): boolean {
  if ((from === 'familiar') === (to === 'familiar')) return to !== 'polite' || profile.address !== 'formal';
  if (to === 'familiar')
    return profile.address !== 'formal' && kept !== 'formal' && (mutual === 'familiar' || profile.address === 'first-name');
  return profile.address !== 'first-name' && kept !== 'familiar';
}

function write(phrases: Phrases, { key, about }: KnownPhrase, name: string): string {
  if (key === 'greeting') return phrases.greeting(name === '' ? about : name);
  if (key === 'thanks' || key === 'assure') return phrases[key](about);
  if (key === 'tellMore') return phrases.tellMore(about);
  return phrases[key];
}

/** German goes on in small letters after a greeting; who wrote a capital keeps it. */
function matchCase(text: string, before: string): string {
  const first = before.slice(0, 1);
  return first !== first.toLowerCase() ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}
