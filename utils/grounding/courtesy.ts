import { fold, splitWords } from '../text/fold.ts';
import { findCommitments } from './find-commitments.ts';
import { findContacts } from './find-contacts.ts';

/** Beginnings of the words that manners are made of, folded, in seven languages. A sentence of these alone claims nothing. */
const COURTESY = `
hello hi dear get getting caus no us any esto este sujet sobre sao estiver melhor tedesc spagnol qualcosa volgende onze engels duits spaans frans alemao espanhol
 thank thanks message question reply replies regard kind best sincer welcome help happy glad pleas touch
reach back contact know let feel free further need clear unclear anything else follow sentence quot document article language
below here inform answer little more could would tell about sorry apolog trouble cause inconvenien understand frustrat patien
support team good day morning afternoon hope assist look forward hear write english german french spanish italian dutch
portugues writ detail question follow page step exampl start repl
guten tag hallo vielen dank nachricht anfrage frage antwort ruckmeldung freundlich gruss beste liebe herr frau leid muhe tut
macht gern helf hilf weiter unklar klar bitte einfach wenn noch etwas folgend satz stamm wortlich dokumentation sprache
englisch deutsch franzosisch spanisch italienisch konnten mehr schreib melden fragen hoffe verstand entschuldig umstand team
hola gracias mensaje pregunta respuesta saludo cordial atentament lament molestia causand frase siguient citad documentacion ingles aleman
frances espanol italiano duda ayud quedo disposicion claro respond contar poco estimad sient disculp si algo queda favor esta
estan nuestra
bonjour merci message question reponse retour cordialement salutation desol gene occasionn phrase suivant cite documentation langue
anglais allemand francais espagnol italien aide dispos point reste eclaircir repondre pourriez dire peu plus madame monsieur sommes
ola obrigad mensagem pergunta cumpriment lament incomod frases seguintes citadas documentacao lingua resposta agradecemos claro
buongiorno grazie messaggio domanda risposta saluti dispiace disagio frasi seguenti citate documentazione lingua chiaro risponda pure
bedankt bericht vraag reactie groet spijt last zinnen komen letterlijk documentatie taal onduidelijk beantwoord gerust vriendelijk
`
  .trim()
  .split(/\s+/);
/** Words that turn manners into a claim or a promise. */
const CLAIM =
  /(?<!\p{L})(?:refund\w*|upgrad\w*|cancel\w*|delet\w*|grant\w*|guarant\w*|promis\w*|free of charge|credit\w*|will (?:be|send|have|call|get)|has been|have been|erstatt\w*|kostenlos|gutschr\w*|wurde|reembols\w*|gratis|gratuit\w*|rembours\w*)(?!\p{L})/iu;

/** Questions that tell or suggest. */
const SUGGESTS =
  /^(?:(?:by the way|also|and|please)[, ]+)*(?:did you know|do you know that|have you (?:ever )?(?:heard|tried|considered|seen|thought)|why (?:not|don['’]t)|how about|what about|wussten sie|wusstest du|haben sie schon|hast du schon|warum nicht|sab[ií]as? que|has probado|por qu[eé] no|saviez-vous|savais-tu|avez-vous (?:essay|pens)|pourquoi (?:ne )?pas|sabia que|por que n[aã]o|lo sapev|perch[eé] non|wist (?:u|je)|waarom niet)(?!\p{L})/iu;

/** "Yes, you can" is made of function words and answers all the same. */
const ANSWERS = /^(?:yes|no|ja|nein|sí|oui|non|sim|não|nee)(?!\p{L})/iu;
const QUOTED = /“([^“”]*)[”“]|„([^„“”]*)[“”]|«([^«»]*)»|"([^"]*)"/gu;

/**
 * Is this a sentence of form (greeting, thanks, offer of help, question to the requester, closing) in which there is nothing to
 * check? Function words and names are told by `isFunctionWord`; quoted words that `isFromTicket` are no claim of ours. At most
 * 40 words, no number, no address.
 */
export function isCourtesy(
  sentence: string,
  isFunctionWord: (word: string) => boolean,
  isFromTicket: (quoted: string) => boolean,
): boolean {
  const own = sentence
    .replaceAll(QUOTED, (whole, ...groups: unknown[]) => {
      const inside = groups.slice(0, 4).find((group) => typeof group === 'string');
      return typeof inside === 'string' && isFromTicket(inside) ? ' ' : whole;
    })
    .trim();
  const words = splitWords(own);
  if (words.length > 40 || /\p{N}|https?:|www\.|[@>/\\]/u.test(own)) return false;
  if (findContacts(own).length > 0 || findCommitments(own).length > 0) return false;
  if (/[?？]$/.test(own)) return !SUGGESTS.test(own);
  const isCourteous = (word: string): boolean =>
    COURTESY.some((start) => (start.length <= 3 ? fold(word) === start : fold(word).startsWith(start)));
  if (CLAIM.test(own) || ANSWERS.test(own) || !words.some(isCourteous)) return false;
  return words.every((word) => isFunctionWord(word) || isCourteous(word));
}
