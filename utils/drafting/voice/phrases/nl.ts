import { byWarmth, type Manner } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

export const nl: PhraseSet = (manner) => {
  const say = (familiar: string, polite: string): string => (manner.address === 'familiar' ? familiar : polite);
  const your = say('je', 'uw');
  const topicOf = (topic: string): string => about(topic, ` over “${topic}”`);
  return {
    greeting: (name) => toGreeting(name, manner),
    thanks: (topic) =>
      byWarmth(
        manner,
        `Wij hebben ${your} bericht${topicOf(topic)} ontvangen.`,
        `Bedankt voor ${your} bericht${topicOf(topic)}.`,
        `Hartelijk dank voor ${your} bericht${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      `Bedankt voor ${your} reactie.`,
      `Bedankt voor ${your} reactie.`,
      `Hartelijk dank voor ${your} reactie.`,
    ),
    sorry: byWarmth(
      manner,
      'Onze excuses voor het ongemak.',
      say('Het spijt me dat je hier last van hebt.', 'Het spijt me dat u hier last van heeft.'),
      `Ik begrijp hoe vervelend dit voor ${say('je', 'u')} is en het spijt me oprecht.`,
    ),
    assure: (topic) => `Met ${your} bericht${topicOf(topic)} ${say('ben je', 'bent u')} bij ons aan het juiste adres.`,
    doThis: say('Dit kun je doen:', 'Dit kunt u doen:'),
    knowThis: 'Dit is goed om te weten:',
    foreign: (language) => `De volgende zinnen komen letterlijk uit onze documentatie; taal: ${language}.`,
    tellMore: (question) => `${say('Kun je', 'Kunt u')} mij iets meer vertellen over ${your} vraag “${question}”?`,
    next: byWarmth(
      manner,
      'Als er iets onduidelijk is, beantwoord dan dit bericht.',
      'Als er nog iets onduidelijk is, beantwoord dan gerust dit bericht.',
      `Als er nog iets onduidelijk is, beantwoord dan gerust dit bericht; we helpen ${say('je', 'u')} graag verder.`,
    ),
    nextThorough: say(
      'Als dit niet helpt, beantwoord dan dit bericht en vertel ons wat je hebt geprobeerd, wat je in plaats daarvan ziet en hoe de melding precies luidt.',
      'Als dit niet helpt, beantwoord dan dit bericht en vertel ons wat u hebt geprobeerd, wat u in plaats daarvan ziet en hoe de melding precies luidt.',
    ),
    closing: {
      familiar: byWarmth(manner, 'Groeten,', 'Vriendelijke groet,', 'Hartelijke groeten,'),
      polite: byWarmth(manner, 'Met vriendelijke groet,', 'Met vriendelijke groet,', 'Met hartelijke groet,'),
      formal: byWarmth(manner, 'Hoogachtend,', 'Met vriendelijke groet,', 'Met hartelijke groet,'),
    }[manner.address],
    clarify: (topic) =>
      `${say('Kun je', 'Kunt u')} ons iets meer vertellen over wat ${say('je wilt', 'u wilt')} doen${about(topic, ` (“${topic}”)`)}, bijvoorbeeld op welke pagina of bij welke stap?`,
    clarifyTrouble: (topic) =>
      `${say('Kun je', 'Kunt u')} ons vertellen bij welke stap dit gebeurt${about(topic, ` (“${topic}”)`)}, wat ${say('je verwachtte', 'u verwachtte')} en wat er precies in de melding staat?`,
  };
};

function toGreeting(name: string, { address }: Manner): string {
  const hasTitle = /^(?:heer|mevrouw) /u.test(name);
  if (address === 'formal') return name === '' ? 'Geachte heer of mevrouw,' : `Geachte ${name},`;
  if (name === '') return 'Hallo,';
  return `${hasTitle ? 'Beste' : 'Hallo'} ${name},`;
}
