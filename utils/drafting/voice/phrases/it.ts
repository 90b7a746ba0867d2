import { byWarmth } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

export const it: PhraseSet = (manner) => {
  const say = (familiar: string, polite: string): string => (manner.address === 'familiar' ? familiar : polite);
  const your = say('tuo', 'Suo');
  const reply = say('rispondi', 'risponda');
  const topicOf = (topic: string): string => about(topic, ` su «${topic}»`);
  const greet = { familiar: 'Ciao', polite: 'Buongiorno', formal: 'Gentile' }[manner.address];
  return {
    greeting: (name) => (name === '' ? `${say('Ciao', 'Buongiorno')},` : `${greet} ${name},`),
    thanks: (topic) =>
      byWarmth(
        manner,
        `Abbiamo ricevuto il ${your} messaggio${topicOf(topic)}.`,
        `Grazie per il ${your} messaggio${topicOf(topic)}.`,
        `Grazie mille per il ${your} messaggio${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      `Grazie per la ${say('tua', 'Sua')} risposta.`,
      `Grazie per la ${say('tua', 'Sua')} risposta.`,
      `Grazie mille per la ${say('tua', 'Sua')} risposta.`,
    ),
    sorry: byWarmth(
      manner,
      'Mi scuso per il disagio.',
      'Mi dispiace per il disagio.',
      `Capisco la ${say('tua', 'Sua')} frustrazione e mi dispiace molto per il disagio.`,
    ),
    assure: (topic) => `Con il ${your} messaggio${topicOf(topic)} ${say('sei', 'è')} nel posto giusto.`,
    doThis: 'Ecco come procedere:',
    knowThis: 'Ecco che cosa c’è da sapere:',
    foreign: (language) => `Le frasi seguenti sono citate dalla nostra documentazione; lingua: ${language}.`,
    tellMore: (question) =>
      `${say('Potresti', 'Potrebbe')} dirmi qualcosa in più sulla ${say('tua', 'Sua')} domanda «${question}»?`,
    next: byWarmth(
      manner,
      `Se qualcosa non è chiaro, ${reply} a questo messaggio.`,
      `Se qualcosa non è chiaro, ${reply} pure a questo messaggio.`,
      `Se qualcosa non è chiaro, ${reply} pure a questo messaggio: siamo felici di ${say('aiutarti', 'aiutarLa')}.`,
    ),
    nextThorough: say(
      'Se questo non aiuta, rispondi a questo messaggio e dicci che cosa hai provato, che cosa vedi invece e il testo esatto del messaggio.',
      'Se questo non aiuta, risponda a questo messaggio e ci dica che cosa ha provato, che cosa vede invece e il testo esatto del messaggio.',
    ),
    closing: {
      familiar: byWarmth(manner, 'Saluti,', 'Un saluto,', 'Un caro saluto,'),
      polite: byWarmth(manner, 'Saluti,', 'Cordiali saluti,', 'Un cordiale saluto,'),
      formal: byWarmth(manner, 'Distinti saluti,', 'Cordiali saluti,', 'Con i più cordiali saluti,'),
    }[manner.address],
    clarify: (topic) =>
      `${say('Potresti', 'Potrebbe')} spiegarci meglio che cosa ${say('desideri', 'desidera')} fare${about(topic, ` («${topic}»)`)}, per esempio in quale pagina o in quale passaggio?`,
    clarifyTrouble: (topic) =>
      `${say('Potresti', 'Potrebbe')} dirci in quale passaggio succede${about(topic, ` («${topic}»)`)}, che cosa ${say('ti aspettavi', 'si aspettava')} e il testo esatto del messaggio?`,
  };
};
