import type { Ticket } from '../../domain/ticket.ts';
import { defaultVoiceProfile, type VoiceProfile } from '../../domain/voice.ts';
import { toAddress, toPlainName } from '../address-requester.ts';
import { toPhrases } from '../phrases.ts';
import { toTopic } from '../ticket-topic.ts';
import { detectAddress } from './detect-address.ts';
import { fillTemplate } from './fill-template.ts';
import type { Manner } from './manner.ts';
import { toManner } from './to-manner.ts';

export type FrameRequest = {
  readonly ticket: Ticket;
  /** BCP 47 language of the reply. */
  readonly language: string;
  readonly agentName: string;
  readonly voice?: VoiceProfile | undefined;
  readonly isUpset: boolean;
  /** What has to be said about the language of what follows. */
  readonly notes: readonly string[];
  /** `none`: nothing is answered; `steps`: the requester has to do something; else it only tells. */
  readonly answers: 'none' | 'tells' | 'steps';
  /** The sentences that answer. Where they say Sie, vous or usted the frame does not mirror a du, tu or tú. */
  readonly quoted?: string;
  /** A question to ask back, in the requester's words. */
  readonly open?: string | undefined;
};

/** Blocks of the reply before and after what answers, in order, none empty. */
export type Frame = { readonly before: readonly string[]; readonly after: readonly string[] };

/** The frame of a reply in the team's voice. States nothing of its own and promises nothing. */
export function writeFrame(request: FrameRequest): Frame {
  const { ticket, voice = defaultVoiceProfile, open } = request;
  const manner = toFrameManner(request, voice);
  const { language, phrases } = toPhrases(request.language, manner);
  const names = { name: toAddress(ticket, language, manner.address), agent: toPlainName(request.agentName) };
  // A reply that answers nothing needs its courtesies: without them nothing would be left.
  const isShort = voice.length === 'short' && request.answers !== 'none';
  const isFollowUp = ticket.messages.some((message) => message.role === 'agent' && message.visibility === 'public');
  const assures = voice.order === 'assure-then-action';

  const thanks = isFollowUp
    ? phrases.thanksAgain
    : assures
      ? phrases.assure(toTopic(ticket.subject))
      : phrases.thanks(toTopic(ticket.subject));
  const lead = request.answers === 'steps' ? phrases.doThis : phrases.knowThis;
  const opening = [
    ...(isShort ? [] : [thanks]),
    ...(request.isUpset ? [phrases.sorry] : []),
    ...request.notes,
    ...(assures && request.answers !== 'none' ? [lead] : []),
  ];
  const next = voice.length === 'thorough' && request.answers !== 'none' ? phrases.nextThorough : phrases.next;
  const after = [...(open === undefined ? [] : [phrases.tellMore(open)]), ...(isShort ? [] : [next])];
  const isOwn = (template: string): boolean => template.trim() !== '';
  return {
    before: keep([isOwn(voice.greeting) ? fillTemplate(voice.greeting, names) : phrases.greeting(names.name), opening.join(' ')]),
    after: keep([after.join(' '), ...writeEnd(voice, names, phrases.closing)]),
  };
}

function toFrameManner({ ticket, language, quoted = '' }: FrameRequest, voice: VoiceProfile): Manner {
  const manner = toManner(ticket, language, voice);
  const clashes = voice.address === 'auto' && manner.address === 'familiar' && detectAddress(quoted, language) === 'formal';
  return clashes ? { ...manner, address: 'polite' } : manner;
}

/** Closing and signature. The agent's name stands below a closing unless the team has said where it goes. */
function writeEnd(voice: VoiceProfile, names: { name: string; agent: string }, ownLanguage: string): string[] {
  const closing = voice.closing.trim() === '' ? ownLanguage : fillTemplate(voice.closing, names);
  if (voice.signature.trim() !== '') return [closing, ...fillTemplate(voice.signature, names).split('\n').map(withoutListMark)];
  const name = voice.closing.includes('{agent}') ? '' : names.agent;
  return [keep([closing, name]).join('\n')];
}

/** A signature is no list. */
const withoutListMark = (line: string): string => line.replace(/^(?:[-*•#]+|\d{1,2}[.)])\s+/, '');

const keep = (blocks: readonly string[]): string[] => blocks.filter((block) => block.trim() !== '');
