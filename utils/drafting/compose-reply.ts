import type { Ticket } from '../domain/ticket.ts';
import type { ReplyRequest } from '../domain/reply-request.ts';
import type { VoiceProfile } from '../domain/voice.ts';
import { toTerms } from '../text/terms.ts';
import { cleanMessage } from './clean-message.ts';
import { addRequired } from './add-required.ts';
import { chooseSentences, type Answer } from './choose-sentences.ts';
import { findUnanswered } from './find-unanswered.ts';
import { toPassageSentences, type PassageSentence } from './passage-sentences.ts';
import { toPhrases } from './phrases.ts';
import { toFacets, type Facet } from './question-facets.ts';
import { isUpset } from './requester-mood.ts';
import { createSentenceScorer, type ScoredSentence } from './score-sentences.ts';
import { writeFrame } from './voice/write-frame.ts';

export type ComposedReply = {
  /** Marked form: every sentence taken from a source stands as it stands there and is followed by ` [n]`. */
  readonly marked: string;
  /** Questions, and clauses of questions, that nothing in the reply answers, in the requester's words. */
  readonly unanswered: readonly string[];
};

/** "To switch it on again, open Settings": an instruction that says first what it is for. */
const PURPOSE = /^(?:To|Um|Para|Pour|Per|Om) [^.!?:;]{3,80}, /u;
const MAX_ECHO_LENGTH = 120;
/** "What should I do?" is not worth asking back. */
const MIN_ECHO_TERMS = 3;

/**
 * Writes a reply without a model: frame sentences in the requester's language around the sentences that answer. States
 * no fact of its own and promises nothing. Same request, same reply. Never throws.
 */
export function composeReply(request: ReplyRequest): ComposedReply {
  const { ticket, questions, passages } = request;
  const { language, phrases } = toPhrases(request.language);
  const turn = toTurn(ticket);
  const looked = [...passages, ...(request.others ?? [])];
  const all = toPassageSentences(looked);
  const sentences = all.filter(({ source }) => source <= passages.length);
  const around = [ticket.subject, ...questions, turn].join('\n');
  const scoreAll = createSentenceScorer(all, looked, {
    language: request.language,
    around,
    said: turn,
    questions: questions.length,
  });
  const scored = new Map<Facet, readonly ScoredSentence[]>();
  const score = (facet: Facet): readonly ScoredSentence[] => {
    const known = scored.get(facet) ?? scoreAll(facet).filter(({ sentence }) => sentence.source <= passages.length);
    scored.set(facet, known);
    return known;
  };
  const facets = toFacets(questions);
  const answers = addRequired(chooseSentences(facets, sentences, score, around), request, sentences, facets.flatMap(score));
  const said = new Set(answers.flatMap((answer) => answer.sentences));
  const unanswered = findUnanswered(questions, facets, score, said, all, request.language);

  // Only a real question is repeated to the requester; what else they wrote need not come back at them.
  const open = unanswered.find(
    (question) =>
      /[?？]\s*$/.test(question) &&
      question.length <= MAX_ECHO_LENGTH &&
      toTerms(question, request.language).length >= MIN_ECHO_TERMS,
  );
  const blocks = answers.flatMap((answer) => toAnswerBlocks(answer, request.voice?.order));
  const frame = writeFrame({
    ...request,
    isUpset: isUpset(turn) || isUpset(`${ticket.subject}\n${turn}`),
    notes: toLanguageNotes(request.language, language, answers, phrases.foreign),
    answers: toAnswerKind(answers),
    quoted: blocks.join('\n'),
    ...(open === undefined ? {} : { open: toEcho(open) }),
  });
  return { marked: [...frame.before, ...blocks, ...frame.after].join('\n\n'), unanswered };
}

/** By how it begins: what leads to it has to fit the first sentence. */
function toAnswerKind(answers: readonly Answer[]): 'none' | 'tells' | 'steps' {
  const [sentence] = answers.flatMap((answer) => answer.sentences);
  if (!sentence) return 'none';
  return sentence.form === 'step' || sentence.instructs || PURPOSE.test(sentence.text) ? 'steps' : 'tells';
}

