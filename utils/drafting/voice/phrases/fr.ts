import { byWarmth } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

export const fr: PhraseSet = (manner) => {
  const say = (familiar: string, polite: string): string => (manner.address === 'familiar' ? familiar : polite);
  const your = say('ton', 'votre');
  const topicOf = (topic: string): string => about(topic, ` au sujet de « ${topic} »`);
  return {
    greeting: (name) => {
      if (name !== '') return `Bonjour ${name},`;
      return manner.address === 'formal' ? 'Madame, Monsieur,' : 'Bonjour,';
    },
    thanks: (topic) =>
      byWarmth(
        manner,
        `Nous avons bien reçu ${your} message${topicOf(topic)}.`,
        `Merci pour ${your} message${topicOf(topic)}.`,
        `Merci beaucoup pour ${your} message${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      `Merci pour ${your} retour.`,
      `Merci pour ${your} retour.`,
      `Merci beaucoup pour ${your} retour.`,
    ),
    sorry: byWarmth(
      manner,
      say('Excuse-nous pour la gêne occasionnée.', 'Veuillez nous excuser pour la gêne occasionnée.'),
      'Nous sommes désolés pour la gêne occasionnée.',
      `Nous comprenons ${say('ta', 'votre')} frustration et nous sommes sincèrement désolés pour la gêne occasionnée.`,
    ),
    assure: (topic) =>
      topic === ''
        ? say('Avec ton message, tu es au bon endroit.', 'Avec votre message, vous êtes au bon endroit.')
        : `Avec ${your} message${topicOf(topic)}, ${say('tu es', 'vous êtes')} au bon endroit.`,
    doThis: 'Voici comment procéder :',
    knowThis: 'Voici ce qu’il faut savoir :',
    foreign: (language) => `Les phrases suivantes sont citées de notre documentation ; langue : ${language}.`,
    tellMore: (question) =>
      `${say('Pourrais-tu', 'Pourriez-vous')} m’en dire un peu plus sur ${say('ta', 'votre')} question « ${question} » ?`,
    next: byWarmth(
      manner,
      'En cas de question, merci de répondre à ce message.',
      'Si un point reste à éclaircir, merci de répondre à ce message.',
      say(
        'Si un point reste à éclaircir, n’hésite pas à répondre à ce message, nous sommes là pour t’aider.',
        'Si un point reste à éclaircir, n’hésitez pas à répondre à ce message, nous sommes là pour vous aider.',
      ),
    ),
    nextThorough: say(
      'Si cela ne suffit pas, merci de répondre à ce message en précisant ce que tu as essayé, ce que tu vois à la place et le texte exact du message affiché.',
      'Si cela ne suffit pas, merci de répondre à ce message en précisant ce que vous avez essayé, ce que vous voyez à la place et le texte exact du message affiché.',
    ),
    closing: {
      familiar: byWarmth(manner, 'Cordialement,', 'Bien à toi,', 'Amicalement,'),
      polite: byWarmth(manner, 'Cordialement,', 'Cordialement,', 'Bien cordialement,'),
      formal: byWarmth(manner, 'Salutations distinguées,', 'Bien cordialement,', 'Très cordialement,'),
    }[manner.address],
    clarify: (topic) =>
      `${say('Pourrais-tu', 'Pourriez-vous')} nous préciser ce que ${say('tu souhaites', 'vous souhaitez')} faire${about(topic, ` (« ${topic} »)`)}, par exemple sur quelle page ou à quelle étape ?`,
    clarifyTrouble: (topic) =>
      `${say('Pourrais-tu', 'Pourriez-vous')} nous dire à quelle étape cela se produit${about(topic, ` (« ${topic} »)`)}, ce que ${say('tu attendais', 'vous attendiez')} et le texte exact du message affiché ?`,
  };
};
