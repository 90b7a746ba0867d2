import type { RankedPassage } from '../domain/passage.ts';
import { splitSentences } from '../text/sentences.ts';
import { findAgentGuidance, isInstruction } from './agent-guidance.ts';
import { toFeatures } from './features.ts';
import { toSayable } from './to-sayable.ts';

/** One sentence of a source, as it stands there, with what is needed to decide whether it answers something. */
export type PassageSentence = {
  /** Number of its source, from 1, and position within it, from 0. */
  readonly source: number;
  readonly order: number;
  readonly paragraph: number;
  readonly text: string;
  /** `step` and `bullet` are list items; `heading` is a short line without a full stop. */
  readonly form: 'sentence' | 'step' | 'bullet' | 'heading';
  /** "Booked" in a paragraph that begins "Booked: …"; also on the sentences after it. */
  readonly label: string;
  /** Begins with "It", "In that case" …: means nothing without the sentence before. */
  readonly leansBack: boolean;
  /** Written for the agent ("ask the customer …"), 0 no – 1 certainly. */
  readonly forAgent: number;
  readonly instructs: boolean;
  readonly features: ReadonlySet<string>;
  readonly titleFeatures: ReadonlySet<string>;
  /** Of the heading above it within the passage: short sections share a passage. */
  readonly headingFeatures: ReadonlySet<string>;
  readonly language: string;
};

const LABEL = /^([\p{Lu}\p{N}'"‘“][^:.!?>]{0,40}):\s/u;
const LEANS_BACK =
  /^(?:it|this|that|these|those|they|he|she|in (?:that|this|such) case|after that|afterwards|then|otherwise|also|however|but|and|or|for example|e\.g|es|dies\w*|das|danach|dann|andernfalls|sonst|in diesem fall|dabei|dazu|außerdem|jedoch|esto|est[ea]s?|es[eao]s?|en (?:ese|este) caso|después|además|también|il|elles?|ils|ce(?:la|ci|tte|s)?|dans ce cas|ensuite|après cela|sinon)(?![\p{L}\p{N}])|\b(?:as well|in the same way)\b/iu;

/** "Pendant 14 jours, elle peut être annulée": what "elle" is stands before. After "If …," it may stand within. */
const LEANS_BACK_LATER =
  /^(?!(?:if|when|while|as|once|after|before|wenn|falls|sobald|solange|si|cuando|quand|lorsque|dès)(?!\p{L}))(?:[^\s,]+\s){0,3}[^\s,]+,\s(?:it|they|this|these|he|she|er|es|ils?|elles?|ell[oa]s?)(?!\p{L})/iu;

/** Sentences of all passages, in their order. */
export function toPassageSentences(passages: readonly RankedPassage[]): PassageSentence[] {
  return passages.flatMap(({ passage }, index) => {
    const language = passage.locale;
    const guidance = findAgentGuidance(passage.text);
    const titleFeatures = toFeatures([passage.title, ...passage.headings].join('\n'), language);
    const sentences: PassageSentence[] = [];
    let headingFeatures: ReadonlySet<string> = new Set();
    const paragraphs = passage.text.split(/\n\s*\n/);
    for (const [paragraph, body] of paragraphs.entries()) {
      let label = '';
      for (const line of body.split('\n')) {
        const step = /^\s*\d{1,2}[.)]\s/.test(line);
        const bullet = /^\s*[-*•]\s/.test(line);
        const found = LABEL.exec(line.trim());
        if (found && !/\s>\s/.test(found[0]) && !LEANS_BACK.test(found[0])) label = (found[1] ?? '').trim();
        for (const sentence of splitSentences(line)) {
          if (!/[\p{L}\p{N}]/u.test(sentence.text)) continue;
          const form = step ? 'step' : bullet ? 'bullet' : isHeading(sentence.text) ? 'heading' : 'sentence';
          const features = toFeatures(sentence.text, language);
          if (form === 'heading' && body.trim() === sentence.text) headingFeatures = features;
          sentences.push({
            source: index + 1,
            order: sentences.length,
            paragraph,
            text: toSayable(sentence.text),
            form,
            label,
            leansBack:
              (leansOnBefore(sentence.text) || (form === 'sentence' && /^\p{Ll}/u.test(sentence.text))) &&
              sentences.at(-1)?.paragraph === paragraph,
            forAgent: guidance.of(sentence.text),
            instructs: isInstruction(sentence.text),
            features,
            titleFeatures,
            headingFeatures,
            language,
          });
        }
      }
    }
    return sentences;
  });
}

/** Does it begin with a word for what was said before ("It", "In that case", "Pendant 14 jours, elle")? */
export function leansOnBefore(text: string): boolean {
  return LEANS_BACK.test(text) || LEANS_BACK_LATER.test(text);
}

/** A short line without a full stop, figures or "Label: value"; or a question, which no passage answers with. */
function isHeading(text: string): boolean {
  if (/[?？]$/u.test(text)) return true;
  return !/[.!?:;。！？)]$/u.test(text) && text.split(/\s+/).length <= 9 && !LABEL.test(`${text} `) && !/\d/.test(text);
}
