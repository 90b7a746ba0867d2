/** Where rows, scales, permissions, the query and the scores lie, and how many rows there are. `stride` is bytes of a row. */
export type ScoreInput = {
  readonly query: Int16Array;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** 0: the row is not scored. */
  readonly allowed: Uint8Array;
  readonly scores: Float32Array;
  readonly count: number;
  readonly stride: number;
};

/** What `kernel.wat` does, in TypeScript and to the last bit: for browsers without WebAssembly SIMD, or where a policy forbids it. */
export function scoreRows({ query, rows, scales, allowed, scores, count, stride }: ScoreInput): void {
  for (let row = 0; row < count; row += 1) {
    if (allowed[row] === 0) {
      scores[row] = -Infinity;
      continue;
    }
    const start = row * stride;
    let sum = 0;
    for (let index = 0; index < stride; index += 1) sum += (query[index] as number) * (rows[start + index] as number);
    scores[row] = Math.fround(sum) * (scales[row] as number);
  }
}
