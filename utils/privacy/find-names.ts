import { everydayNames, notNames } from './name-words.ts';
import type { PiiSpan } from './pii-kind.ts';

const greeting =
  'hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|hi|liebe|lieber|guten (?:tag|morgen|abend)|sehr geehrte|sehr geehrter|hola|estimado|estimada|querido|querida|buenos d[ií]as|buenas tardes|bonjour|bonsoir|salut|cher|ch[èe]re|ciao|buongiorno|buonasera|gentile|caro|cara|ol[áa]|prezado|prezada|bom dia|boa tarde|beste|geachte|hoi|hej|hei|kära|kjære|kære|moi|terve';
const title =
  'mr|mrs|ms|miss|mx|dr|prof|herr|herrn|frau|sr|sra|srta|señor|señora|don|doña|m|mme|mlle|monsieur|madame|sig|signor|signora|sig\\.ra|dott|senhor|senhora|dhr|mevr|heer|mevrouw|fru';
const formalTitle = 'mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|sra?|srta|señora?|mme|mlle|monsieur|madame|signora?';
const farewell =
  'best regards|kind regards|warm regards|regards|best wishes|best|all the best|sincerely|yours (?:sincerely|faithfully|truly)|sincerely yours|cheers|thanks|thank you|many thanks|thanks again|thx|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|freundliche gr(?:ü|ue)(?:ß|ss)e|viele gr(?:ü|ue)(?:ß|ss)e|liebe gr(?:ü|ue)(?:ß|ss)e|beste gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|vg|lg|mfg|danke|saludos(?: cordiales)?|un saludo|atentamente|gracias|cordialement|bien cordialement|merci|bien à vous|cordiali saluti|distinti saluti|saluti|grazie|atenciosamente|cumprimentos|obrigad[oa]|abraços?|met vriendelijke groet(?:en)?|groet(?:en|jes)?|bedankt|med v[äe]nlig(?:a)? h[äi]lsning(?:ar)?|med vennlig hilsen|mvh|vh|tack|takk|tak|hilsen|ystävällisin terveisin|terveisin|kiitos';
const introduction =
  "my name is|my name’s|my name's|mein name ist|ich hei(?:ß|ss)e|me llamo|mi nombre es|je m[’']appelle|mon nom est|mi chiamo|il mio nome è|(?:o )?meu nome é|me chamo|mijn naam is|ik heet|jag heter|mitt namn är|jeg heter|jeg hedder|nimeni on";

const part = String.raw`\p{L}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*\.?`;
const name = String.raw`${part}(?:[ \t]+${part}){0,4}`;

const greeted = new RegExp(
  String.raw`(?:^|\n|[.!?]\s)[ \t>]*(?:${greeting})[ \t,]+(?:(?:${title})\.?[ \t]+){0,3}(${name})(?=[ \t]*(?:[,!.:;–—-]|\n|$))`,
  'dgiu',
);
const addressed = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${formalTitle})\.?[ \t]+(?:(?:dr|prof)\.?[ \t]+){0,2}(${name})`,
  'dgiu',
);
const signed = new RegExp(
  String.raw`(?:^|\n|[.!?,]\s+)[ \t]*(?:${farewell})[ \t]*[,.!–-]*[ \t]*(?:\n[ \t]*){0,3}(?:[-–—~][ \t]*)?(${name})(?=[ \t]*(?:\n|$))`,
  'dgiu',
);
const introduced = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${introduction})[ \t]+(${name})`, 'dgiu');

export type SpokenName = { readonly name: string; readonly span: PiiSpan };

/** Names that the text itself gives away, where it does: greeted, addressed with a title, introduced, signed. Best effort; capitals are needed. */
export function findSpokenNames(text: string): SpokenName[] {
  return [greeted, signed, addressed, introduced].flatMap((expression) =>
    [...text.matchAll(expression)].flatMap((match): SpokenName[] => {
      const spoken = match[1] ?? '';
      const kept = trimName(spoken);
      const isAlone = kept.length === spoken.replace(/\.$/, '').length;
      if (kept === '' || (!isAlone && (expression === greeted || expression === signed))) return [];
      const start = match.indices?.[1]?.[0] ?? 0;
      return [{ name: kept, span: { kind: 'name', start, end: start + kept.length } }];
    }),
  );
}

const particle = /^(?:van|von|de|der|den|da|di|du|la|le|el|al|bin|zu|dos)$/;

/** The words up to the first that has no capital letter or is nobody's name; a full stop ends it unless it follows an initial. Empty when none are left. */
function trimName(spoken: string): string {
  let end = 0;
  for (const word of spoken.matchAll(/[^ \t]+/g)) {
    const bare = word[0].replace(/\.$/, '');
    if (particle.test(bare) && end > 0) continue;
    if (!/^\p{Lu}/u.test(bare) || notNames.has(bare.toLowerCase())) break;
    end = word.index + bare.length;
    if (bare !== word[0] && bare.length > 2) break;
  }
  return end < 2 ? '' : spoken.slice(0, end);
}

/** Titles and particles that are no name by themselves, and single letters. */
const noName = /^(?:\p{L}|dr|mr|mrs|ms|prof|herr|frau|jr|sr|ii|iii|van|von|der|den|de|da|di|du|la|le|el|al|bin|dos|das|zu)$/iu;

/**
 * Where the given people are named: the whole name in any case and with or without accents, each part of two letters or more,
 * and both with a genitive ("Maria's", "Kellers"), of which only the name is taken. Parts that are everyday words
 * ("Will", "Mark") count with a capital letter only, and not at the beginning of a sentence.
 */
export function findKnownNames(text: string, names: readonly string[]): PiiSpan[] {
  const folded = foldInPlace(text);
  const wholes = new Set(
    names
      .map(toWords)
      .filter((words) => words.length > 0)
      .map((words) => words.join(' ')),
  );
  const parts = new Set([...wholes].flatMap((whole) => whole.split(' ').filter((word) => !noName.test(word))));
  return [...new Set([...wholes, ...parts])].flatMap((wanted) =>
    [...folded.matchAll(toExpression(wanted))].flatMap(({ index, 1: found = '' }): PiiSpan[] => {
      const span: PiiSpan = { kind: 'name', start: index, end: index + found.length };
      return everydayNames.has(wanted) && !isCapitalInside(text, span) ? [] : [span];
    }),
  );
}

const toWords = (name: string): string[] =>
  foldInPlace(name.normalize('NFC')).match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

function toExpression(wanted: string): RegExp {
  const letters = Array.from(wanted, (unit) => (unit === ' ' ? String.raw`[\s,.]{1,3}(?:\p{L}\.?\s{1,2})?` : `${unit}\\p{M}*`));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${letters.join('')})(?=(?:['’]?s|['’])?(?![\\p{L}\\p{N}]))`, 'giu');
}

function isCapitalInside(text: string, { start, end }: PiiSpan): boolean {
  const written = text.slice(start, end);
  if (!/^\p{Lu}/u.test(written)) return false;
  return /[\p{L}\p{N},;]["'’)]?[ \t]+$/u.test(text.slice(Math.max(0, start - 6), start));
}

/** Lower case without accents, every UTF-16 unit in its place. */
function foldInPlace(text: string): string {
  return text.replaceAll(/[^\p{ASCII}]|[A-Z]/gu, (unit) => {
    const folded = unit.normalize('NFD').charAt(0).toLowerCase();
    return folded.length === unit.length ? folded : unit;
  });
}
