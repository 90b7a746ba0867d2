import type { Manner } from '../manner.ts';

/** Sentences of the frame around an answer: manners, no facts. A topic is '' when the subject says nothing. */
export type Phrases = {
  /** `name` as the requester is addressed, '' when unknown. */
  readonly greeting: (name: string) => string;
  readonly thanks: (topic: string) => string;
  readonly thanksAgain: string;
  readonly sorry: string;
  /** Takes the place of the thanks where the reply first assures, then says what to do. */
  readonly assure: (topic: string) => string;
  /** Leads to what the requester is to do. */
  readonly doThis: string;
  /** Leads to an answer that asks nothing of them. */
  readonly knowThis: string;
  /** The passages are in another language; `language` is its name. */
  readonly foreign: (language: string) => string;
  /** Asks for more about one question that has no answer yet. */
  readonly tellMore: (question: string) => string;
  readonly next: string;
  /** In a thorough reply: what to write if it does not help. */
  readonly nextThorough: string;
  readonly closing: string;
  /** Asked instead of a reply. */
  readonly clarify: (topic: string) => string;
  readonly clarifyTrouble: (topic: string) => string;
};

export type PhraseSet = (manner: Manner) => Phrases;

/** `text` where there is a topic. */
export const about = (topic: string, text: string): string => (topic === '' ? '' : text);
