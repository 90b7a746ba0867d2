import { voiceProfileSchema, type VoiceProfile } from '../../../utils/domain/voice.ts';
import { findForbidden } from '../../../utils/drafting/voice/find-forbidden.ts';
import { findUnknownPlaceholders } from '../../../utils/drafting/voice/fill-template.ts';

/** A profile as it is being edited: lists are text, one item a line. */
export type VoiceFormValue = Omit<VoiceProfile, 'houseRules' | 'forbiddenWords'> & {
  readonly houseRules: string;
  readonly forbiddenWords: string;
};

export type VoiceProblems = Partial<Record<keyof VoiceProfile, string>>;

export const MAX_EXAMPLES = 8;
const MAX_RULES = 30;
const MAX_RULE_LENGTH = 300;
const MAX_WORDS = 100;
const MAX_WORD_LENGTH = 60;
const MAX_EXAMPLE_LENGTH = 4000;
const maxLengths = { greeting: 200, closing: 200, signature: 500 } as const;

export function toForm(profile: VoiceProfile): VoiceFormValue {
  return { ...profile, houseRules: profile.houseRules.join('\n'), forbiddenWords: profile.forbiddenWords.join('\n') };
}

/** The profile that the form stands for: lines trimmed, empty and repeated ones left out. May not fit its schema yet. */
export function toProfile(form: VoiceFormValue): VoiceProfile {
  return {
    ...form,
    greeting: form.greeting.trim(),
    closing: form.closing.trim(),
    signature: form.signature.trim(),
    houseRules: toLines(form.houseRules, /\n/),
    forbiddenWords: toLines(form.forbiddenWords, /[\n,;]/),
    examples: form.examples
      .map(({ ticket, reply }) => ({ ticket: ticket.trim(), reply: reply.trim() }))
      .filter(({ ticket, reply }) => ticket !== '' || reply !== ''),
  };
}

/** Do both say the same? Spaces and empty lines do not count. */
export function isSameProfile(a: VoiceProfile, b: VoiceProfile): boolean {
  const normalise = (profile: VoiceProfile): string =>
    JSON.stringify(toProfile(toForm(voiceProfileSchema.safeParse(profile).data ?? profile)));
  return normalise(a) === normalise(b);
}

/** What keeps the form from being saved, by field: what is wrong and what to do. Empty when nothing does. */
export function findVoiceProblems(form: VoiceFormValue): VoiceProblems {
  const profile = toProfile(form);
  const problems: VoiceProblems = {};
  const note = (field: keyof VoiceProfile, problem: string | undefined): void => {
    if (problem !== undefined) problems[field] ??= problem;
  };
  for (const field of ['greeting', 'closing', 'signature'] as const) {
    const text = profile[field];
    const unknown = findUnknownPlaceholders(text);
    if (text.length > maxLengths[field]) note(field, `This has ${text.length} characters; ${maxLengths[field]} is the most.`);
    if (field !== 'signature' && text.includes('\n')) note(field, 'Keep this to one line.');
    if (unknown.length > 0)
      note(field, `${unknown[0]} stands for nothing. Use {name} for the requester or {agent} for the agent.`);
    const forbidden = findForbidden(text, profile)[0];
    if (forbidden) note('forbiddenWords', `“${forbidden.word}” stands in your own ${field}. Change one of the two.`);
  }
  note('houseRules', findListProblem(profile.houseRules, 'Rule', 'rules', MAX_RULES, MAX_RULE_LENGTH));
  note('forbiddenWords', findListProblem(profile.forbiddenWords, 'Word', 'words', MAX_WORDS, MAX_WORD_LENGTH));
  if (profile.examples.length > MAX_EXAMPLES)
    note('examples', `There are ${profile.examples.length} replies; ${MAX_EXAMPLES} is the most.`);
  for (const [index, { ticket, reply }] of profile.examples.entries()) {
    if (reply === '') note('examples', `Pair ${index + 1} has no reply. Paste one, or remove the pair.`);
    const longest = Math.max(ticket.length, reply.length);
    if (longest > MAX_EXAMPLE_LENGTH)
      note('examples', `Pair ${index + 1} has a text of ${longest} characters; ${MAX_EXAMPLE_LENGTH} is the most.`);
  }
  return problems;
}

function findListProblem(items: readonly string[], one: string, many: string, most: number, longest: number): string | undefined {
  if (items.length > most) return `There are ${items.length} ${many}; ${most} is the most.`;
  const at = items.findIndex((item) => item.length > longest);
  return at < 0 ? undefined : `${one} ${at + 1} has ${items[at]?.length ?? 0} characters; ${longest} is the most.`;
}

function toLines(text: string, divider: RegExp): string[] {
  return [...new Set(text.split(divider).map((line) => line.replaceAll(/\s+/g, ' ').trim()))].filter((line) => line !== '');
}
