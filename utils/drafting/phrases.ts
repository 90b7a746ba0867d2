/** Sentences of the frame around an answer: manners, no facts. */
export type Phrases = {
  /** `name` as the requester is addressed, '' when unknown. */
  readonly greeting: (name: string) => string;
  readonly thanks: (topic: string) => string;
  readonly thanksAgain: string;
  readonly sorry: string;
  /** The passages are in another language; `language` is its name. */
  readonly foreign: (language: string) => string;
  /** Asks for more about one question that has no answer yet. */
  readonly tellMore: (question: string) => string;
  readonly next: string;
  readonly closing: string;
  /** Asked instead of a reply. */
  readonly clarify: (topic: string) => string;
  readonly clarifyTrouble: (topic: string) => string;
};

const about = (topic: string, text: string): string => (topic === '' ? '' : text);

const phrases = {
  en: {
    greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
    thanks: (topic) => `Thank you for your message${about(topic, ` about “${topic}”`)}.`,
    thanksAgain: 'Thank you for getting back to us.',
    sorry: 'I am sorry for the trouble this is causing you.',
    foreign: (language) => `The following sentences are quoted from our documentation, which is in ${language}.`,
    tellMore: (question) => `Could you tell me a little more about your question “${question}”?`,
    next: 'If anything is still unclear, please reply to this message.',
    closing: 'Kind regards,',
    clarify: (topic) =>
      `Could you tell us a little more about what you would like to do${about(topic, ` (“${topic}”)`)}, for example on which page or in which step?`,
    clarifyTrouble: (topic) =>
      `Could you tell us which step you were at${about(topic, ` (“${topic}”)`)}, what you expected and what you saw instead, with the exact wording of any message?`,
  },
  de: {
    greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
    thanks: (topic) => `vielen Dank für Ihre Nachricht${about(topic, ` zu „${topic}“`)}.`,
    thanksAgain: 'vielen Dank für Ihre Rückmeldung.',
    sorry: 'Es tut mir leid, dass Ihnen das Mühe macht.',
    foreign: (language) => `Die folgenden Sätze stammen wörtlich aus unserer Dokumentation; Sprache: ${language}.`,
    tellMore: (question) => `Könnten Sie mir zu Ihrer Frage „${question}“ noch etwas mehr schreiben?`,
    next: 'Wenn noch etwas unklar ist, antworten Sie bitte einfach auf diese Nachricht.',
    closing: 'Freundliche Grüße',
    clarify: (topic) =>
      `Könnten Sie uns etwas genauer schreiben, was Sie tun möchten${about(topic, ` („${topic}“)`)}, zum Beispiel auf welcher Seite oder bei welchem Schritt?`,
    clarifyTrouble: (topic) =>
      `Könnten Sie uns schreiben, bei welchem Schritt es auftritt${about(topic, ` („${topic}“)`)}, was Sie erwartet haben und wie die Meldung genau lautet?`,
  },
  es: {
    greeting: (name) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
    thanks: (topic) => `Gracias por su mensaje${about(topic, ` sobre «${topic}»`)}.`,
    thanksAgain: 'Gracias por su respuesta.',
    sorry: 'Lamento las molestias que esto le está causando.',
    foreign: (language) => `Las frases siguientes están citadas de nuestra documentación, que está en ${language}.`,
    tellMore: (question) => `¿Podría contarme un poco más sobre su pregunta «${question}»?`,
    next: 'Si algo no queda claro, responda a este mensaje, por favor.',
    closing: 'Un cordial saludo,',
    clarify: (topic) =>
      `¿Podría contarnos con un poco más de detalle qué desea hacer${about(topic, ` («${topic}»)`)}, por ejemplo en qué página o en qué paso?`,
    clarifyTrouble: (topic) =>
      `¿Podría decirnos en qué paso ocurre${about(topic, ` («${topic}»)`)}, qué esperaba y qué dice exactamente el mensaje que ve?`,
  },
  fr: {
    greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
    thanks: (topic) => `Merci pour votre message${about(topic, ` au sujet de « ${topic} »`)}.`,
    thanksAgain: 'Merci pour votre retour.',
    sorry: 'Nous sommes désolés pour la gêne occasionnée.',
    foreign: (language) => `Les phrases suivantes sont citées de notre documentation ; langue : ${language}.`,
    tellMore: (question) => `Pourriez-vous m’en dire un peu plus sur votre question « ${question} » ?`,
    next: 'Si un point reste à éclaircir, merci de répondre à ce message.',
    closing: 'Cordialement,',
    clarify: (topic) =>
      `Pourriez-vous nous préciser ce que vous souhaitez faire${about(topic, ` (« ${topic} »)`)}, par exemple sur quelle page ou à quelle étape ?`,
    clarifyTrouble: (topic) =>
      `Pourriez-vous nous dire à quelle étape cela se produit${about(topic, ` (« ${topic} »)`)}, ce que vous attendiez et le texte exact du message affiché ?`,
  },
  pt: {
    greeting: (name) => (name === '' ? 'Olá,' : `Olá, ${name},`),
    thanks: (topic) => `Agradecemos a sua mensagem${about(topic, ` sobre “${topic}”`)}.`,
    thanksAgain: 'Agradecemos a sua resposta.',
    sorry: 'Lamento o incómodo que isto lhe causa.',
    foreign: (language) => `As frases seguintes são citadas da nossa documentação; língua: ${language}.`,
    tellMore: (question) => `Poderia dizer-me um pouco mais sobre a sua pergunta “${question}”?`,
    next: 'Se algo não estiver claro, responda a esta mensagem, por favor.',
    closing: 'Com os melhores cumprimentos,',
    clarify: (topic) =>
      `Poderia explicar um pouco melhor o que deseja fazer${about(topic, ` (“${topic}”)`)}, por exemplo em que página ou em que passo?`,
    clarifyTrouble: (topic) =>
      `Poderia dizer-nos em que passo isto acontece${about(topic, ` (“${topic}”)`)}, o que esperava e o texto exato da mensagem que vê?`,
  },
  it: {
    greeting: (name) => (name === '' ? 'Buongiorno,' : `Buongiorno ${name},`),
    thanks: (topic) => `Grazie per il Suo messaggio${about(topic, ` su «${topic}»`)}.`,
    thanksAgain: 'Grazie per la Sua risposta.',
    sorry: 'Mi dispiace per il disagio.',
    foreign: (language) => `Le frasi seguenti sono citate dalla nostra documentazione; lingua: ${language}.`,
    tellMore: (question) => `Potrebbe dirmi qualcosa in più sulla Sua domanda «${question}»?`,
    next: 'Se qualcosa non è chiaro, risponda pure a questo messaggio.',
    closing: 'Cordiali saluti,',
    clarify: (topic) =>
      `Potrebbe spiegarci meglio che cosa desidera fare${about(topic, ` («${topic}»)`)}, per esempio in quale pagina o in quale passaggio?`,
    clarifyTrouble: (topic) =>
      `Potrebbe dirci in quale passaggio succede${about(topic, ` («${topic}»)`)}, che cosa si aspettava e il testo esatto del messaggio?`,
  },
  nl: {
    greeting: (name) => (name === '' ? 'Hallo,' : `Hallo ${name},`),
    thanks: (topic) => `Bedankt voor uw bericht${about(topic, ` over “${topic}”`)}.`,
    thanksAgain: 'Bedankt voor uw reactie.',
    sorry: 'Het spijt me dat u hier last van heeft.',
    foreign: (language) => `De volgende zinnen komen letterlijk uit onze documentatie; taal: ${language}.`,
    tellMore: (question) => `Kunt u mij iets meer vertellen over uw vraag “${question}”?`,
    next: 'Als er nog iets onduidelijk is, beantwoord dan gerust dit bericht.',
    closing: 'Met vriendelijke groet,',
    clarify: (topic) =>
      `Kunt u ons iets meer vertellen over wat u wilt doen${about(topic, ` (“${topic}”)`)}, bijvoorbeeld op welke pagina of bij welke stap?`,
    clarifyTrouble: (topic) =>
      `Kunt u ons vertellen bij welke stap dit gebeurt${about(topic, ` (“${topic}”)`)}, wat u verwachtte en wat er precies in de melding staat?`,
  },
} as const satisfies Record<string, Phrases>;

/** Phrases in the language of a reply; English where we have none. `language` is the one they are really in. */
export function toPhrases(language: string): { readonly language: string; readonly phrases: Phrases } {
  const base = language.split('-')[0] ?? language;
  const found = Object.entries(phrases).find(([one]) => one === base);
  return found ? { language: found[0], phrases: found[1] } : { language: 'en', phrases: phrases.en };
}
