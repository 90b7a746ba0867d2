import { toPhrases } from '../phrases.ts';
import { addresses, warmths, type Manner } from './manner.ts';
import type { Phrases } from './phrases/phrase-set.ts';

/** Frame sentences that have a place in a reply; what is asked instead of one is not among them. */
export type PhraseKey = Exclude<keyof Phrases, 'foreign' | 'clarify' | 'clarifyTrouble'>;

export type KnownPhrase = {
  readonly key: PhraseKey;
  /** The name, topic or question in it; '' without. */
  readonly about: string;
  /** All manners in which it is worded like this. */
  readonly manners: readonly Manner[];
};

type Pattern = { readonly key: PhraseKey; readonly pattern: RegExp; readonly manners: Manner[] };

const HOLE = '\u{F0000}';
/** Greetings change their form with these. */
const TITLES = ['Frau', 'Herr', 'Sra.', 'Sr.', 'señora', 'señor'];
const known = new Map<string, readonly Pattern[]>();

/** Is this sentence, to the letter, one of our own frame sentences in `language`, in any manner? The case of its first letter is free. */
export function recognisePhrase(sentence: string, language: string): KnownPhrase | undefined {
  const text = sentence.trim();
  for (const { key, pattern, manners } of patternsOf(language)) {
    const match = pattern.exec(text);
    if (match) return { key, about: match[1]?.trim() ?? '', manners };
  }
  return undefined;
}

function patternsOf(language: string): readonly Pattern[] {
  const made = known.get(language) ?? makePatterns(language);
  known.set(language, made);
  return made;
}

function makePatterns(language: string): readonly Pattern[] {
  const patterns = new Map<string, Pattern>();
  const add = (key: PhraseKey, text: string, manner: Manner): void => {
    const found = patterns.get(`${key} ${text}`);
    if (found) found.manners.push(manner);
    else patterns.set(`${key} ${text}`, { key, pattern: toPattern(text), manners: [manner] });
  };
  for (const address of addresses) {
    for (const warmth of warmths) {
      const manner = { address, warmth };
      const { phrases } = toPhrases(language, manner);
      for (const name of ['', HOLE, ...TITLES.map((title) => `${title} ${HOLE}`)])
        add('greeting', phrases.greeting(name), manner);
      for (const topic of ['', HOLE]) {
        add('thanks', phrases.thanks(topic), manner);
        add('assure', phrases.assure(topic), manner);
      }
      add('tellMore', phrases.tellMore(HOLE), manner);
      for (const key of ['thanksAgain', 'sorry', 'doThis', 'knowThis', 'next', 'nextThorough', 'closing'] as const)
        add(key, phrases[key], manner);
    }
  }
  // The fullest first: a title belongs to the name and not to the greeting.
  return [...patterns.values()];
}

function toPattern(text: string): RegExp {
  const escape = (part: string): string => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const [before = '', after] = text.split(HOLE);
  const first = before.slice(0, 1);
  const start = first === '' ? '' : `[${escape(first.toLowerCase())}${escape(first.toUpperCase())}]${escape(before.slice(1))}`;
  return new RegExp(after === undefined ? `^${start}$` : `^${start}([^\\n]{1,200})${escape(after)}$`, 'u');
}
