import type { Settings } from '../../../utils/domain/settings.ts';
import { parseLanguages } from './language-names.ts';

export type Glossary = Settings['glossary'];
export type GlossaryEntry = Glossary[number];
/** What could be read, and in plain words what could not, naming the line. */
export type GlossaryRead = { readonly entries: readonly GlossaryEntry[]; readonly problems: readonly string[] };

export const MAX_TERMS = 500;
const MAX_TERM_LENGTH = 80;
const MAX_TRANSLATION_LENGTH = 200;

/** "Workspace" or "Workspace = de: Arbeitsbereich; fr: espace". */
export function writeGlossaryLine({ term, translations }: GlossaryEntry): string {
  const parts = Object.entries(translations).map(([language, text]) => `${language}: ${text}`);
  return parts.length === 0 ? term : `${term} = ${parts.join('; ')}`;
}

/** Lines as people paste them, one term each; also "Workspace<tab>…" of a spreadsheet's first column. */
export function parseGlossaryLines(text: string): GlossaryRead {
  return readAll(
    text.split(/\r\n?|\n/).flatMap((line, index) => {
      if (line.trim() === '') return [];
      const at = line.indexOf('=');
      const term = at < 0 ? (line.split('\t')[0] ?? '') : line.slice(0, at);
      const translations =
        at < 0
          ? []
          : line
              .slice(at + 1)
              .split(';')
              .map(toPair);
      return [{ where: `Line ${index + 1}`, term, translations }];
    }),
  );
}

type Raw = {
  readonly where: string;
  readonly term: string;
  readonly translations: readonly (readonly [language: string, text: string])[];
};

/** Checks what was read from lines or a file: the same rules for both. */
export function readAll(raw: readonly Raw[]): GlossaryRead {
  const problems: string[] = [];
  const entries = raw.flatMap((one): GlossaryEntry[] => {
    const checked = check(one);
    if (typeof checked !== 'string') return [checked];
    problems.push(`${one.where}: ${checked}`);
    return [];
  });
  return { entries, problems };
}

function check({ term: rawTerm, translations: raw }: Raw): GlossaryEntry | string {
  const term = rawTerm.replaceAll(/\s+/g, ' ').trim();
  if (term === '') return 'there is no term. Put it in front.';
  if (term.length > MAX_TERM_LENGTH) return `the term has ${term.length} characters; ${MAX_TERM_LENGTH} is the most.`;
  const translations: Record<string, string> = {};
  for (const [language, rawText] of raw) {
    const text = rawText.replaceAll(/\s+/g, ' ').trim();
    if (language.trim() === '' && text === '') continue;
    const code = parseLanguages(language).codes[0];
    if (code === undefined)
      return `“${language.trim() === '' ? text : language.trim()}” is no language. Write it like this: de: Arbeitsbereich.`;
    if (text.length > MAX_TRANSLATION_LENGTH)
      return `the word for ${code} has ${text.length} characters; ${MAX_TRANSLATION_LENGTH} is the most.`;
    if (text !== '') translations[code] = text;
  }
  return { term, translations };
}

function toPair(part: string): readonly [string, string] {
  const at = part.indexOf(':');
  return at < 0 ? ['', part] : [part.slice(0, at), part.slice(at + 1)];
}

export type GlossaryMerge = {
  readonly glossary: Glossary;
  readonly added: number;
  readonly changed: number;
  readonly left: number;
};

/**
 * Puts entries into a glossary. A term that is there already, in whatever case, takes the new form and gains the new
 * translations; `replaced` names one whose place the first entry takes. `left` counts what no longer fits in.
 */
export function mergeGlossary(glossary: Glossary, entries: readonly GlossaryEntry[], replaced?: string): GlossaryMerge {
  const key = (term: string): string => term.toLowerCase();
  const merged = new Map(glossary.filter(({ term }) => term !== replaced).map((entry) => [key(entry.term), entry]));
  let changed = 0;
  let added = 0;
  let left = 0;
  for (const entry of entries) {
    const known = merged.get(key(entry.term));
    if (!known && merged.size >= MAX_TERMS) {
      left += 1;
      continue;
    }
    const next = { term: entry.term, translations: { ...known?.translations, ...entry.translations } };
    merged.set(key(entry.term), next);
    if (!known) added += 1;
    else if (JSON.stringify(known) !== JSON.stringify(next)) changed += 1;
  }
  return { glossary: [...merged.values()].toSorted((a, b) => a.term.localeCompare(b.term, 'en')), added, changed, left };
}
