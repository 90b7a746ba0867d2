import { splitSentences } from '../../text/sentences.ts';
import { toWords } from '../to-words.ts';

/** A text's words with single spaces: what is compared, so that a new line break changes nothing. */
export function toPlainWords(text: string): string {
  return toWords(text).join(' ');
}

/** Sentences and list items without their markers, as plain words. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text).map((sentence) => toPlainWords(sentence.text));
}

/** The whole sentences of a text that the spans touch; all of them when no span touches any. Offsets into `text`, end excluded. */
export function sentencesAround(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  const sentences = splitSentences(text);
  const touched = sentences.filter((sentence) => spans.some(({ start, end }) => start < sentence.end && sentence.start < end));
  return (touched.length > 0 ? touched : sentences).map((sentence) => toPlainWords(sentence.text));
}
