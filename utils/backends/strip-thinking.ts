/**
 * What models put around what they think, when the server leaves it in the text, and what ends it. Sources: the templates of
 * DeepSeek R1 and Qwen 3 (`<think>`), Magistral (`[THINK]`), Kimi (`◁think▷`), gpt-oss (the harmony format,
 * https://github.com/openai/harmony).
 */
const pairs: readonly (readonly [open: string, close: readonly string[]])[] = [
  ...['think', 'thinking', 'thought', 'reasoning'].map((name) => [`<${name}>`, [`</${name}>`]] as const),
  ['<|begin_of_thought|>', ['<|end_of_thought|>']],
  ['[think]', ['[/think]']],
  ['◁think▷', ['◁/think▷']],
  ['<|channel|>analysis', ['<|end|>', '<|channel|>final']],
  ['<|channel|>commentary', ['<|end|>', '<|channel|>final']],
];
/** Marks that are dropped where they stand: the frame of the harmony format, and an end without a beginning. */
const loose: readonly string[] = [
  '<|start|>assistant',
  '<|channel|>final',
  '<|message|>',
  '<|end|>',
  '<|return|>',
  '</think>',
  '</thinking>',
];
const marks: readonly string[] = [...pairs.map(([open]) => open), ...loose];

export type ThinkingFilter = {
  /** What may be shown of the text so far; holds back what may turn out to be the beginning of a mark. */
  readonly push: (piece: string) => string;
  /** What was held back and is text after all. What was never closed stays out. */
  readonly end: () => string;
};

/** Takes what a model thinks out of a text that comes in pieces, wherever they are cut. Space in front of the first word goes too. */
export function createThinkingFilter(): ThinkingFilter {
  let waiting = '';
  let closers: readonly string[] | undefined;
  let begun = false;

  const show = (text: string): string => {
    const shown = begun ? text : text.trimStart();
    begun ||= shown !== '';
    return shown;
  };
  const push = (piece: string): string => {
    waiting += piece;
    let shown = '';
    for (;;) {
      const found = findFirst(waiting, closers ?? marks);
      if (!found) {
        const keep = closers ? Math.max(...closers.map((mark) => mark.length)) - 1 : countHeldBack(waiting);
        const cut = Math.max(0, waiting.length - keep);
        if (!closers) shown += waiting.slice(0, cut);
        waiting = waiting.slice(cut);
        return show(shown);
      }
      if (!closers) shown += waiting.slice(0, found.at);
      waiting = waiting.slice(found.at + found.mark.length);
      closers = closers ? undefined : pairs.find(([open]) => open === found.mark)?.[1];
    }
  };
  return {
    push,
    end() {
      const rest = closers ? '' : waiting;
      waiting = '';
      return show(rest);
    },
  };
}

/** The same for a text that is there as a whole; here what stands in front of an end without a beginning goes as well. */
export function stripThinking(text: string): string {
  const end = /<\/think(?:ing)?>/i.exec(text);
  const isStray = end && !/<think(?:ing)?>/i.test(text.slice(0, end.index));
  const filter = createThinkingFilter();
  return filter.push(isStray ? text.slice(end.index) : text) + filter.end();
}

function findFirst(text: string, from: readonly string[]): { readonly mark: string; readonly at: number } | undefined {
  const lower = toLower(text);
  let first: { mark: string; at: number } | undefined;
  for (const mark of from) {
    const at = lower.indexOf(mark);
    if (at >= 0 && (!first || at < first.at || (at === first.at && mark.length > first.mark.length))) first = { mark, at };
  }
  return first;
}

/** Letters at the end that a mark begins with. */
function countHeldBack(text: string): number {
  const lower = toLower(text);
  let most = 0;
  for (const mark of marks) {
    for (let length = Math.min(mark.length - 1, lower.length); length > most; length -= 1)
      if (lower.endsWith(mark.slice(0, length))) most = length;
  }
  return most;
}

/** Letters of marks only, so that every letter keeps its place. */
function toLower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
