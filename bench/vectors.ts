import { readFile } from 'node:fs/promises';
import loadWabt from 'wabt';
import { quantiseQuery, quantiseRow, toStride, type QuantisedQuery } from '../utils/retrieval/vectors/quantise.ts';
import { findTopRows } from '../utils/retrieval/vectors/top-rows.ts';
import { createVectorMatrix, type VectorMatrix } from '../utils/retrieval/vectors/vector-matrix.ts';

/** Times are medians in milliseconds. */
export type VectorBenchRow = {
  readonly vectors: number;
  readonly dimensions: number;
  /** Every row scored, by WebAssembly. */
  readonly kernelMs: number;
  /** The same bytes added up as 32-bit words by WebAssembly SIMD: what reading memory costs. */
  readonly plainSumMs: number;
  readonly ratioToSum: number;
  /** The same bytes added up as the numbers that they are: differs where they fit into the cache. */
  readonly byteSumMs: number;
  readonly ratioToByteSum: number;
  /** The ten best of the scores. */
  readonly topMs: number;
  /** Every row scored, in TypeScript: measured on 100,000 rows at most, and reckoned for more. */
  readonly jsMs: number;
  /** Share of the ten nearest by 32-bit floats that are among the ten nearest by small integers. */
  readonly recallAt10VsFloat: number;
};

const QUERIES = 20;
const LIMIT = 10;
/** Passages of a help centre are not spread evenly: they stand around topics. */
const TOPICS = 200;
const MAX_JS_ROWS = 100_000;

/** Vectors made from topics with noise, scored in every way there is; one row for each size. */
export async function benchVectors(sizes: readonly number[], dimensions: number): Promise<VectorBenchRow[]> {
  const rows: VectorBenchRow[] = [];
  for (const size of sizes) rows.push(await benchSize(size, dimensions));
  return rows;
}

async function benchSize(vectors: number, dimensions: number): Promise<VectorBenchRow> {
  const make = createVectorMaker(dimensions);
  const questions = Array.from({ length: QUERIES }, () => make());
  const exact = questions.map(() => new Float32Array(vectors));
  const matrix = createVectorMatrix(vectors, dimensions);
  const plain = createVectorMatrix(Math.min(vectors, MAX_JS_ROWS), dimensions, 'typescript');
  if (matrix.kernel !== 'wasm') throw new Error('No WebAssembly here.');
  for (let row = 0; row < vectors; row += 1) {
    const vector = make();
    fillRow(row < plain.capacity ? [matrix, plain] : [matrix], row, vector);
    questions.forEach((question, index) => {
      const scores = exact[index];
      if (scores) scores[row] = dot(question, vector);
    });
  }

  const queries = questions.map(toQuery);
  const found = queries.map((query) => findTopRows(matrix.score(query), LIMIT).map(({ row }) => row));
  const wanted = exact.map((scores) => findTopRows(scores, LIMIT).map(({ row }) => row));
  const hits = found.map((rows, index) => rows.filter((row) => wanted[index]?.includes(row)).length);
  const { sumWords, sumBytes } = await loadSums(vectors * toStride(dimensions));
  // In turn, so that whatever else the machine does falls on both.
  const score = (turn: number): unknown => matrix.score(queries[turn % QUERIES] as QuantisedQuery);
  const [kernelMs = 0, plainSumMs = 0, byteSumMs = 0] = timeInTurn([score, sumWords, sumBytes]);
  const scores = matrix.score(queries[0] as QuantisedQuery);
  const [topMs = 0] = timeInTurn([() => findTopRows(scores, LIMIT)]);
  const [jsMs = 0] = timeInTurn([(turn) => plain.score(queries[turn % QUERIES] as QuantisedQuery)], 5);
  return {
    vectors,
    dimensions,
    kernelMs: round(kernelMs),
    plainSumMs: round(plainSumMs),
    ratioToSum: round(kernelMs / plainSumMs),
    byteSumMs: round(byteSumMs),
    ratioToByteSum: round(kernelMs / byteSumMs),
    topMs: round(topMs),
    jsMs: round((jsMs * vectors) / plain.capacity),
    recallAt10VsFloat: round(hits.reduce((all, each) => all + each, 0) / (QUERIES * Math.min(LIMIT, vectors))),
  };
}

function fillRow(matrices: readonly VectorMatrix[], row: number, vector: Float32Array): void {
  const quantised = quantiseRow(vector);
  if (!quantised) throw new Error('A made-up vector has no direction.');
  for (const matrix of matrices) {
    matrix.putRows(row, quantised.levels, Float32Array.of(quantised.scale));
    matrix.allowed[row] = 1;
  }
}

function toQuery(vector: Float32Array): QuantisedQuery {
  const query = quantiseQuery(vector);
  if (!query) throw new Error('A made-up query has no direction.');
  return query;
}

async function loadSums(bytes: number): Promise<{ sumWords: () => void; sumBytes: () => void }> {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat('sum.wat', await readFile(`${import.meta.dirname}/vectors-sum.wat`), { simd: true });
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  new Uint8Array(memory.buffer).fill(1);
  const module = new WebAssembly.Module(new Uint8Array(parsed.toBinary({}).buffer));
  const { sumWords, sumBytes } = new WebAssembly.Instance(module, { bench: { memory } }).exports;
  if (typeof sumWords !== 'function' || typeof sumBytes !== 'function') throw new Error('The sums cannot be called.');
  const end = Math.floor(bytes / 64) * 64;
  return { sumWords: () => sumWords(0, end), sumBytes: () => sumBytes(0, end) };
}

/** Median milliseconds of each, run one after another again and again. */
function timeInTurn(works: readonly ((turn: number) => unknown)[], turns = 41): number[] {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn < turns; turn += 1) {
    works.forEach((work, index) => {
      const start = performance.now();
      work(turn);
      times[index]?.push(performance.now() - start);
    });
  }
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0);
}

/** Unit vectors around `TOPICS` directions, the same in every run. */
function createVectorMaker(dimensions: number): () => Float32Array {
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  const spread = (): number => random() + random() + random() - 1.5;
  const topics = Array.from({ length: TOPICS }, () => Float32Array.from({ length: dimensions }, spread));
  return () => {
    const topic = topics[Math.floor(random() * TOPICS)] ?? new Float32Array(dimensions);
    const vector = topic.map((component) => component + 0.8 * spread());
    const length = Math.sqrt(dot(vector, vector));
    return vector.map((component) => component / length);
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
