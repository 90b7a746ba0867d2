import { z } from 'zod';

/** How replies sound and are built. Behaviour only: nothing in here is a fact, and no fact may be taken from it. */
export const voiceProfileSchema = z.object({
  /** 0 matter of fact – 1 warm. */
  warmth: z.number().min(0).max(1),
  /** How the requester is addressed: first name and tu/du, or surname and vous/Sie. `auto`: as they write themselves. */
  address: z.enum(['auto', 'first-name', 'formal']),
  length: z.enum(['short', 'normal', 'thorough']),
  /** acknowledge → explain → next steps; what will be done, then what they do; numbered steps. */
  order: z.enum(['acknowledge-explain-next', 'assure-then-action', 'numbered-steps']),
  /** Own greeting, closing and signature, with `{name}` for the requester and `{agent}` for the agent; empty: the language's own. */
  greeting: z.string().max(200),
  closing: z.string().max(200),
  signature: z.string().max(500),
  /** Replies to learn the voice from. */
  examples: z.array(z.object({ ticket: z.string().max(4000), reply: z.string().max(4000) })).max(8),
  /** "Never promise a discount." One sentence each. */
  houseRules: z.array(z.string().min(1).max(300)).max(30),
  /** Words that must not stand in a reply. */
  forbiddenWords: z.array(z.string().min(1).max(60)).max(100),
});
export type VoiceProfile = z.infer<typeof voiceProfileSchema>;

/** Good as they are: friendly, polite, short, no house rules. */
export const defaultVoiceProfile: VoiceProfile = {
  warmth: 0.5,
  address: 'auto',
  length: 'normal',
  order: 'acknowledge-explain-next',
  greeting: '',
  closing: '',
  signature: '',
  examples: [],
  houseRules: [],
  forbiddenWords: [],
};

export const voiceIdSchema = z.string().min(1).max(60).brand('VoiceId');
export type VoiceId = z.infer<typeof voiceIdSchema>;

/** A profile as it was at one time. Versions are only ever added: going back adds one that equals an older one. */
export const voiceVersionSchema = z.object({
  number: z.number().int().positive(),
  at: z.iso.datetime(),
  /** Set when this version is an older one again. */
  sameAs: z.number().int().positive().optional(),
  profile: voiceProfileSchema,
});
export type VoiceVersion = z.infer<typeof voiceVersionSchema>;

/** A named voice with all its versions, newest last. Serves the tickets of its queues and languages; empty lists mean all. */
export const voiceSchema = z.object({
  id: voiceIdSchema,
  name: z.string().min(1).max(60),
  queues: z.array(z.string().min(1)),
  /** BCP 47 primary languages: `de`. */
  languages: z.array(z.string().min(2)),
  versions: z.array(voiceVersionSchema).min(1),
});
export type Voice = z.infer<typeof voiceSchema>;

/** The voice that a draft was written in, as kept with it. */
export const usedVoiceSchema = z.object({ id: z.string(), name: z.string(), version: z.number().int().nonnegative() });
export type UsedVoice = z.infer<typeof usedVoiceSchema>;
