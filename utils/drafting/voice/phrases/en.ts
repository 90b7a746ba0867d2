import { byWarmth } from '../manner.ts';
import { about, type PhraseSet } from './phrase-set.ts';

export const en: PhraseSet = (manner) => {
  const greet = { familiar: 'Hi', polite: 'Hello', formal: 'Dear' }[manner.address];
  const topicOf = (topic: string): string => about(topic, ` about “${topic}”`);
  return {
    greeting: (name) => (name === '' ? `${manner.address === 'familiar' ? 'Hi' : 'Hello'},` : `${greet} ${name},`),
    thanks: (topic) =>
      byWarmth(
        manner,
        `We have received your message${topicOf(topic)}.`,
        `Thank you for your message${topicOf(topic)}.`,
        `Thank you very much for writing to us${topicOf(topic)}.`,
      ),
    thanksAgain: byWarmth(
      manner,
      'Thank you for your reply.',
      'Thank you for getting back to us.',
      'Thank you very much for getting back to us.',
    ),
    sorry: byWarmth(
      manner,
      'I am sorry for the trouble.',
      'I am sorry for the trouble this is causing you.',
      'I understand how frustrating this is, and I am very sorry for the trouble it is causing you.',
    ),
    assure: (topic) => `You have come to the right place with your message${topicOf(topic)}.`,
    doThis: 'Here is what to do:',
    knowThis: 'Here is what you need to know:',
    foreign: (language) => `The following sentences are quoted from our documentation, which is in ${language}.`,
    tellMore: (question) => `Could you tell me a little more about your question “${question}”?`,
    next: byWarmth(
      manner,
      'If anything is unclear, please reply to this message.',
      'If anything is still unclear, please reply to this message.',
      'If anything is still unclear, just reply to this message; we are happy to help.',
    ),
    nextThorough:
      'If this does not help, please reply to this message and tell us what you tried and what you saw instead, with the exact wording of any message.',
    closing: {
      familiar: byWarmth(manner, 'Best regards,', 'Kind regards,', 'Warm wishes,'),
      polite: byWarmth(manner, 'Regards,', 'Kind regards,', 'Warm regards,'),
      formal: byWarmth(manner, 'Yours sincerely,', 'With kind regards,', 'With warm regards,'),
    }[manner.address],
    clarify: (topic) =>
      `Could you tell us a little more about what you would like to do${about(topic, ` (“${topic}”)`)}, for example on which page or in which step?`,
    clarifyTrouble: (topic) =>
      `Could you tell us which step you were at${about(topic, ` (“${topic}”)`)}, what you expected and what you saw instead, with the exact wording of any message?`,
  };
};
