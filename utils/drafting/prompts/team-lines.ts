import type { ReplyRequest } from '../../domain/reply-request.ts';
import type { VoiceProfile } from '../../domain/voice.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import { toVoiceRules } from '../voice/voice-rules.ts';
import { cleanLine, type Block } from './prompt.ts';

const MAX_TERMS = 40;

/**
 * The voice as lines for the system message, as many as fit; house rules come before taste when room is short. `{name}` and
 * `{agent}` stay as they are: names are others' words and have no place among rules.
 */
export function toVoiceLines(
  voice: VoiceProfile | undefined,
  language: string,
  maxTokens: number,
  boundary: string,
): readonly string[] {
  if (!voice) return [];
  const lines = toVoiceRules(voice, language).map((line) => cleanLine(line, boundary, 600));
  const placeholders = lines.some((line) => line.includes('{name}') || line.includes('{agent}'))
    ? ['For {name} put the name of the requester ("From" in "ticket"), for {agent} the name in "signature".']
    : [];
  const isHouseRule = (line: string): boolean => /^(?:House rule|Never use)/.test(line);
  const ranked = [...lines.filter(isHouseRule), ...placeholders, ...lines.filter((line) => !isHouseRule(line))];
  const kept = new Set<string>();
  let left = maxTokens;
  for (const line of ranked) {
    left -= estimateTokens(line) + 4;
    if (left < 0) break;
    kept.add(line);
  }
  return [...new Set([...lines, ...placeholders])].filter((line) => kept.has(line));
}

/** Glossary terms that stand in `around`, with their form in the language, one a line; no block when there is none. */
export function toGlossaryBlock(
  glossary: ReplyRequest['glossary'],
  language: string,
  around: string,
  boundary: string,
): readonly Block[] {
  const text = around.toLowerCase();
  const base = language.split('-')[0] ?? language;
  const lines = (glossary ?? [])
    .filter(({ term }) => text.includes(term.toLowerCase()))
    .slice(0, MAX_TERMS)
    .map(({ term, translations }) => `${term} = ${translations[language] ?? translations[base] ?? term}`);
  return lines.length === 0 ? [] : [{ name: 'glossary', text: lines.map((line) => cleanLine(line, boundary)).join('\n') }];
}

/** Only said where there is a glossary. */
export const GLOSSARY_RULE = '- Terms in "glossary" are written exactly in the form after "=".';
