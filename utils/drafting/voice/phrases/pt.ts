import { byWarmth } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

/** One form of address, the third person without a pronoun: polite in Portugal and in Brazil. Only greeting and closing vary. */
export const pt: PhraseSet = (manner) => {
  const topicOf = (topic: string): string => about(topic, ` sobre “${topic}”`);
  return {
    greeting: (name) => {
      if (name === '') return 'Olá,';
      return manner.address === 'formal' ? `Prezado(a) ${name},` : `Olá, ${name},`;
    },
    thanks: (topic) =>
      byWarmth(
        manner,
        `Recebemos a sua mensagem${topicOf(topic)}.`,
        `Agradecemos a sua mensagem${topicOf(topic)}.`,
        `Agradecemos muito a sua mensagem${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      'Agradecemos a sua resposta.',
      'Agradecemos a sua resposta.',
      'Agradecemos muito a sua resposta.',
    ),
    sorry: byWarmth(
      manner,
      'Lamento o incómodo.',
      'Lamento o incómodo que isto lhe causa.',
      'Compreendo a sua frustração e lamento muito o incómodo que isto lhe causa.',
    ),
    assure: (topic) => `Com a sua mensagem${topicOf(topic)} está no lugar certo.`,
    doThis: 'Eis o que pode fazer:',
    knowThis: 'Eis o que convém saber:',
    foreign: (language) => `As frases seguintes são citadas da nossa documentação; língua: ${language}.`,
    tellMore: (question) => `Poderia dizer-me um pouco mais sobre a sua pergunta “${question}”?`,
    next: byWarmth(
      manner,
      'Se algo não estiver claro, responda a esta mensagem.',
      'Se algo não estiver claro, responda a esta mensagem, por favor.',
      'Se algo não estiver claro, responda a esta mensagem; temos todo o gosto em ajudar.',
    ),
    nextThorough:
      'Se isto não ajudar, responda a esta mensagem e diga-nos o que tentou, o que vê em vez disso e o texto exato da mensagem.',
    closing: {
      familiar: byWarmth(manner, 'Cumprimentos,', 'Cumprimentos,', 'Um abraço,'),
      polite: byWarmth(manner, 'Cumprimentos,', 'Com os melhores cumprimentos,', 'Saudações cordiais,'),
      formal: byWarmth(manner, 'Atenciosamente,', 'Com os melhores cumprimentos,', 'Com os mais cordiais cumprimentos,'),
    }[manner.address],
    clarify: (topic) =>
      `Poderia explicar um pouco melhor o que deseja fazer${about(topic, ` (“${topic}”)`)}, por exemplo em que página ou em que passo?`,
    clarifyTrouble: (topic) =>
      `Poderia dizer-nos em que passo isto acontece${about(topic, ` (“${topic}”)`)}, o que esperava e o texto exato da mensagem que vê?`,
  };
};
