import { kernelBase64 } from './kernel-bytes.ts';
import { toStride, type QuantisedQuery } from './quantise.ts';
import { scoreRows } from './score-rows.ts';

/** Rows scored at a time. */
const GROUP_ROWS = 4;
const PAGE_BYTES = 65_536;

/** 32-bit words of one row that stand together in WebAssembly memory, before those of the next row of its group. */
const PIECE_WORDS = 4;

/** Vectors in memory, to be filled by whoever made it. */
export type VectorMatrix = {
  readonly kernel: 'wasm' | 'typescript';
  readonly dimensions: number;
  /** Bytes of a row. */
  readonly stride: number;
  /** Rows there is room for. */
  readonly capacity: number;
  /** Copies whole rows, row-major, and their scales to place `at` and after. Throws `RangeError` where there is no room. */
  readonly putRows: (at: number, rows: Int8Array, scales: Float32Array) => void;
  /** 0: the row is not scored; all are 0 at first. A view that stays valid as long as the matrix. */
  readonly allowed: Uint8Array<ArrayBuffer>;
  /**
   * The score of each row, its cosine with the query divided by the query's scale; -Infinity where it is not allowed.
   * The same array is given back each time, overwritten.
   */
  readonly score: (query: QuantisedQuery) => Float32Array<ArrayBuffer>;
};

/**
 * Room for `capacity` vectors. Scored by WebAssembly SIMD, and by TypeScript with the same result where that cannot be
 * had; `kernel` asks for one of them. The memory goes when the matrix does.
 */
export function createVectorMatrix(capacity: number, dimensions: number, kernel: VectorMatrix['kernel'] = 'wasm'): VectorMatrix {
  if (kernel === 'typescript') return createInTypeScript(capacity, dimensions);
  try {
    return createInWasm(capacity, dimensions);
  } catch {
    // No WebAssembly, no SIMD, forbidden by the page's policy, or not that much memory in one piece.
    return createInTypeScript(capacity, dimensions);
  }
}

function createInWasm(capacity: number, dimensions: number): VectorMatrix {
  const stride = toStride(dimensions);
  const padded = Math.ceil(capacity / GROUP_ROWS) * GROUP_ROWS;
  const lengths = [stride * 2, padded * stride, padded * 4, padded, padded * 4].map((bytes) => Math.ceil(bytes / 16) * 16);
  const offsets = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, bytes) => sum + bytes, 0));
  const [queryAt = 0, rowsAt = 0, scalesAt = 0, allowedAt = 0, scoresAt = 0] = offsets;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((scoresAt + padded * 4) / PAGE_BYTES) });
  const { score } = new WebAssembly.Instance(compileKernel(), { kernel: { memory } }).exports;
  if (typeof score !== 'function') throw new TypeError('The kernel has no such function.');
  const { buffer } = memory;
  const query = new Int16Array(buffer, queryAt, stride);
  const scores = new Float32Array(buffer, scoresAt, capacity);
  const stored = new Int32Array(buffer, rowsAt, (padded * stride) / 4);
  const scales = new Float32Array(buffer, scalesAt, capacity);
  return {
    kernel: 'wasm',
    dimensions,
    stride,
    capacity,
    putRows(at, rows, itsScales) {
      scales.set(itsScales, at);
      interleave(rows, stored, at, stride);
    },
    allowed: new Uint8Array(buffer, allowedAt, capacity),
    score({ levels }) {
      query.set(levels);
      score(queryAt, rowsAt, scalesAt, allowedAt, scoresAt, padded / GROUP_ROWS, stride);
      return scores;
    },
  };
}

function createInTypeScript(capacity: number, dimensions: number): VectorMatrix {
  const stride = toStride(dimensions);
  const rows = new Int8Array(capacity * stride);
  const scales = new Float32Array(capacity);
  const allowed = new Uint8Array(capacity);
  const scores = new Float32Array(capacity);
  return {
    kernel: 'typescript',
    dimensions,
    stride,
    capacity,
    putRows(at, added, itsScales) {
      scales.set(itsScales, at);
      rows.set(added, at * stride);
    },
    allowed,
    score({ levels: query }) {
      scoreRows({ query, rows, scales, allowed, scores, count: capacity, stride });
      return scores;
    },
  };
}

/** Copies row-major rows to where the kernel reads them: four rows in turn, a piece of each. Four bytes at a time. */
function interleave(rows: Int8Array, stored: Int32Array, at: number, stride: number): void {
  const aligned = rows.byteOffset % 4 === 0 ? rows : rows.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
  const rowWords = stride / 4;
  const count = words.length / rowWords;
  for (let row = 0; row < count; row += 1) {
    const lane = (at + row) % GROUP_ROWS;
    const from = row * rowWords;
    let to = (at + row - lane) * rowWords + lane * PIECE_WORDS;
    for (let piece = 0; piece < rowWords; piece += PIECE_WORDS) {
      for (let word = 0; word < PIECE_WORDS; word += 1) stored[to + word] = words[from + piece + word] as number;
      to += PIECE_WORDS * GROUP_ROWS;
    }
  }
}

let compiled: WebAssembly.Module | undefined;

function compileKernel(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBase64), (letter) => letter.charCodeAt(0)));
  return compiled;
}
