import { createHash } from 'node:crypto';
import type { Passage } from '../utils/domain/passage.ts';
import { passageSchema } from '../utils/domain/passage.ts';

const SYLLABLES = ['ba', 'con', 'der', 'fi', 'gra', 'hol', 'ket', 'lum', 'mor', 'nis', 'pro', 'quen', 'ras', 'sti', 'tor', 'ver'];
const ENDINGS = ['', '', 's', 'ed', 'ing', 'er', 'ation'];
const FUNCTION_WORDS = 'the a to of and in is for you your it that on with can are be this as or how what'.split(' ');
const VOCABULARY = 40_000;

/**
 * Passages of about 110 words in English sentences' shape: a third function words, the rest a vocabulary that thins out as
 * language does (Zipf), five passages an article. The same in every run.
 */
export function makePassages(count: number): Passage[] {
  const random = createRandom(1);
  const word = (): string => {
    if (random() < 0.35) return FUNCTION_WORDS[Math.floor(random() * FUNCTION_WORDS.length)] ?? 'the';
    return nameWord(Math.floor(VOCABULARY ** random()) + Math.floor(random() * 3));
  };
  const sentence = (length: number): string => `${Array.from({ length }, word).join(' ')}.`;
  return Array.from({ length: count }, (_, position) =>
    passageSchema.parse({
      id: createHash('sha256').update(`p${position}`).digest('hex').slice(0, 32),
      articleId: `a${Math.floor(position / 5)}`,
      sourceId: 'bench',
      title: Array.from({ length: 4 }, word).join(' '),
      headings: [],
      text: Array.from({ length: 8 }, () => sentence(8 + Math.floor(random() * 12))).join(' '),
      locale: 'en',
      audience: 'public',
      fetchedAt: '2026-01-01T00:00:00.000Z',
      position: position % 5,
    }),
  );
}

/** Questions in the words of passages, spread evenly. */
export function makeQuestions(passages: readonly Passage[], count: number): string[] {
  const random = createRandom(2);
  return Array.from({ length: count }, (_, at) => {
    const words = passages[Math.floor((at / count) * passages.length)]?.text.split(' ') ?? [];
    const from = Math.floor(random() * Math.max(1, words.length - 10));
    return `how do i ${words.slice(from, from + 9).join(' ')}`;
  });
}

function nameWord(rank: number): string {
  let name = '';
  for (let rest = rank + 16; rest > 0; rest = Math.floor(rest / 16)) name += SYLLABLES[rest % 16] ?? '';
  return `${name}${ENDINGS[rank % ENDINGS.length] ?? ''}`;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
