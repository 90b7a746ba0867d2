import { stopWords } from './stop-words.ts';
import { splitWords } from './fold.ts';

/** Words that are common in support mail and tell neighbouring languages apart; they count twice. */
const tellingWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'and',
    'is',
    'you',
    'your',
    'we',
    'how',
    'what',
    'please',
    'hello',
    'hi',
    'thanks',
    'can',
    'my',
    'with',
    'this',
    'it',
    'to',
    'of',
    'do',
    'does',
  ],
  de: [
    'der',
    'die',
    'das',
    'und',
    'ich',
    'wir',
    'nicht',
    'ist',
    'wie',
    'bitte',
    'hallo',
    'danke',
    'eine',
    'einen',
    'mit',
    'für',
    'sie',
    'kann',
    'guten',
  ],
  es: [
    'el',
    'los',
    'las',
    'una',
    'para',
    'pero',
    'cómo',
    'qué',
    'por',
    'hola',
    'gracias',
    'puedo',
    'mi',
    'se',
    'está',
    'del',
    'buenos',
    'y',
    'cuando',
  ],
  fr: [
    'le',
    'les',
    'des',
    'une',
    'je',
    'nous',
    'vous',
    'est',
    'pas',
    'bonjour',
    'merci',
    'comment',
    'mon',
    'ma',
    'votre',
    'dans',
    'du',
    'et',
    'puis',
  ],
  pt: ['não', 'uma', 'você', 'olá', 'obrigado', 'obrigada', 'meu', 'minha', 'os', 'ao', 'em', 'do', 'da'],
  it: ['il', 'non', 'che', 'sono', 'grazie', 'ciao', 'buongiorno', 'della', 'come', 'mio', 'gli', 'è'],
  nl: ['het', 'een', 'niet', 'ik', 'wij', 'hallo', 'bedankt', 'mijn', 'kan', 'hoe', 'van', 'graag'],
  sv: ['och', 'jag', 'inte', 'är', 'hej', 'tack', 'mitt', 'hur'],
  da: ['og', 'jeg', 'ikke', 'er', 'hej', 'tak', 'mit', 'hvordan'],
  no: ['og', 'jeg', 'ikke', 'er', 'hei', 'takk', 'mitt', 'hvordan'],
  fi: ['ja', 'ei', 'on', 'hei', 'kiitos', 'miten', 'minun', 'että'],
};
const tellingLetters: readonly (readonly [RegExp, string])[] = [
  [/[ß]/g, 'de'],
  [/[äöü]/g, 'de'],
  [/[¿¡ñ]/g, 'es'],
  [/[ãõ]/g, 'pt'],
  [/[çœêèù]/g, 'fr'],
  [/[åø]/g, 'da'],
];
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
];

export type DetectedLanguage = {
  /** BCP 47. */
  readonly language: string;
  /** False when the text is too short or too mixed to say; the language is then a guess. */
  readonly sure: boolean;
};

/**
 * The language of a text, by the share of each language's function words and by letters that only some use. Meant for
 * messages of a sentence or more; English where nothing speaks for anything.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text.slice(0, 4000).toLowerCase();
  const script = scripts.find(([pattern]) => (sample.match(new RegExp(pattern, 'gu'))?.length ?? 0) > sample.length * 0.15);
  if (script) return { language: script[1], sure: true };

  const words = splitWords(sample);
  const points = new Map<string, number>();
  const add = (language: string, amount: number): void => void points.set(language, (points.get(language) ?? 0) + amount);
  for (const word of words) {
    for (const [language, list] of stopWords) if (list.has(word)) add(language, 1);
    for (const [language, list] of Object.entries(tellingWords)) if (list.includes(word)) add(language, 2);
  }
  for (const [pattern, language] of tellingLetters) add(language, Math.min(4, sample.match(pattern)?.length ?? 0));
  const [best, second] = [...points].toSorted((a, b) => b[1] - a[1]);
  if (!best || best[1] === 0) return { language: 'en', sure: false };
  return { language: best[0], sure: best[1] >= 4 && best[1] >= 1.15 * (second?.[1] ?? 0) };
}
