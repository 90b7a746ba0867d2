import type { VoiceProfile } from '../../domain/voice.ts';
import { formalAddressOf } from './formal-address.ts';

/**
 * What a model is told about how the reply sounds and is built, one instruction a line, for its system prompt. Behaviour
 * only: nothing in here is a fact. Greeting, closing and signature still hold `{name}` and `{agent}`; the caller fills them.
 */
export function toVoiceRules(profile: VoiceProfile, language: string): string[] {
  return [
    toWarmthRule(profile.warmth),
    toAddressRule(profile.address, language),
    lengthRules[profile.length],
    orderRules[profile.order],
    ...toFrameRules(profile),
    ...profile.houseRules.map((rule) => `House rule: ${toLine(rule)}`),
    ...(profile.forbiddenWords.length === 0
      ? []
      : [`Never use these words, in any form: ${profile.forbiddenWords.map((word) => `“${toLine(word)}”`).join(', ')}.`]),
  ];
}

/** Ticket and reply pairs to learn the voice from. Data: the prompt's writer fences them, and no fact may be taken from them. */
export function toVoiceExamples(profile: VoiceProfile): readonly { readonly ticket: string; readonly reply: string }[] {
  return profile.examples
    .filter(({ reply }) => reply.trim() !== '')
    .map(({ ticket, reply }) => ({ ticket: ticket.trim(), reply: reply.trim() }));
}

const lengthRules: Readonly<Record<VoiceProfile['length'], string>> = {
  short: 'Keep it short: at most 5 sentences and 80 words, no courtesies beyond greeting and closing.',
  normal: 'Keep it to at most 10 sentences and 160 words.',
  thorough: 'Be thorough: up to 18 sentences and 300 words, and end with one line on what to do if it does not help.',
};

const orderRules: Readonly<Record<VoiceProfile['order'], string>> = {
  'acknowledge-explain-next': 'Order: first one sentence that shows you understood, then the explanation, then the next steps.',
  'assure-then-action':
    'Order: first one sentence that says the request is in hand, then what the requester has to do. Promise nothing that no source says.',
  'numbered-steps': 'Order: one sentence that shows you understood, then the answer as numbered steps, one action a step.',
};

function toWarmthRule(warmth: number): string {
  if (warmth < 1 / 3) return 'Tone: matter of fact. Plain, polite sentences, no expressions of feeling.';
  if (warmth <= 2 / 3) return 'Tone: friendly and polite, without exclamation marks.';
  return 'Tone: warm and personal. Show understanding in one sentence, then come to the point.';
}

function toAddressRule(address: VoiceProfile['address'], language: string): string {
  const { formal, informal } = formalAddressOf(language);
  if (address === 'formal') {
    return `Address the requester formally${formal === '' ? ' by surname where it is known' : `: with “${formal}”`}; never guess a title.`;
  }
  if (address === 'first-name') {
    return `Address the requester by first name${informal === '' ? '' : ` and with “${informal}”`}.`;
  }
  return formal === ''
    ? 'Address the requester as they sign themselves.'
    : `Address the requester as they write themselves: with “${informal}” only if they do, else with “${formal}”.`;
}

function toFrameRules({ greeting, closing, signature }: VoiceProfile): string[] {
  return [
    ...(greeting.trim() === '' ? [] : [`Begin with exactly this greeting: ${toLine(greeting)}`]),
    ...(closing.trim() === '' ? [] : [`End with exactly this closing: ${toLine(closing)}`]),
    ...(signature.trim() === '' ? [] : [`Sign with exactly this, below the closing: ${toLine(signature)}`]),
  ];
}

/** One instruction stays one line, whatever was pasted. */
function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
