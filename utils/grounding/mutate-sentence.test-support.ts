import { findNegations } from './polarity.ts';
import { readValues } from './values/read-values.ts';
import type { Value } from './values/value.ts';

export type Mutation = { readonly kind: 'number' | 'unit' | 'currency' | 'date' | 'negation'; readonly text: string };

const UNITS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bbusiness days?\b/, 'weeks'],
    [/\bdays?\b/, 'months'],
    [/\bhours?\b/, 'days'],
    [/\bminutes?\b/, 'hours'],
    [/\bmonths?\b/, 'weeks'],
    [/\byears?\b/, 'months'],
    [/\bMB\b/, 'GB'],
    [/\bGB\b/, 'TB'],
  ],
  de: [
    [/Werktage?n?/, 'Wochen'],
    [/Tage?n?/, 'Monaten'],
    [/Stunden?/, 'Tagen'],
    [/Minuten?/, 'Stunden'],
    [/Jahre?n?/, 'Monaten'],
  ],
  es: [
    [/días laborables/, 'semanas'],
    [/días/, 'meses'],
    [/horas?/, 'días'],
    [/minutos/, 'horas'],
    [/años/, 'meses'],
  ],
  fr: [
    [/jours ouvrés/, 'semaines'],
    [/jours/, 'mois'],
    [/heures?/, 'jours'],
    [/minutes/, 'heures'],
    [/ans/, 'mois'],
  ],
};
const NEGATED: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bcannot\b/, 'can'],
    [/\b(is|are|does|do|have|has) not\b/, '$1'],
    [/\bcan\b/, 'cannot'],
    [/\bmust\b/, 'must not'],
    [/\b(is|are|has)\b/, '$1 not'],
  ],
  de: [
    [/ nicht\b/, ''],
    [/\bkeine\b/, 'eine'],
    [/\b(ist|sind|kann|können|wird|werden|läuft) /, '$1 nicht '],
  ],
  es: [
    [/\bno (se|hace|lo)\b/, '$1'],
    [/(?<!\p{L})(?<!no )(puede|pueden|es|llegan) /u, 'no $1 '],
  ],
  fr: [
    [/\bn’est pas\b/, 'est'],
    [/\bne (\p{L}+) pas\b/u, '$1'],
    [/(?<![’\p{L}])(est|sont|peut) /u, 'ne $1 pas '],
  ],
};

/** Every wrong version of a sentence: another number, unit, currency or date in the place of one, and the opposite. */
export function mutateSentence(text: string, language: string, random: () => number): Mutation[] {
  const found: Mutation[] = [];
  const put = (kind: Mutation['kind'], value: Value, instead: string): void => {
    if (instead !== value.text) found.push({ kind, text: text.slice(0, value.start) + instead + text.slice(value.end) });
  };
  for (const value of readValues(text, language)) {
    if (!['number', 'rate', 'money', 'percent', 'duration', 'size', 'date', 'time'].includes(value.kind)) continue;
    if (value.kind === 'date') {
      const part = /(?<!\d)\d{1,2}(?!\d)/.exec(value.text)?.[0] ?? '';
      put('date', value, value.text.replace(part, String((Number(part) % 9) + 2).padStart(part.length, '0')));
      continue;
    }
    const digits = /\d+(?:[.,]\d+)*/.exec(value.text)?.[0];
    if (digits !== undefined) {
      const number = Number(digits.replaceAll(/[.,]/g, ''));
      const other = number + 1 + Math.floor(random() * (number + 3));
      put('number', value, value.text.replace(digits, String(other)));
    }
    if (value.kind === 'money') put('currency', value, value.text.replace('EUR', random() < 0.5 ? 'USD' : 'GBP'));
    const unit =
      value.kind === 'duration' || value.kind === 'size'
        ? UNITS[language]?.find(([pattern]) => pattern.test(value.text))
        : undefined;
    if (unit) put('unit', value, value.text.replace(unit[0], unit[1]));
  }
  const denials = findNegations(text).length;
  const negated = NEGATED[language]?.find(([pattern]) => pattern.test(text));
  const said = negated && text.replace(negated[0], negated[1]);
  // Only what turns yes to no or no to yes: a second denial may mean anything.
  if (said !== undefined && denials + findNegations(said).length === 1) found.push({ kind: 'negation', text: said });
  return found;
}

/** The same in other words: how drafters put a sentence. */
export function rephrase(text: string, language: string, random: () => number): string {
  const openings: Readonly<Record<string, readonly string[]>> = {
    en: ['Please note: ', 'In your case: ', 'Good news: '],
    de: ['Bitte beachten Sie: ', 'In Ihrem Fall gilt: ', 'Zu Ihrer Frage: '],
    es: ['Tenga en cuenta: ', 'En su caso: ', 'Sobre su pregunta: '],
    fr: ['À noter : ', 'Dans votre cas : ', 'Pour votre question : '],
  };
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/\bYou can\b/, 'It is possible to'],
    [/\bpossible\b/, 'available'],
    [/\barrives?\b/, 'will be there'],
    [/\bcontains\b/, 'has'],
    [/\bwithin\b/, 'in at most'],
    [/\bchoose\b/i, 'select'],
    [/\bAfter that,/, 'Then'],
    [/\binnerhalb von\b/, 'in höchstens'],
    [/\berhalten\b/, 'bekommen'],
    [/\bdans les\b/, 'sous'],
  ];
  const list = openings[language] ?? [''];
  let said = text;
  for (const [pattern, instead] of swaps) if (random() < 0.6) said = said.replace(pattern, instead);
  // Half of the clauses after a comma are left out.
  const comma = said.lastIndexOf(', ');
  if (comma > said.length / 2 && random() < 0.5) said = `${said.slice(0, comma)}.`;
  return random() < 0.5 ? (list[Math.floor(random() * list.length)] ?? '') + said : said;
}