/** The requester's public words since the last public reply. */
function toTurn(ticket: Ticket): string {
  const open = ticket.messages.filter((message) => message.visibility === 'public');
  return open
    .slice(open.findLastIndex((message) => message.role === 'agent') + 1)
    .flatMap((message) => cleanMessage(message.text, message.author.name).map((part) => part.text))
    .join('\n');
}

/** Paragraphs for running text, lists for two or more steps; where the voice wants steps, all that follows the first one. */
function toAnswerBlocks(answer: Answer, order: VoiceProfile['order'] | undefined): string[] {
  const blocks: { kind: 'text' | 'steps' | 'bullets'; lines: string[] }[] = [];
  const steps = findSteps(answer.sentences);
  const firstStep = order === 'numbered-steps' ? toFirstStep(answer.sentences) : Infinity;
  for (const [index, sentence] of answer.sentences.entries()) {
    const kind = index >= firstStep && sentence.form !== 'bullet' ? 'steps' : toKind(sentence, steps);
    const last = blocks.at(-1);
    const line = `${kind === 'text' ? toWhole(sentence.text) : sentence.text} [${sentence.source}]`;
    if (last?.kind === kind && !isTornOff(sentence, answer.sentences[index - 1])) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.map(({ kind, lines }) => {
    if (kind === 'steps' && lines.length > 1) return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
    return kind === 'bullets' ? lines.map((line) => `- ${line}`).join('\n') : lines.join(' ');
  });
}

/** A line without a full stop would run into what follows. */
function toWhole(text: string): string {
  return /[.!?…:;。！？]["'”’»)\]]*$/u.test(text) ? text : `${text}.`;
}

/** The rest of a sentence that was cut in its source reads as the rest of whatever stands before it. */
function isTornOff(sentence: PassageSentence, before: PassageSentence | undefined): boolean {
  const follows = before?.source === sentence.source && before.order === sentence.order - 1;
  return /^\p{Ll}/u.test(sentence.text) && !follows;
}

/** Where numbered steps begin: at the first instruction, at the start when three or more sentences only tell, else nowhere. */
function toFirstStep(sentences: readonly PassageSentence[]): number {
  const found = sentences.findIndex((one) => one.form === 'step' || one.instructs || PURPOSE.test(one.text));
  if (found >= 0) return found;
  return sentences.length >= 3 ? 0 : Infinity;
}

/** Instructions that follow each other in one paragraph of a source: steps, though nobody numbered them. */
function findSteps(sentences: readonly PassageSentence[]): ReadonlySet<PassageSentence> {
  const isNext = (one: PassageSentence, other: PassageSentence | undefined): boolean =>
    other?.form === 'sentence' &&
    other.instructs &&
    other.source === one.source &&
    other.paragraph === one.paragraph &&
    Math.abs(other.order - one.order) === 1;
  return new Set(
    sentences.filter(
      (one, index) =>
        one.form === 'sentence' &&
        one.instructs &&
        one.label === '' &&
        (isNext(one, sentences[index - 1]) || isNext(one, sentences[index + 1])),
    ),
  );
}

function toKind(sentence: PassageSentence, steps: ReadonlySet<PassageSentence>): 'text' | 'steps' | 'bullets' {
  if (sentence.form === 'bullet') return 'bullets';
  return sentence.form === 'step' || steps.has(sentence) ? 'steps' : 'text';
}

function toLanguageNotes(
  asked: string,
  written: string,
  answers: readonly Answer[],
  foreign: (name: string) => string,
): string[] {
  const base = asked.split('-')[0] ?? asked;
  const fallback =
    base === written ? [] : [`This reply is in English; you are welcome to write in ${toLanguageName(base, 'en')}.`];
  const others = new Set(
    answers.flatMap((answer) => answer.sentences.map((one) => one.language.split('-')[0] ?? '')).filter((one) => one !== written),
  );
  return [...fallback, ...[...others].filter((one) => one !== '').map((one) => foreign(toLanguageName(one, written)))];
}

function toLanguageName(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

function toEcho(question: string): string {
  return question
    .replaceAll(/["“”„«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
