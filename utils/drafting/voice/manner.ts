import type { VoiceProfile } from '../../domain/voice.ts';

/**
 * How frame sentences are worded. `familiar`: first name, du, tu, tú; `polite`: Sie, vous, usted in everyday letters;
 * `formal`: the same in the form of a business letter.
 */
export type Manner = {
  readonly warmth: 'plain' | 'friendly' | 'warm';
  readonly address: 'familiar' | 'polite' | 'formal';
};

export const warmths = ['plain', 'friendly', 'warm'] as const satisfies readonly Manner['warmth'][];
export const addresses = ['familiar', 'polite', 'formal'] as const satisfies readonly Manner['address'][];
export const defaultManner: Manner = { warmth: 'friendly', address: 'polite' };

/** The three steps that a profile's warmth has in words, each a third of 0–1. */
export function toWarmth(warmth: VoiceProfile['warmth']): Manner['warmth'] {
  if (warmth < 1 / 3) return 'plain';
  return warmth <= 2 / 3 ? 'friendly' : 'warm';
}

/** One of three wordings, by warmth. */
export function byWarmth({ warmth }: Manner, plain: string, friendly: string, warm: string): string {
  return { plain, friendly, warm }[warmth];
}
