/** From 1 on, in order, folded; variants with "|". Ones that are mostly something else in their language are left out. */
const COUNTED: Readonly<Record<string, string>> = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  de: 'ein|eine|einem|einen|einer|eines zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  es: 'un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco',
  fr: 'un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  it: 'un|una|uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
  pt: 'um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze|catorze quinze dezesseis dezessete dezoito dezenove vinte',
  nl: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
};
/** Thirty to ninety. */
const TENS: Readonly<Record<string, string>> = {
  en: 'thirty forty fifty sixty seventy eighty ninety',
  de: 'dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
  es: 'treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  fr: 'trente quarante cinquante soixante soixante-dix quatre-vingt|quatre-vingts quatre-vingt-dix',
  it: 'trenta quaranta cinquanta sessanta settanta ottanta novanta',
  pt: 'trinta quarenta cinquenta sessenta setenta oitenta noventa',
  nl: 'dertig veertig vijftig zestig zeventig tachtig negentig',
};
const MULTIPLIERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    hundert: 100,
    honderd: 100,
    cien: 100,
    cent: 100,
    cem: 100,
    thousand: 1000,
    tausend: 1000,
    duizend: 1000,
    mil: 1000,
    mille: 1000,
    mila: 1000,
    million: 1e6,
    millions: 1e6,
    millionen: 1e6,
    mio: 1e6,
    millones: 1e6,
    millon: 1e6,
    milioni: 1e6,
    milhoes: 1e6,
    miljoen: 1e6,
  }),
);
/** Also a common word of another meaning: a number only before a unit. */
const DOUBTFUL: Readonly<Record<string, readonly string[]>> = { fr: ['neuf', 'six'], it: ['sei'], en: [], de: ['acht'], es: [] };

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Number words of a language by their folded spelling, hyphens kept; empty for languages without a table. */
function toTable(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language);
  if (known) return known;
  const table = new Map<string, number>();
  const add = (list: string | undefined, toNumber: (index: number) => number): void => {
    for (const [index, words] of (list ?? '').split(' ').entries())
      for (const word of words.split('|')) if (word) table.set(word, toNumber(index));
  };
  add(COUNTED[language], (index) => index + 1);
  add(TENS[language], (index) => 30 + 10 * index);
  const counted = [...table];
  for (const [word, number] of counted) {
    if (number < 20 || number % 10 !== 0) continue;
    for (const [one, unit] of counted) {
      if (unit > 9) continue;
      if (language === 'de') table.set(`${one}und${word}`, number + unit);
      else if (language === 'nl') table.set(`${one}en${word}`, number + unit);
      else if (language === 'en' || language === 'fr') table.set(`${word}-${one}`, number + unit);
    }
  }
  tables.set(language, table);
  return table;
}

/** The number that a folded word (with inner hyphens) stands for. `isDoubtful`: an article, or a word of another meaning too. */
export function readNumberWord(
  word: string,
  language: string,
): { readonly number: number; readonly isDoubtful: boolean } | undefined {
  const base = language.split('-')[0] ?? '';
  const number = toTable(base).get(word);
  return number === undefined ? undefined : { number, isDoubtful: number === 1 || (DOUBTFUL[base]?.includes(word) ?? false) };
}

/** 100, 1000 or a million, in any of the languages. */
export function readMultiplier(word: string): number | undefined {
  return MULTIPLIERS.get(word);
}
