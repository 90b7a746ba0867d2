/** Rows are padded with zeros to a multiple of this many bytes: one SIMD register. */
const ROW_ALIGNMENT = 16;
/** Largest absolute value of a stored component. */
const ROW_LEVELS = 127;
/**
 * Largest absolute value of a query's component. The kernel widens rows to 16 bits anyway, so a query of 12 bits costs
 * nothing and takes its own rounding out of the scores; a sum over 4,096 dimensions still fits in 32 bits.
 */
const QUERY_LEVELS = 2047;

/** A vector of length 1 as small integers: component i is `levels[i] * scale`. */
export type QuantisedRow = { readonly levels: Int8Array<ArrayBuffer>; readonly scale: number };
export type QuantisedQuery = { readonly levels: Int16Array<ArrayBuffer>; readonly scale: number };

/** Bytes of a stored row of this many dimensions. */
export function toStride(dimensions: number): number {
  return Math.ceil(dimensions / ROW_ALIGNMENT) * ROW_ALIGNMENT;
}

/**
 * A row of `toStride` bytes for the direction of a vector. `undefined` for a vector that has none: of zeros, or with a
 * component that is not a finite number. An error of at most half a level per component, 0.4 % of the largest one.
 */
export function quantiseRow(vector: ArrayLike<number>): QuantisedRow | undefined {
  const levels = new Int8Array(toStride(vector.length));
  const scale = quantiseInto(vector, levels, ROW_LEVELS);
  return scale === undefined ? undefined : { levels, scale };
}

/** As `quantiseRow`, with the finer levels of a query. */
export function quantiseQuery(vector: ArrayLike<number>): QuantisedQuery | undefined {
  const levels = new Int16Array(toStride(vector.length));
  const scale = quantiseInto(vector, levels, QUERY_LEVELS);
  return scale === undefined ? undefined : { levels, scale };
}

function quantiseInto(vector: ArrayLike<number>, levels: Int8Array | Int16Array, most: number): number | undefined {
  let largest = 0;
  for (let index = 0; index < vector.length; index += 1) largest = Math.max(largest, Math.abs(vector[index] ?? 0));
  if (!(largest > 0 && largest < Infinity)) return undefined;
  // Divided by the largest first: the squares of very small or very large numbers are not numbers of this kind any more.
  let squares = 0;
  for (let index = 0; index < vector.length; index += 1) squares += ((vector[index] ?? 0) / largest) ** 2;
  for (let index = 0; index < vector.length; index += 1) levels[index] = Math.round(((vector[index] ?? 0) / largest) * most);
  return Math.fround(1 / (most * Math.sqrt(squares)));
}
