import type { Ticket } from '../../domain/ticket.ts';
import { defaultVoiceProfile, type VoiceProfile } from '../../domain/voice.ts';
import { detectAddress } from './detect-address.ts';
import { toWarmth, type Manner } from './manner.ts';

/** How a reply to this ticket is worded in this voice. Nothing but the profile and how people wrote in the ticket decides. */
export function toManner(ticket: Ticket, language: string, profile: VoiceProfile = defaultVoiceProfile): Manner {
  return { warmth: toWarmth(profile.warmth), address: toAddressOf(ticket, language, profile) };
}

function toAddressOf(ticket: Ticket, language: string, { address }: VoiceProfile): Manner['address'] {
  if (address === 'first-name') return 'familiar';
  if (address === 'formal') return 'formal';
  return findMutualAddress(ticket, language) === 'familiar' ? 'familiar' : 'polite';
}

/** How people address each other in this ticket: the requester's newest word on it, else the team's own; `undefined`: no sign. */
export function findMutualAddress(ticket: Ticket, language: string): 'familiar' | 'formal' | undefined {
  const open = ticket.messages.filter((message) => message.visibility === 'public').toReversed();
  const signsOf = (role: 'requester' | 'agent'): 'familiar' | 'formal' | undefined =>
    open
      .filter((message) => message.role === role)
      .map((message) => detectAddress(message.text, language))
      .find((sign) => sign !== undefined);
  return signsOf('requester') ?? signsOf('agent');
}
