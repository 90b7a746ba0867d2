/** What a message says that says nearly nothing; each lacks something else. */
export type Lack = 'trouble' | 'same' | 'topic' | 'off-topic';

const SAME =
  /\b(same|again|still)\b|gleiche|dasselbe|wieder|immer noch|mism[oa]|otra vez|sigue|même|encore|toujours|stess[oa]|ancora|mesm[oa]|ainda|zelfde|nog steeds|weer/iu;
const TROUBLE =
  /work|broken|problem|issue|error|wrong|fail|trouble|geht|funktion|kaputt|fehler|klappt|läuft|funciona|error|falla|va\b|marche|fonctionne|erreur|problème|errore|erro\b|werkt|kapot|fout|probleem/iu;

export function toLack(said: string): Lack {
  if (SAME.test(said)) return 'same';
  return TROUBLE.test(said) ? 'trouble' : 'topic';
}

/** One question for exactly what is missing, in the requester's language. Promises nothing. */
const questions: Readonly<Record<string, Readonly<Record<Lack, string>>>> = {
  en: {
    trouble: 'Could you tell us which page or feature it is about, and what you see there instead of what you expected?',
    same: 'Could you tell us which earlier problem you mean, ideally with its ticket number?',
    topic: 'Could you tell us what you would like to do?',
    'off-topic': 'We can help with questions about our service; is there something about it that you would like to know?',
  },
  de: {
    trouble: 'Könnten Sie uns schreiben, um welche Seite oder Funktion es geht und was Sie dort statt des Erwarteten sehen?',
    same: 'Könnten Sie uns schreiben, welches frühere Problem Sie meinen, am besten mit der Ticketnummer?',
    topic: 'Könnten Sie uns schreiben, was Sie tun möchten?',
    'off-topic': 'Wir helfen gern bei Fragen zu unserem Dienst; gibt es etwas dazu, das Sie wissen möchten?',
  },
  es: {
    trouble: '¿Podría decirnos de qué página o función se trata y qué ve allí en lugar de lo que esperaba?',
    same: '¿Podría decirnos a qué problema anterior se refiere, a ser posible con su número de ticket?',
    topic: '¿Podría decirnos qué desea hacer?',
    'off-topic': 'Podemos ayudarle con preguntas sobre nuestro servicio; ¿hay algo sobre él que desee saber?',
  },
  fr: {
    trouble:
      'Pourriez-vous nous dire de quelle page ou fonction il s’agit, et ce que vous y voyez à la place de ce que vous attendiez ?',
    same: 'Pourriez-vous nous dire de quel problème précédent il s’agit, si possible avec son numéro de ticket ?',
    topic: 'Pourriez-vous nous dire ce que vous souhaitez faire ?',
    'off-topic':
      'Nous pouvons répondre aux questions sur notre service ; y a-t-il un point à son sujet que vous aimeriez connaître ?',
  },
  it: {
    trouble: 'Potrebbe dirci di quale pagina o funzione si tratta e che cosa vede al posto di quello che si aspettava?',
    same: 'Potrebbe dirci a quale problema precedente si riferisce, se possibile con il numero del ticket?',
    topic: 'Potrebbe dirci che cosa desidera fare?',
    'off-topic': 'Possiamo aiutarLa con domande sul nostro servizio; c’è qualcosa al riguardo che vorrebbe sapere?',
  },
  pt: {
    trouble: 'Poderia dizer-nos de que página ou função se trata e o que vê em vez do que esperava?',
    same: 'Poderia dizer-nos a que problema anterior se refere, se possível com o número do ticket?',
    topic: 'Poderia dizer-nos o que deseja fazer?',
    'off-topic': 'Podemos ajudar com perguntas sobre o nosso serviço; há algo sobre ele que gostaria de saber?',
  },
  nl: {
    trouble: 'Kunt u ons vertellen om welke pagina of functie het gaat en wat u daar ziet in plaats van wat u verwachtte?',
    same: 'Kunt u ons vertellen welk eerder probleem u bedoelt, liefst met het ticketnummer?',
    topic: 'Kunt u ons vertellen wat u wilt doen?',
    'off-topic': 'Wij helpen graag met vragen over onze dienst; is er iets daarover dat u wilt weten?',
  },
};

export function toLackQuestion(lack: Lack, language: string): string {
  const base = language.split('-')[0] ?? 'en';
  return (questions[base] ?? questions['en'])?.[lack] ?? '';
}
