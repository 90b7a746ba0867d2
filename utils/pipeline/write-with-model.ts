import { FailureError } from '../domain/failure.ts';
import type { Spent } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import { buildRetryPrompt } from '../drafting/prompts/retry-prompt.ts';
import { NO_ANSWER } from '../drafting/prompts/reply-prompt.ts';
import { repairReply } from '../drafting/repair/repair-reply.ts';
import { tidyStreaming } from '../drafting/repair/tidy-streaming.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { askModel, type ModelAnswer } from './ask-model.ts';
import type { AskDeps } from './draft-run.ts';

export type WriteAsk = {
  readonly model: LanguageModel;
  readonly prompt: Prompt;
  readonly purpose: Spent['purpose'];
  /** BCP 47 language that the answer has to be in. */
  readonly language: string;
  readonly isCacheable: boolean;
  /** Longest answer, where it is no reply. */
  readonly maxTokens?: number;
  /** Text so far, fit to be shown. */
  readonly onText: (text: string) => void;
  /** Why a well-formed answer is refused all the same; empty when it is not. */
  readonly refuse?: (marked: string) => string;
};

export type Written = {
  /** In marked form, or `NO_ANSWER`. */
  readonly marked: string;
  /** "; removed …" for the note, empty when nothing was. */
  readonly repairs: string;
  readonly note: ModelAnswer['note'];
};

/**
 * A reply from a model, put right where it is a little off. Nonsense is asked for once more, with what was wrong; a second
 * time it is a failure (`model-nonsense`). Throws `FailureError` and the signal's reason.
 */
export async function writeWithModel(
  ask: WriteAsk,
  run: { readonly deps: AskDeps; readonly ask: { readonly draftId: string }; readonly signal: AbortSignal },
): Promise<Written> {
  const maxTokens = ask.maxTokens ?? run.deps.budget.replyTokens;
  let why = '';
  // Only what proved good may serve an identical request, and that one asks in the first words.
  let remember: ModelAnswer['remember'] | undefined;
  for (const attempt of ['first', 'second'] as const) {
    const prompt = attempt === 'first' ? ask.prompt : buildRetryPrompt(ask.prompt, why);
    // The second is only made when the first was nonsense.
    const answer = await askModel(
      {
        model: ask.model,
        prompt,
        purpose: attempt === 'first' ? ask.purpose : 'retry',
        draftId: run.ask.draftId,
        isCacheable: ask.isCacheable,
        maxTokens,
        signal: run.signal,
        onText: onGrowth((soFar) => ask.onText(tidyStreaming(soFar))),
      },
      run.deps,
    );
    const { text, note } = answer;
    remember ??= answer.remember;
    const read = repairReply(text, { language: ask.language, prompt, maxTokens });
    if (read.kind === 'no-answer') {
      await remember(text);
      return { marked: NO_ANSWER, repairs: '', note };
    }
    why = read.kind === 'nonsense' ? read.why : (ask.refuse?.(read.marked) ?? '');
    if (read.kind === 'reply' && why === '') {
      await remember(text);
      return { marked: read.marked, repairs: read.repairs.map((one) => `; ${one}`).join(''), note };
    }
  }
  throw new FailureError({ kind: 'model-nonsense', host: ask.model.host, why: why.slice(0, 300) });
}

/** Of a text this many times the last step or longer, a step more is not seen; tidying it again for each token would take quadratic time. */
const STEPS = 256;

/** Calls on for a text that grows, ever more rarely the longer it is: some 1,400 times for the first 60,000 characters. */
function onGrowth(call: (soFar: string) => void): (soFar: string) => void {
  let shown = 0;
  return (soFar) => {
    if (soFar.length - shown < soFar.length / STEPS) return;
    shown = soFar.length;
    call(soFar);
  };
}
