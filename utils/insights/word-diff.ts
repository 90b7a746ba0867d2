import { toWords, trimCommonEnds } from './to-words.ts';

/** Words in a row that were kept, taken out of the draft, or added by the agent; `text` has single spaces. */
export type DiffPiece = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string };

/** Table cells above which the middle is shown as one replacement: 4 million are about 20 ms and 8 MB. */
const MAX_CELLS = 4_000_000;

/**
 * What the agent changed, word by word, along a longest common subsequence. Joining all pieces that are not `added`
 * gives the draft's words, joining all that are not `removed` gives the sent words. Of two equal ways, words are taken
 * out before words are added. Time and memory O(n·m) up to `MAX_CELLS`. Never throws.
 */
export function diffWords(draft: string, sent: string): DiffPiece[] {
  const draftWords = toWords(draft);
  const { a, b, start, end } = trimCommonEnds(draftWords, toWords(sent));
  const middle = a.length * b.length > MAX_CELLS ? replaceAll(a, b) : walk(a, b);
  const kept = (words: readonly string[]): Step[] => words.map((word) => ['kept', word]);
  const steps = [...kept(draftWords.slice(0, start)), ...middle, ...kept(draftWords.slice(draftWords.length - end))];
  return joinRuns(steps);
}

type Step = readonly [DiffPiece['kind'], string];

const replaceAll = (a: readonly string[], b: readonly string[]): Step[] => [
  ...a.map((word): Step => ['removed', word]),
  ...b.map((word): Step => ['added', word]),
];

function walk(a: readonly string[], b: readonly string[]): Step[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let row = 0;
  let column = 0;
  while (row < a.length || column < b.length) {
    const removed = a[row];
    const added = b[column];
    if (removed !== undefined && removed === added) {
      steps.push(['kept', removed]);
      row += 1;
      column += 1;
    } else if (removed !== undefined && (added === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push(['removed', removed]);
      row += 1;
    } else {
      steps.push(['added', added ?? '']);
      column += 1;
    }
  }
  return steps;
}

function joinRuns(steps: readonly Step[]): DiffPiece[] {
  const pieces: { kind: DiffPiece['kind']; words: string[] }[] = [];
  for (const [kind, word] of steps) {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else pieces.push({ kind, words: [word] });
  }
  return pieces.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}
