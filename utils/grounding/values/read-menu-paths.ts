import { toSpelling } from './read-marked.ts';
import type { Token } from './tokens.ts';
import type { Value } from './value.ts';

const ARROWS = new Set(['>', '→', '›', '⟩', '»']);
/** Menu entries are short; where the last one ends is not marked, so it is read up to here. */
const MAX_WORDS = 4;

/** Paths through menus: "Settings → Billing → Cancel plan". The unit holds the steps with " > " between them. */
export function readMenuPaths(text: string, tokens: readonly Token[]): Value[] {
  const found: Value[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isArrow(tokens, at)) continue;
    let from = at - 1;
    if (tokens[from]?.text === '-') from -= 1;
    if (!isStep(tokens[from])) continue;
    for (let back = from - 1; back > from - MAX_WORDS && /^\p{Lu}|^[-&]$/u.test(tokens[back]?.text ?? ''); back -= 1)
      if (isStep(tokens[back])) from = back;
    const steps: string[] = [];
    let start = from;
    let end = from;
    for (let next = from; next < tokens.length; next += 1) {
      if (isArrow(tokens, next)) {
        steps.push(toStep(text, tokens, start, next));
        start = next + 1;
        end = next + 1;
        at = next;
      } else if (!isStep(tokens[next]) && !(/^[-&/+]$/.test(tokens[next]?.text ?? '') && isStep(tokens[next + 1]))) break;
      else if (next - start >= MAX_WORDS) {
        if (steps.length > 0) break;
      } else end = next + 1;
      if (next - start > 8) break;
    }
    if (end <= start) continue;
    steps.push(toStep(text, tokens, start, end));
    const span = { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
    if (steps.every((step) => step !== '')) {
      found.push({
        kind: 'quoted',
        ...span,
        text: text.slice(span.start, span.end),
        readings: [{ low: 0, high: 0, unit: steps.join(' > ') }],
      });
    }
  }
  return found;
}

function isArrow(tokens: readonly Token[], at: number): boolean {
  return ARROWS.has(tokens[at]?.text ?? '') && tokens[at - 1]?.text !== '<';
}

function isStep(token: Token | undefined): boolean {
  return token !== undefined && token.type !== 'sign';
}

function toStep(text: string, tokens: readonly Token[], from: number, to: number): string {
  return toSpelling(text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
}
