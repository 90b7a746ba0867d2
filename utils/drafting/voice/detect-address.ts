/** Words by which a writer shows how they address the reader. What may mean another person too is left out. */
const signs: Readonly<Record<string, { readonly familiar: RegExp; readonly formal: RegExp }>> = {
  de: {
    // "ihr" and "euch" to a team are as familiar as "du"; "Sie" is told from "sie" by its capital inside a sentence.
    familiar:
      /(?<!\p{L})(?:du|dir|dich|dein(?:e[rmns]?)?|euch|eure[rmns]?|(?:könnt|habt|seid|wollt|wisst|müsst) ihr)(?!\p{L})/giu,
    formal: /(?<=[\p{Ll},;:–-]\s)(?:Sie|Ihnen|Ihre?[rmns]?)(?!\p{L})/gu,
  },
  es: {
    familiar:
      /(?<!\p{L})(?:tú|contigo|tus|vosotr[oa]s|vuestr[oa]s?|puedes|podrías|podéis|tenéis|sabes|tienes|quieres|necesitas|ayúda(?:me|nos)|dime|dinos|mánda(?:me|nos)|envía(?:me|nos)|deja)(?!\p{L})/giu,
    formal: /(?<!\p{L})(?:usted(?:es)?|ud\.|uds\.|estimad[oa]s?|dígan?(?:me|nos)|podrían|ayúden?(?:me|nos))(?!\p{L})/giu,
  },
  fr: {
    familiar: /(?<!\p{L})(?:tu|toi|tes|peux-tu|pourrais-tu|(?:je|j[’']) ?te|salut)(?!\p{L})/giu,
    formal: /(?<!\p{L})(?:vous|votre|vos|veuillez|madame|monsieur)(?!\p{L})/giu,
  },
  it: {
    familiar: /(?<!\p{L})(?:tu|tuo[i]?|tua|tue|puoi|potresti|dimmi|aiutami|ciao)(?!\p{L})/giu,
    formal:
      /(?<!\p{L})(?:[Gg]entil[ei]|[Ee]gregi[oa]|[Pp]otrebbe|[Vv]ogliate)(?!\p{L})|(?<=[\p{Ll},;:]\s)(?:Lei|Suo|Sua|Suoi|Sue|Voi|Vi)(?!\p{L})/gu,
  },
  nl: {
    familiar: /(?<!\p{L})(?:jij|jou|jouw|jullie|kun je|kan je|heb je|wil je|zou je|weet je|hoi)(?!\p{L})/giu,
    formal: /(?<!\p{L})(?:u|uw|geachte)(?!\p{L})/giu,
  },
  en: {
    familiar: /^(?:hi|hey|hiya)(?!\p{L})/iu,
    formal: /^dear (?:sir|madam|mr|mrs|ms|dr)(?!\p{L})|^to whom it may concern/iu,
  },
};

/**
 * How the writer of `text` addresses its reader, in a language where that can be seen (BCP 47); `undefined` where nothing or
 * both can be seen. In English only the greeting tells.
 */
export function detectAddress(text: string, language: string): 'familiar' | 'formal' | undefined {
  const own = signs[(language.split('-')[0] ?? language).toLowerCase()];
  if (!own) return undefined;
  const isFamiliar = text.trim().search(own.familiar) >= 0;
  const isFormal = text.trim().search(own.formal) >= 0;
  if (isFamiliar === isFormal) return undefined;
  return isFamiliar ? 'familiar' : 'formal';
}
