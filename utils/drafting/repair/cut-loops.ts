export type Uncoiled = {
  readonly text: string;
  /** Characters that were cut. */
  readonly cut: number;
};

/** Fewer or shorter repetitions may be meant: "no no no", rows of a table. */
const LEAST_TIMES = 3;
const LEAST_LENGTH = 80;
const MANY_TIMES = 8;
const SHORT_LENGTH = 30;

/** Cuts a repetition at the end of a text down to one round; a last, unfinished round counts. Linear time. */
export function cutLoops(text: string): Uncoiled {
  const trimmed = text.trimEnd();
  const { period, run } = findTailPeriod(trimmed);
  if (period === 0) return { text: trimmed, cut: 0 };
  const kept = trimmed.slice(0, trimmed.length - run + period).trimEnd();
  return { text: kept, cut: trimmed.length - kept.length };
}

/** The shortest period that the end of a text repeats, and how long it does so; 0 without one. Main & Lorentz by the Z function. */
function findTailPeriod(text: string): { readonly period: number; readonly run: number } {
  const back = text.split('').toReversed();
  const z = new Uint32Array(back.length);
  let left = 0;
  let right = 0;
  for (let at = 1; at < back.length; at += 1) {
    let length = at < right ? Math.min(right - at, z[at - left] ?? 0) : 0;
    while (at + length < back.length && back[length] === back[at + length]) length += 1;
    z[at] = length;
    if (at + length > right) [left, right] = [at, at + length];
    const run = length + at;
    const isLoop = (run >= LEAST_TIMES * at && run >= LEAST_LENGTH) || (run >= MANY_TIMES * at && run >= SHORT_LENGTH);
    if (isLoop) return { period: at, run };
  }
  return { period: 0, run: 0 };
}

/** The same sentence three times or more in a row, wherever: one is kept. */
export function cutEchoes(text: string): Uncoiled {
  const kept = text.replaceAll(/([^\n.!?]{12,400}[.!?]?(?: ?\[\d{1,2}\])?[ \n]+)\1{2,}/g, '$1');
  return { text: kept, cut: text.length - kept.length };
}
