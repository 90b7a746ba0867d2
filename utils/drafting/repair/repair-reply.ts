import { defaultBudget } from '../../domain/spending.ts';
import { removeUnseen } from '../../text/clean-untrusted.ts';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { cutEchoes, cutLoops } from './cut-loops.ts';
import { dropCitations } from './drop-citations.ts';
import { dropMarkup } from './drop-markup.ts';
import { flattenTables } from './flatten-tables.ts';
import { hasLeak } from './find-leak.ts';
import { dropSecondGreeting } from './greetings.ts';
import { findWrongLanguage } from './judge-language.ts';
import { isGibberish, isOnlyRefusal } from './judge-sense.ts';
import { readNoAnswer } from './read-no-answer.ts';
import { readWrappedJson } from './read-wrapped-json.ts';
import { stripTemplateMarks, stripThinking } from './strip-thinking.ts';
import { stripWrapping } from './strip-wrapping.ts';

export type RepairContext = {
  /** BCP 47 language that was asked for. */
  readonly language: string;
  /** What was asked. */
  readonly prompt: Pick<Prompt, 'parts' | 'given' | 'questions' | 'boundary' | 'answer'>;
  /** Longest reply that was asked for, in tokens. */
  readonly maxTokens?: number;
};

export type ReadReply =
  /** `repairs`: what was put right, each a clause in plain words: "removed an introduction". */
  | { readonly kind: 'reply'; readonly marked: string; readonly repairs: readonly string[] }
  | { readonly kind: 'no-answer' }
  /** `why`: a clause in plain words, for agents: "it answered in French, not in German". */
  | { readonly kind: 'nonsense'; readonly why: string };

/** An answer this many times as long as asked for is not what was asked for. */
const MOST_TIMES = 3;
/** What is left when a repetition is cut has to be more than a greeting. */
const LEAST_REPLY = 60;
/** Characters that are read at the least, whatever was asked for. */
const MOST_READ = 60_000;

/**
 * Reads what a model answered, careful or not. What stands around a reply is taken off, what may not stand in it is taken out;
 * what is no reply is nonsense, with the reason. Good replies are left as they are. Never throws; time is linear in the answer.
 */
export function repairReply(raw: string, context: RepairContext): ReadReply {
  const { prompt, maxTokens = defaultBudget.replyTokens } = context;
  const isReply = prompt.answer === 'reply';
  const repairs: string[] = [];
  const note = (what: string, isDone: boolean): void => void (isDone && !repairs.includes(what) && repairs.push(what));

  const all = removeUnseen(raw).trim();
  // Patterns below may look far ahead; what is this long is a loop or no reply.
  const most = Math.max(MOST_READ, maxTokens * MOST_TIMES * 8);
  const seen = all.length > most ? cutLoops(all).text : all;
  note('cut a repetition', seen !== all);
  if (seen.length > most) return nonsense('it wrote far more than a reply');
  const thought = stripThinking(seen);
  note('removed what the model thought aloud', thought !== seen);
  const spoken = stripTemplateMarks(thought);
  note('removed marks of the model', spoken !== thought);
  if (spoken === '') return nonsense(thought === seen ? 'it wrote nothing' : 'it only thought aloud and wrote no reply');
  const rules = prompt.parts.find((part) => part.name === 'instructions')?.text ?? '';
  if (hasLeak(spoken, rules, prompt.boundary)) return nonsense('it repeated its instructions');

  const unwrapped = unwrap(spoken, isReply);
  if (unwrapped === undefined) return nonsense('it wrote data for a program and no reply');
  for (const what of unwrapped.repairs) note(what, true);

  const answered = isReply ? readNoAnswer(unwrapped.text, prompt.given) : unwrapped.text;
  if (answered === undefined) return { kind: 'no-answer' };
  note('removed a mark for "no answer"', answered !== unwrapped.text);

  const loop = cutLoops(answered);
  const echo = cutEchoes(loop.text);
  note('cut a repetition', loop.cut + echo.cut > 0);
  if (loop.cut > answered.length / 2 && loop.text.length < LEAST_REPLY) return nonsense('it repeated itself without end');
  const plain = dropMarkup(echo.text);
  for (const what of plain.repairs) note(what, true);
  const listed = isReply ? flattenTables(plain.text) : plain.text;
  note('turned a table into a list', listed !== plain.text);
  const cited = dropCitations(listed, prompt.given);
  note('removed citations of sources that it was not given', cited.dropped.length > 0);
  const greeted = isReply ? dropSecondGreeting(cited.text) : cited.text;
  note('removed a second greeting', greeted !== cited.text);

  const marked = greeted.trim();
  const why = findNonsense(marked, context, maxTokens);
  return why === undefined ? { kind: 'reply', marked, repairs } : nonsense(why);
}

/** JSON in a fence behind an introduction: each may stand in the other. */
function unwrap(spoken: string, isReply: boolean): { readonly text: string; readonly repairs: readonly string[] } | undefined {
  const repairs: string[] = [];
  let text = spoken;
  for (let layer = 0; layer < 3; layer += 1) {
    const before = text;
    if (isReply) {
      const stripped = stripWrapping(text);
      repairs.push(...stripped.repairs);
      text = stripped.text;
    }
    const inside = readWrappedJson(text);
    if (inside?.trim() === '') return undefined;
    if (inside !== undefined) {
      repairs.push('took the reply out of data for a program');
      text = inside.trim();
    }
    if (text === before) break;
  }
  return { text, repairs };
}

function findNonsense(marked: string, { language, prompt }: RepairContext, maxTokens: number): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(marked.replaceAll(/\[\d{1,2}\]/g, ''))) return 'it wrote no words';
  // What was asked for in the form of another text is as long as that.
  if (prompt.answer === 'reply' && estimateTokens(marked) > MOST_TIMES * maxTokens) return 'it wrote far more than a reply';
  if (isOnlyRefusal(marked)) return 'it refused and wrote no reply';
  if (isGibberish(marked, language)) return 'it wrote letters without sense';
  const wrong = findWrongLanguage(marked, language, prompt.questions);
  return wrong === undefined ? undefined : `it answered in ${toName(wrong)}, not in ${toName(language)}`;
}

const nonsense = (why: string): ReadReply => ({ kind: 'nonsense', why });

function toName(language: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
