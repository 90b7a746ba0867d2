import type { DraftBlock } from '../../domain/draft.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { VoiceProfile } from '../../domain/voice.ts';
import { fold, splitWords } from '../../text/fold.ts';
import { toAddress, toPlainName } from '../address-requester.ts';
import { fillTemplate } from './fill-template.ts';
import { mapPhrases } from './map-phrases.ts';
import type { KnownPhrase } from './recognise-phrase.ts';
import { toManner } from './to-manner.ts';

export type FrameContext = {
  readonly ticket: Ticket;
  /** BCP 47 language of the reply. */
  readonly language: string;
  readonly agentName: string;
  readonly voice?: VoiceProfile | undefined;
};

/**
 * Takes the mark "unsupported" from sentences that are no statement at all: our own frame sentences, to the letter, about
 * words that stand in the ticket; and the team's own greeting, closing and signature. A citation that words of the ticket's
 * subject brought to such a sentence goes with it. What stands word for word in a source stays as it is.
 */
export function markFrame(blocks: readonly DraftBlock[], context: FrameContext): DraftBlock[] {
  const own = toOwnLines(context);
  const { subject, requester, messages } = context.ticket;
  const names = toWords(requester.name);
  const open = messages.filter((message) => message.visibility === 'public');
  const said = toWords([subject, ...open.map(({ text }) => text)].join('\n'));
  // Who is greeted is a person; what is thanked for or asked about stands in the ticket.
  const isKnown = ({ key, about }: KnownPhrase): boolean =>
    splitWords(fold(about)).every((word) => (key === 'greeting' ? names.has(word) || TITLE.test(word) : said.has(word)));
  return mapPhrases(blocks, context.language, (sentences, phrase) =>
    sentences.map((sentence) => {
      const isOurs = phrase !== undefined && sentence.support !== 'quoted' && isKnown(phrase);
      const isTheirs = sentence.support === 'unsupported' && own.some((line) => line.includes(squeeze(sentence.text)));
      return isOurs || isTheirs ? { ...sentence, support: 'plain', citations: [] } : sentence;
    }),
  );
}

/** Titles were used in the ticket before, folded here. */
const TITLE = /^(?:frau|herr|madame|monsieur|sra?|senora?|heer|mevrouw)$/;

function toOwnLines({ ticket, language, agentName, voice }: FrameContext): string[] {
  if (!voice) return [];
  const names = { name: toAddress(ticket, language, toManner(ticket, language, voice).address), agent: toPlainName(agentName) };
  return [voice.greeting, voice.closing, voice.signature]
    .map((template) => squeeze(fillTemplate(template, names)))
    .filter((line) => line !== '');
}

const toWords = (text: string): Set<string> => new Set(splitWords(fold(text)));
const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
