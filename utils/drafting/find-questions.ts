import { splitSentences } from '../text/sentences.ts';
import { splitWords } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';
import type { MessagePart } from './clean-message.ts';
import { toSentenceIntent, type SentenceIntent } from './sentence-intent.ts';

/** Longer than this is a story, not a question: only its end is kept. */
const MAX_QUESTION_LENGTH = 320;
/** Statements of trouble that are kept beside the questions; the rest stays in the context. */
const MAX_PROBLEMS = 2;
/** A greeting on the same line as the question. */
const HAIL =
  /^(?:hi|hello|hey|hallo|guten tag|moin|hola|buenos días|bonjour|olá|ciao|buongiorno)(?: (?:team|there|all|zusammen|à tous))?\s*[,!.]\s+/i;
const LISTED_ASK = /[:?]\s*$/;

type Candidate = { readonly text: string; readonly intent: SentenceIntent; readonly order: number };

/**
 * What a cleaned message asks, in its words and order: questions, requests, items of a list that was introduced as
 * questions, then at most two statements of trouble. Without any of them the first statements stand for the question, if
 * `statementsToo`.
 * Empty when the message only thanks or greets.
 */
export function findQuestions(parts: readonly MessagePart[], language: string, statementsToo: boolean): string[] {
  const candidates = toCandidates(parts);
  const hasContent = (one: Candidate): boolean =>
    splitWords(one.text).length >= 2 && (one.intent === 'question' || toTerms(one.text, language).length > 0);
  const telling = candidates.filter(hasContent);
  const asked = telling.filter((one) => isAsking(one.intent) && !isRhetorical(one, language));
  // The statements that say most; which comes first tells little about that.
  const problems = telling
    .filter((one) => one.intent === 'problem')
    .toSorted((a, b) => new Set(toTerms(b.text, language)).size - new Set(toTerms(a.text, language)).size)
    .slice(0, MAX_PROBLEMS);
  const chosen = [...asked, ...problems];
  if (chosen.length > 0) {
    return [...new Set(chosen.toSorted((a, b) => a.order - b.order).map((one) => withAntecedent(one, candidates, language)))];
  }
  if (!statementsToo || isThanks(parts)) return [];
  return telling
    .filter((one) => one.intent === 'rest' && splitWords(one.text).length >= 4)
    .slice(0, 2)
    .map((one) => shorten(one.text));
}

/** Up to this many words, a message that says thanks and asks nothing needs no answer. */
const MAX_THANKS_WORDS = 60;
const THANKS = /\b(?:thanks?|thank you|danke|vielen dank|gracias|merci|obrigad[oa]|grazie|bedankt)(?![\p{L}])/iu;

function isThanks(parts: readonly MessagePart[]): boolean {
  const text = parts.map((part) => part.text).join(' ');
  return THANKS.test(text) && splitWords(text).length <= MAX_THANKS_WORDS;
}

const isAsking = (intent: SentenceIntent): boolean => intent === 'question' || intent === 'request';

function toCandidates(parts: readonly MessagePart[]): Candidate[] {
  const candidates: Candidate[] = [];
  let listAsks = false;
  for (const part of parts) {
    if (part.kind === 'log') continue;
    if (part.kind === 'item') {
      const intent = toSentenceIntent(part.text);
      candidates.push({ text: part.text, intent: listAsks ? 'question' : intent, order: candidates.length });
      continue;
    }
    const sentences = splitSentences(part.text);
    for (const sentence of sentences) {
      const intent = toSentenceIntent(sentence.text);
      candidates.push({ text: sentence.text, intent, order: candidates.length });
      listAsks =
        isAsking(intent) || LISTED_ASK.test(sentence.text) || /\b(questions?|fragen|preguntas|ask for)\b/i.test(sentence.text);
    }
  }
  // What only introduces a list says nothing that its items do not say.
  return candidates.filter(
    (one, index) =>
      !(/(:|\b(for|um|de))$/i.test(one.text.trim()) && candidates[index + 1] !== undefined && one.intent !== 'question'),
  );
}

/** "Are you serious?", "Really?": a question without anything to look up. */
function isRhetorical(one: Candidate, language: string): boolean {
  return (
    one.intent === 'question' &&
    new Set(toTerms(one.text, language)).size <= 1 &&
    !/\b(how|when|where|what|why|wie|wann|was|wo|cu[aá]ndo|c[oó]mo|qu[eé]|quand|comment|combien)\b/i.test(one.text)
  );
}

/** A question that leans on what stands before it ("What should it be?") takes that sentence along. */
function withAntecedent(one: Candidate, all: readonly Candidate[], language: string): string {
  const leans = one.intent === 'question' && new Set(toTerms(one.text, language)).size <= 1;
  const before = leans ? all.findLast((other) => other.order < one.order && other.intent !== 'pleasantry') : undefined;
  return shorten(before && !isAsking(before.intent) ? `${before.text} ${one.text}` : one.text);
}

/** At most 320 characters, the end of the text; without a greeting before and "and" after it. */
export function shorten(whole: string): string {
  const text = whole.replace(HAIL, '').replace(/[,;]?\s+(?:and|or|und|oder|y|o|et|ou|e|en|of)$|[,;]$/i, '');
  if (text.length <= MAX_QUESTION_LENGTH) return text;
  const end = text.slice(-MAX_QUESTION_LENGTH);
  return end.slice(end.indexOf(' ') + 1);
}
