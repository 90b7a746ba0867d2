import { byWarmth } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

/** The sentence after the greeting goes on after its comma: small letters where German has them. */
export const de: PhraseSet = (manner) => {
  const isFamiliar = manner.address === 'familiar';
  const say = (familiar: string, polite: string): string => (isFamiliar ? familiar : polite);
  const topicOf = (topic: string): string => about(topic, ` zu „${topic}“`);
  const your = say('deine', 'Ihre');
  const toYour = say('deiner', 'Ihrer');
  return {
    greeting: (name) => {
      if (isFamiliar) return name === '' ? 'Hallo,' : `Hallo ${name},`;
      if (manner.address === 'formal') {
        if (name === '') return 'Sehr geehrte Damen und Herren,';
        if (name.startsWith('Frau ')) return `Sehr geehrte ${name},`;
        if (name.startsWith('Herr ')) return `Sehr geehrter ${name},`;
      }
      return name === '' ? 'Guten Tag,' : `Guten Tag ${name},`;
    },
    thanks: (topic) =>
      byWarmth(
        manner,
        `${your} Nachricht${topicOf(topic)} haben wir erhalten.`,
        `vielen Dank für ${your} Nachricht${topicOf(topic)}.`,
        `herzlichen Dank für ${your} Nachricht${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      `danke für ${your} Rückmeldung.`,
      `vielen Dank für ${your} Rückmeldung.`,
      `herzlichen Dank für ${your} Rückmeldung.`,
    ),
    sorry: byWarmth(
      manner,
      'Für die Umstände bitten wir um Entschuldigung.',
      say('Es tut mir leid, dass dir das Mühe macht.', 'Es tut mir leid, dass Ihnen das Mühe macht.'),
      `Ich kann gut verstehen, wie ärgerlich das für ${say('dich', 'Sie')} ist, und es tut mir aufrichtig leid.`,
    ),
    assure: (topic) => `mit ${toYour} Nachricht${topicOf(topic)} ${say('bist du', 'sind Sie')} bei uns richtig.`,
    doThis: say('So gehst du vor:', 'So gehen Sie vor:'),
    knowThis: say('Das solltest du dazu wissen:', 'Das sollten Sie dazu wissen:'),
    foreign: (language) => `Die folgenden Sätze stammen wörtlich aus unserer Dokumentation; Sprache: ${language}.`,
    tellMore: (question) =>
      `${say('Könntest du', 'Könnten Sie')} mir zu ${toYour} Frage „${question}“ noch etwas mehr schreiben?`,
    next: byWarmth(
      manner,
      say('Bei Fragen antworte bitte auf diese Nachricht.', 'Bei Fragen antworten Sie bitte auf diese Nachricht.'),
      say(
        'Wenn noch etwas unklar ist, antworte bitte einfach auf diese Nachricht.',
        'Wenn noch etwas unklar ist, antworten Sie bitte einfach auf diese Nachricht.',
      ),
      say(
        'Wenn noch etwas unklar ist, antworte einfach auf diese Nachricht, wir helfen dir gern weiter.',
        'Wenn noch etwas unklar ist, antworten Sie einfach auf diese Nachricht, wir helfen Ihnen gern weiter.',
      ),
    ),
    nextThorough: say(
      'Falls das nicht hilft, schreib uns bitte, was du versucht hast, was du stattdessen siehst und wie die Meldung genau lautet.',
      'Falls das nicht hilft, schreiben Sie uns bitte, was Sie versucht haben, was Sie stattdessen sehen und wie die Meldung genau lautet.',
    ),
    closing: {
      familiar: byWarmth(manner, 'Beste Grüße', 'Viele Grüße', 'Liebe Grüße'),
      polite: byWarmth(manner, 'Beste Grüße', 'Freundliche Grüße', 'Herzliche Grüße'),
      formal: byWarmth(manner, 'Mit freundlichen Grüßen', 'Mit freundlichen Grüßen', 'Mit herzlichen Grüßen'),
    }[manner.address],
    clarify: (topic) =>
      `${say('Könntest du', 'Könnten Sie')} uns etwas genauer schreiben, was ${say('du tun möchtest', 'Sie tun möchten')}${about(topic, ` („${topic}“)`)}, zum Beispiel auf welcher Seite oder bei welchem Schritt?`,
    clarifyTrouble: (topic) =>
      `${say('Könntest du', 'Könnten Sie')} uns schreiben, bei welchem Schritt es auftritt${about(topic, ` („${topic}“)`)}, was ${say('du erwartet hast', 'Sie erwartet haben')} und wie die Meldung genau lautet?`,
  };
};
