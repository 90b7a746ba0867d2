import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { quantiseQuery, quantiseRow } from './quantise.ts';
import { findTopRows } from './top-rows.ts';
import { createVectorMatrix, type VectorMatrix } from './vector-matrix.ts';

type Case = { dimensions: number; vectors: number[][]; query: number[]; allowed: boolean[] };

const component = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, 1, 0, 0.5));
const vectorOf = (dimensions: number) =>
  fc.array(component, { minLength: dimensions, maxLength: dimensions }).filter((vector) => vector.some((each) => each !== 0));
const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 41 }))
  .chain(([dimensions, count]) =>
    fc.record({
      dimensions: fc.constant(dimensions),
      vectors: fc.array(vectorOf(dimensions), { minLength: count, maxLength: count }),
      query: vectorOf(dimensions),
      allowed: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    }),
  );

function fill({ dimensions, vectors, allowed }: Case, kernel: VectorMatrix['kernel']): VectorMatrix {
  const matrix = createVectorMatrix(vectors.length, dimensions, kernel);
  expect(matrix.kernel).toBe(kernel);
  vectors.forEach((vector, row) => {
    const quantised = quantiseRow(vector);
    if (!quantised) throw new Error('no direction');
    matrix.putRows(row, quantised.levels, Float32Array.of(quantised.scale));
    matrix.allowed[row] = allowed[row] ? 1 : 0;
  });
  return matrix;
}

function toQuery(vector: readonly number[]) {
  const query = quantiseQuery(vector);
  if (!query) throw new Error('no direction');
  return query;
}

afterEach(() => vi.unstubAllGlobals());

it('WebAssembly and TypeScript give the same scores to the last bit, and the same rows in the same order', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 12 }), (each, limit) => {
      const query = toQuery(each.query);
      const quick = fill(each, 'wasm').score(query);
      const plain = fill(each, 'typescript').score(query);
      expect([...quick]).toEqual([...plain]);
      expect(findTopRows(quick, limit)).toEqual(findTopRows(plain, limit));
    }),
    { numRuns: 400 },
  );
});

it.each([384, 1000, 1536, 4096])('sums of %i extreme dimensions do not run over', (dimensions) => {
  const ones = Array.from({ length: dimensions }, () => 1);
  const each = { dimensions, vectors: [ones, ones.map((one) => -one)], query: ones, allowed: [true, true] };
  const query = toQuery(ones);
  for (const kernel of ['wasm', 'typescript'] as const) {
    const [same = 0, opposite = 0] = fill(each, kernel).score(query);
    expect(same * query.scale).toBeCloseTo(1, 5);
    expect(opposite * query.scale).toBeCloseTo(-1, 5);
  }
});

it.each(['wasm', 'typescript'] as const)(
  'a row that is not allowed is never in the result, however near it is (%s)',
  (kernel) => {
    fc.assert(
      fc.property(cases, (each) => {
        const found = findTopRows(fill(each, kernel).score(toQuery(each.query)), 100);
        expect(new Set(found.map(({ row }) => row))).toEqual(
          new Set(each.allowed.flatMap((allowed, row) => (allowed ? [row] : []))),
        );
      }),
    );
  },
);

it('scores are cosines within 0.02', () => {
  const toUnit = (vector: readonly number[]): number[] => {
    const largest = Math.max(...vector.map(Math.abs));
    const near = vector.map((each) => each / largest);
    return near.map((each) => each / Math.hypot(...near));
  };
  const cosine = (a: readonly number[], b: readonly number[]): number =>
    toUnit(a).reduce((sum, each, index) => sum + each * (toUnit(b)[index] ?? 0), 0);
  fc.assert(
    fc.property(cases, (each) => {
      const query = toQuery(each.query);
      const scores = fill({ ...each, allowed: each.allowed.map(() => true) }, 'wasm').score(query);
      each.vectors.forEach((vector, row) =>
        expect(Math.abs((scores[row] ?? 0) * query.scale - cosine(vector, each.query))).toBeLessThan(0.02),
      );
    }),
  );
});

describe('TypeScript stands in', () => {
  it('where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(createVectorMatrix(4, 8).kernel).toBe('typescript');
  });
  it('where the memory cannot be had', () => {
    vi.stubGlobal('WebAssembly', {
      ...WebAssembly,
      Memory: class {
        constructor() {
          throw new RangeError('could not allocate memory');
        }
      },
    });
    expect(createVectorMatrix(4, 8).kernel).toBe('typescript');
  });
});

it.each([[[]], [[0, 0]], [[1, Number.NaN]], [[1, Infinity]]])('%j has no direction and is not quantised', (vector) => {
  expect(quantiseRow(vector)).toBeUndefined();
  expect(quantiseQuery(vector)).toBeUndefined();
});

it.each([1e-200, 1e-30, 1, 1e30, 1e200])('length does not matter, not even %d', (length) => {
  expect(quantiseRow([3 * length, 4 * length])).toEqual(quantiseRow([3, 4]));
});

it('of equal scores the earlier row goes first', () => {
  const rows = (limit: number) => findTopRows(Float32Array.of(1, 2, -Infinity, 2, 1, 2), limit).map(({ row }) => row);
  expect([1, 2, 4, 9, 0].map(rows)).toEqual([[1], [1, 3], [1, 3, 5, 0], [1, 3, 5, 0, 4], []]);
});
