import type { VoiceProfile } from '../../domain/voice.ts';
import { toWarmth } from './manner.ts';

/** One difference between two versions, in words for people; '' on the side where it is not there. */
export type VoiceChange = { readonly label: string; readonly before: string; readonly after: string };

export const warmthNames = { plain: 'matter of fact', friendly: 'friendly', warm: 'warm' } as const;
export const addressNames = {
  'first-name': 'first name',
  auto: 'as the requester writes',
  formal: 'formal',
} as const satisfies Record<VoiceProfile['address'], string>;
export const lengthNames = { short: 'short', normal: 'normal', thorough: 'thorough' } as const satisfies Record<
  VoiceProfile['length'],
  string
>;
export const orderNames = {
  'acknowledge-explain-next': 'Acknowledge, then explain',
  'assure-then-action': 'Assure, then action',
  'numbered-steps': 'Numbered steps',
} as const satisfies Record<VoiceProfile['order'], string>;

/** What changed from one version to the other, in the order of the form. Empty when both sound the same. */
export function diffVoices(before: VoiceProfile, after: VoiceProfile): VoiceChange[] {
  const single = [
    { label: 'Warmth', before: describeWarmth(before.warmth), after: describeWarmth(after.warmth) },
    { label: 'Address', before: addressNames[before.address], after: addressNames[after.address] },
    { label: 'Length', before: lengthNames[before.length], after: lengthNames[after.length] },
    { label: 'Order', before: orderNames[before.order], after: orderNames[after.order] },
    { label: 'Greeting', before: describeText(before.greeting), after: describeText(after.greeting) },
    { label: 'Closing', before: describeText(before.closing), after: describeText(after.closing) },
    { label: 'Signature', before: describeText(before.signature), after: describeText(after.signature) },
  ].filter((change) => change.before !== change.after);
  return [
    ...single,
    ...diffList('House rule', before.houseRules, after.houseRules),
    ...diffList('Forbidden word', before.forbiddenWords, after.forbiddenWords),
    ...diffList('Reply to learn from', before.examples.map(describeExample), after.examples.map(describeExample)),
  ];
}

/** "Warmth: matter of fact → warm", "House rule added: …". */
export function describeChange({ label, before, after }: VoiceChange): string {
  if (before === '') return `${label} added: ${after}`;
  if (after === '') return `${label} removed: ${before}`;
  return `${label}: ${before} → ${after}`;
}

/** The word for it, with the figure where it is none of the three steps. */
function describeWarmth(warmth: number): string {
  const word = warmthNames[toWarmth(warmth)];
  return warmth === 0 || warmth === 0.5 || warmth === 1 ? word : `${word} (${Math.round(warmth * 100)} of 100)`;
}

const describeText = (text: string): string => (text.trim() === '' ? 'the language’s own' : `“${text.replaceAll('\n', ' / ')}”`);

const describeExample = ({ ticket, reply }: VoiceProfile['examples'][number]): string =>
  ticket === '' ? `“${shorten(reply)}”` : `“${shorten(reply)}” to “${shorten(ticket)}”`;

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function diffList(label: string, before: readonly string[], after: readonly string[]): VoiceChange[] {
  return [
    ...without(before, after).map((one) => ({ label, before: one, after: '' })),
    ...without(after, before).map((one) => ({ label, before: '', after: one })),
  ];
}

/** Items of `list` that `others` has not, each as often as it is there once more. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
