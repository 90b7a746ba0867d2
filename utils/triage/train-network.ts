import { createRandom, shuffle } from './random.ts';
import type { NetworkInput } from './to-input.ts';

/** An input and its label's number; -1 stands for none of them and pulls towards all labels alike. */
export type Example = { readonly input: NetworkInput; readonly label: number };

export type NetworkShape = { readonly features: number; readonly hidden: number; readonly labels: number };

export type Network = {
  /** `features` rows of `hidden` weights. */
  readonly first: Float32Array;
  /** `labels` rows of `hidden` weights. */
  readonly second: Float32Array;
  readonly secondBias: Float32Array;
};

/** Chosen by five-fold cross-validation inside the training rows of banking77 and clinc150, see decision 7. */
const RATE = 0.03;
/** Share of a text's features that one step doesn't see: the network can't lean on single words. */
const FEATURES_HIDDEN = 0.5;
/** Features that one step sees at most; bounds the cost of long mails. */
const MAX_FEATURES_SEEN = 120;
const UNITS_DROPPED = 0.1;
/** Share of the first rate by which it has fallen at the end. */
const DECAY = 0.9;
/** A label that is off by less than this teaches nothing worth its cost; makes fitting about five times as fast. */
const LEAST_GRADIENT = 0.002;
const START = 0.1;

/**
 * Fits the network one example at a time: softmax loss, Adagrad with one rate a row, rates that fall from one round to the next (Duchi et al.,
 * JMLR 2011; dropout: Srivastava et al., JMLR 2014). Equal examples and seed give equal weights. Yields after each round, so that the caller may stop.
 */
export function* trainNetwork(
  examples: readonly Example[],
  shape: NetworkShape,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): Generator<number, Network> {
  const random = createRandom(seed);
  const { features, hidden: width, labels } = shape;
  const start = (): number => (random() * 2 - 1) * START;
  const first = new Float32Array(features * width).map(start);
  const second = new Float32Array(labels * width).map(start);
  const secondBias = new Float32Array(labels);
  const firstSpeed = new Float32Array(features);
  const secondSpeed = new Float32Array(labels);
  const hidden = new Float64Array(width);
  const blame = new Float64Array(width);
  const scores = new Float64Array(labels);
  const order = Int32Array.from(examples, (_, at) => at);

  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    const rate = RATE * (1 - (DECAY * round) / rounds);
    for (const at of order) {
      const example = examples[at];
      if (example) learn(example, rate);
    }
    yield (round + 1) / rounds;
  }
  return { first, second, secondBias };

  function learn({ input: { rows, values }, label }: Example, rate: number): void {
    const hide = Math.max(FEATURES_HIDDEN, 1 - MAX_FEATURES_SEEN / rows.length);
    // Of a long text fewer features are seen; they then count for more, so that its sum stays as large.
    const lift = (1 - FEATURES_HIDDEN) / (1 - hide);
    const seen: number[] = [];
    for (let k = 0; k < rows.length; k += 1) if (random() >= hide) seen.push(k);
    hidden.fill(0);
    // Two features at a time: a sixth less time, since the hidden numbers are read and written half as often.
    for (let at = 0; at < seen.length; at += 2) {
      const one = seen[at] ?? 0;
      const other = seen[at + 1] ?? one;
      const from = (rows[one] ?? 0) * width;
      const otherFrom = (rows[other] ?? 0) * width;
      const value = (values[one] ?? 0) * lift;
      const otherValue = other === one ? 0 : (values[other] ?? 0) * lift;
      for (let j = 0; j < width; j += 1)
        hidden[j] = (hidden[j] ?? 0) + value * (first[from + j] ?? 0) + otherValue * (first[otherFrom + j] ?? 0);
    }
    let length = 0;
    for (let j = 0; j < width; j += 1) {
      const unit = hidden[j] ?? 0;
      const kept = unit > 0 && random() >= UNITS_DROPPED ? unit / (1 - UNITS_DROPPED) : 0;
      hidden[j] = kept;
      length += kept * kept;
    }
    correctSecond(label, rate, length / width);

    let steepness = 0;
    for (let j = 0; j < width; j += 1) {
      const slope = (hidden[j] ?? 0) === 0 ? 0 : (blame[j] ?? 0) / (1 - UNITS_DROPPED);
      blame[j] = slope;
      steepness += slope * slope;
    }
    steepness /= width;
    if (steepness < 1e-12) return;
    for (const k of seen) {
      const row = rows[k] ?? 0;
      const value = (values[k] ?? 0) * lift;
      const speed = (firstSpeed[row] ?? 0) + value * value * steepness;
      firstSpeed[row] = speed;
      const step = (rate * value) / Math.sqrt(speed + 1e-8);
      const from = row * width;
      for (let j = 0; j < width; j += 1) first[from + j] = (first[from + j] ?? 0) - step * (blame[j] ?? 0);
    }
  }

  /** Moves the labels' rows towards what is right and leaves in `blame` what the hidden numbers had to do with the error. */
  function correctSecond(label: number, rate: number, energy: number): void {
    let largest = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < labels; c += 1) {
      const from = c * width;
      // Two sums, so that one addition need not wait for the other: a fifth less time.
      let score = secondBias[c] ?? 0;
      let other = 0;
      for (let j = 0; j < width; j += 2) {
        score += (second[from + j] ?? 0) * (hidden[j] ?? 0);
        other += (second[from + j + 1] ?? 0) * (hidden[j + 1] ?? 0);
      }
      score += other;
      scores[c] = score;
      if (score > largest) largest = score;
    }
    let sum = 0;
    for (let c = 0; c < labels; c += 1) {
      const raised = Math.exp((scores[c] ?? 0) - largest);
      scores[c] = raised;
      sum += raised;
    }
    blame.fill(0);
    for (let c = 0; c < labels; c += 1) {
      const target = label < 0 ? 1 / labels : c === label ? 1 : 0;
      const off = (scores[c] ?? 0) / sum - target;
      if (off < LEAST_GRADIENT && off > -LEAST_GRADIENT) continue;
      const speed = (secondSpeed[c] ?? 0) + off * off * energy;
      secondSpeed[c] = speed;
      const step = (rate * off) / Math.sqrt(speed + 1e-6);
      const from = c * width;
      for (let j = 0; j < width; j += 1) {
        const weight = second[from + j] ?? 0;
        blame[j] = (blame[j] ?? 0) + off * weight;
        second[from + j] = weight - step * (hidden[j] ?? 0);
      }
      secondBias[c] = (secondBias[c] ?? 0) - step;
    }
  }
}
