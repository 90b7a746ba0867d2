import { byWarmth, type Manner } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

export const es: PhraseSet = (manner) => {
  const say = (familiar: string, polite: string): string => (manner.address === 'familiar' ? familiar : polite);
  const your = say('tu', 'su');
  const you = say('te', 'le');
  const reply = say('responde', 'responda');
  const topicOf = (topic: string): string => about(topic, ` sobre «${topic}»`);
  return {
    greeting: (name) => toGreeting(name, manner),
    thanks: (topic) =>
      byWarmth(
        manner,
        `Hemos recibido ${your} mensaje${topicOf(topic)}.`,
        `Gracias por ${your} mensaje${topicOf(topic)}.`,
        `Muchas gracias por ${your} mensaje${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      `Gracias por ${your} respuesta.`,
      `Gracias por ${your} respuesta.`,
      `Muchas gracias por ${your} respuesta.`,
    ),
    sorry: byWarmth(
      manner,
      'Lamento las molestias.',
      `Lamento las molestias que esto ${you} está causando.`,
      `Entiendo lo frustrante que es esto y lamento de verdad las molestias que ${you} está causando.`,
    ),
    assure: (topic) => `Con ${your} mensaje${topicOf(topic)} ${say('has', 'ha')} llegado al lugar indicado.`,
    doThis: say('Esto es lo que puedes hacer:', 'Esto es lo que puede hacer:'),
    knowThis: 'Esto es lo que conviene saber:',
    foreign: (language) => `Las frases siguientes están citadas de nuestra documentación, que está en ${language}.`,
    tellMore: (question) => `¿${say('Podrías', 'Podría')} contarme un poco más sobre ${your} pregunta «${question}»?`,
    next: byWarmth(
      manner,
      `Si algo no queda claro, ${reply} a este mensaje.`,
      `Si algo no queda claro, ${reply} a este mensaje, por favor.`,
      `Si algo no queda claro, ${reply} a este mensaje; con mucho gusto ${you} ayudamos.`,
    ),
    nextThorough: say(
      'Si esto no ayuda, responde a este mensaje y dinos qué has intentado, qué ves en su lugar y el texto exacto del mensaje que aparece.',
      'Si esto no ayuda, responda a este mensaje y díganos qué ha intentado, qué ve en su lugar y el texto exacto del mensaje que aparece.',
    ),
    closing: {
      familiar: byWarmth(manner, 'Saludos,', 'Un saludo,', 'Un saludo afectuoso,'),
      polite: byWarmth(manner, 'Saludos,', 'Un cordial saludo,', 'Un saludo muy cordial,'),
      formal: byWarmth(manner, 'Atentamente,', 'Reciba un cordial saludo,', 'Reciba un saludo muy cordial,'),
    }[manner.address],
    clarify: (topic) =>
      `¿${say('Podrías', 'Podría')} contarnos con un poco más de detalle qué ${say('deseas', 'desea')} hacer${about(topic, ` («${topic}»)`)}, por ejemplo en qué página o en qué paso?`,
    clarifyTrouble: (topic) =>
      `¿${say('Podrías', 'Podría')} decirnos en qué paso ocurre${about(topic, ` («${topic}»)`)}, qué ${say('esperabas', 'esperaba')} y qué dice exactamente el mensaje que ${say('ves', 've')}?`,
  };
};

/** "Estimado" agrees with the title; without one both forms stand. */
function toGreeting(name: string, { address }: Manner): string {
  if (address === 'formal') {
    if (name === '') return 'Buenos días:';
    if (/^(?:Sra\.|señora) /u.test(name)) return `Estimada ${name}:`;
    if (/^(?:Sr\.|señor) /u.test(name)) return `Estimado ${name}:`;
    return `Estimado/a ${name}:`;
  }
  return name === '' ? 'Hola:' : `Hola, ${name}:`;
}
