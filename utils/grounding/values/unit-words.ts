/** A unit of time or of data, and how many of its base it holds: seconds, business days, months; bytes. */
export type Unit = { readonly kind: 'duration' | 'size'; readonly unit: string; readonly factors: readonly number[] };

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** Folded words of seven languages by what they are. A month has no fixed length: months and years stay apart from days. */
const TIMES: readonly (readonly [unit: string, factor: number, words: string])[] = [
  ['s', 1, 's sec secs second seconds sekunde sekunden sek segundo segundos seconde secondes secondo secondi seconden'],
  ['s', MINUTE, 'min mins minute minutes minuten minuto minutos minuti minuut'],
  ['s', HOUR, 'h hr hrs hour hours stunde stunden std hora horas heure heures ora ore uur uren'],
  [
    's',
    DAY,
    'd day days tag tage tagen tages dia dias jour jours journee journees giorno giorni dag dagen kalendertage kalendertagen',
  ],
  ['s', 7 * DAY, 'week weeks woche wochen semana semanas semaine semaines settimana settimane weken'],
  [
    'business day',
    1,
    'werktag werktage werktagen werktages arbeitstag arbeitstage arbeitstagen bankarbeitstage bankarbeitstagen werkdag werkdagen',
  ],
  ['month', 1, 'month months monat monate monaten monats mes meses mois mese mesi maand maanden mesi'],
  ['month', 3, 'quarter quarters quartal quartale quartalen trimestre trimestres'],
  ['month', 12, 'year years jahr jahre jahren jahres ano anos annee annees ans anno anni jaar jaren'],
];
const SIZES: readonly (readonly [power: number, words: string])[] = [
  [1, 'kb ko kilobyte kilobytes'],
  [2, 'mb mo megabyte megabytes'],
  [3, 'gb go gigabyte gigabytes'],
  [4, 'tb to terabyte terabytes'],
];
const units = new Map<string, Unit>();
for (const [unit, factor, words] of TIMES)
  for (const word of words.split(' ')) units.set(word, { kind: 'duration', unit, factors: [factor] });
for (const [power, words] of SIZES) {
  // Makers count in thousands, systems in 1024s, and both write GB.
  for (const word of words.split(' ')) units.set(word, { kind: 'size', unit: 'byte', factors: [1000 ** power, 1024 ** power] });
}
for (const [index, word] of ['kib', 'mib', 'gib', 'tib'].entries())
  units.set(word, { kind: 'size', unit: 'byte', factors: [1024 ** (index + 1)] });

/** "14-tägige Frist". */
const ADJECTIVES: readonly (readonly [start: string, word: string])[] = [
  ['tagig', 'tag'],
  ['stundig', 'stunde'],
  ['wochig', 'woche'],
  ['monatig', 'monat'],
  ['jahrig', 'jahr'],
  ['minutig', 'minute'],
];
/** French data units are common words elsewhere ("5 to 10", "2 go"). */
const ONLY_FRENCH = new Set(['ko', 'mo', 'go', 'to']);
const BUSINESS_BEFORE = new Set(['business', 'working', 'banking', 'bank', 'weekdays']);
const BUSINESS_AFTER = new Set([
  'ouvres',
  'ouvrables',
  'ouvre',
  'ouvrable',
  'laborables',
  'laborable',
  'habiles',
  'habil',
  'lavorativi',
  'lavorativo',
  'uteis',
  'util',
]);

export function isBusinessBefore(word: string): boolean {
  return BUSINESS_BEFORE.has(word);
}

export function isBusinessAfter(word: string): boolean {
  return BUSINESS_AFTER.has(word);
}

/** The unit that a folded word names. */
export function readUnitWord(word: string, language: string): Unit | undefined {
  if (ONLY_FRENCH.has(word) && !language.startsWith('fr')) return undefined;
  const unit = units.get(word);
  if (unit || word.length < 5) return unit;
  const adjective = ADJECTIVES.find(([start]) => word.startsWith(start));
  return adjective && units.get(adjective[1]);
}

/** "monthly", "pro Jahr" in one word: how many months a price is for. */
const PERIODS: ReadonlyMap<string, string> = new Map(
  [
    ['1 month', 'monthly monatlich mensual mensuales mensuel mensuels mensile mensal maandelijks'],
    ['12 month', 'yearly annually jahrlich anual anuales annuel annuels annuale jaarlijks'],
    ['86400 s', 'daily taglich diario quotidien'],
    ['604800 s', 'weekly wochentlich semanal hebdomadaire'],
    ['3600 s', 'hourly stundlich'],
  ].flatMap(([period = '', words = '']) => words.split(' ').map((word) => [word, period] as const)),
);

export function readPeriodWord(word: string): string | undefined {
  return PERIODS.get(word);
}

const CURRENCIES: Readonly<Record<string, string>> = {
  EUR: '€ eur euro euros',
  USD: '$ usd us$ dollar dollars dolar dolares dollari',
  GBP: '£ gbp pound pounds pfund',
  CHF: 'chf franken sfr',
  JPY: '¥ jpy yen',
  INR: '₹ inr rupees',
  CAD: 'cad ca$ c$',
  AUD: 'aud au$ a$',
  BRL: 'brl r$ reais',
  MXN: 'mxn mx$',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  PLN: 'pln zl',
  CZK: 'czk',
};
const currencies = new Map(
  Object.entries(CURRENCIES).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);

/** ISO 4217 code of a sign, code or name; "$" alone is the US dollar. */
export function readCurrency(word: string): string | undefined {
  return currencies.get(word);
}
