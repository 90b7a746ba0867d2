/** Rows of weights as small whole numbers with a scale for each row. */
export type QuantisedRows = {
  readonly width: number;
  readonly bits: 4 | 8;
  /** 8 bits: one weight a byte. 4 bits: two, the first one in the lower half. Two's complement. */
  readonly levels: Int8Array;
  readonly scales: Float32Array;
};

/** Cutting the largest weights a little often costs less than making all others coarse. */
const CUTS = [1, 0.9, 0.8, 0.7, 0.6];

/** Rounds each row to 4 or 8 bits, with the scale whose squared error is the least of five. `width` is even. */
export function quantiseRows(rows: Float32Array, width: number, bits: 4 | 8): QuantisedRows {
  const count = rows.length / width;
  const most = bits === 4 ? 7 : 127;
  const levels = new Int8Array(bits === 4 ? rows.length / 2 : rows.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row += 1) {
    const weights = rows.subarray(row * width, (row + 1) * width);
    const scale = Math.fround(chooseScale(weights, most));
    scales[row] = scale;
    for (let at = 0; at < width; at += 1) {
      const level = toLevel(weights[at] ?? 0, scale, most);
      if (bits === 8) levels[row * width + at] = level;
      else {
        const byte = (row * width + at) >> 1;
        levels[byte] = at % 2 === 0 ? level & 15 : (levels[byte] ?? 0) | (level << 4);
      }
    }
  }
  return { width, bits, levels, scales };
}

/** Adds `factor` × one row to `sum`, which is as long as a row. */
export function addRow({ width, bits, levels, scales }: QuantisedRows, row: number, factor: number, sum: Float32Array): void {
  const scale = (scales[row] ?? 0) * factor;
  if (bits === 8) {
    const from = row * width;
    for (let at = 0; at < width; at += 1) sum[at] = (sum[at] ?? 0) + scale * (levels[from + at] ?? 0);
    return;
  }
  const from = (row * width) >> 1;
  for (let half = 0; half < width >> 1; half += 1) {
    const byte = levels[from + half] ?? 0;
    sum[2 * half] = (sum[2 * half] ?? 0) + scale * ((byte << 28) >> 28);
    sum[2 * half + 1] = (sum[2 * half + 1] ?? 0) + scale * (byte >> 4);
  }
}

/** Sum of a row's weights times `values`. */
export function multiplyRow(rows: QuantisedRows, row: number, values: Float32Array): number {
  const { width, levels, scales } = rows;
  const from = row * width;
  let sum = 0;
  for (let at = 0; at < width; at += 1) sum += (levels[from + at] ?? 0) * (values[at] ?? 0);
  return sum * (scales[row] ?? 0);
}

function chooseScale(weights: Float32Array, most: number): number {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  let best = { scale: largest / most, error: Number.POSITIVE_INFINITY };
  if (largest === 0) return 0;
  for (const cut of CUTS) {
    const scale = (largest * cut) / most;
    let error = 0;
    for (const weight of weights) error += (weight - toLevel(weight, scale, most) * scale) ** 2;
    if (error < best.error) best = { scale, error };
  }
  return best.scale;
}

function toLevel(weight: number, scale: number, most: number): number {
  return scale === 0 ? 0 : Math.max(-most, Math.min(most, Math.round(weight / scale)));
}
