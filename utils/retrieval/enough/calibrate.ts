/** One question asked of a knowledge base: what `judgeEnough` said, and whether it could be answered. */
export type JudgedAnswer = { readonly enough: number; readonly answered: boolean };

/** Turns a probability that is right in order into one that is right in height, for one knowledge base. */
export type Calibration = { readonly slope: number; readonly shift: number; readonly questions: number };

/** Fewer say too little; until then a probability is shown as uncalibrated. */
export const MIN_QUESTIONS = 30;
const ROUNDS = 50;
/** Pulls towards leaving the probability as it is, as much as this many questions would. */
const PRIOR = 1;

/**
 * Platt scaling on the log-odds, with Platt's smoothed targets and a weak pull to "change nothing". `undefined` below
 * `MIN_QUESTIONS` or with one kind of question only. Platt 1999; Lin, Lin, Weng 2007.
 */
export function fitCalibration(judged: readonly JudgedAnswer[]): Calibration | undefined {
  const yes = judged.filter(({ answered }) => answered).length;
  const no = judged.length - yes;
  if (judged.length < MIN_QUESTIONS || yes === 0 || no === 0) return undefined;
  const points = judged.map(({ enough, answered }) => ({
    at: toLogOdds(enough),
    target: answered ? (yes + 1) / (yes + 2) : 1 / (no + 2),
  }));
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let gradientSlope = PRIOR * (slope - 1);
    let gradientShift = 0;
    let curveSlope = PRIOR;
    let curveBoth = 0;
    let curveShift = 1e-6;
    for (const { at, target } of points) {
      const value = toProbability(slope * at + shift);
      const steep = value * (1 - value);
      gradientSlope += (value - target) * at;
      gradientShift += value - target;
      curveSlope += steep * at * at;
      curveBoth += steep * at;
      curveShift += steep;
    }
    const determinant = curveSlope * curveShift - curveBoth * curveBoth;
    if (Math.abs(determinant) < 1e-12) break;
    slope -= (curveShift * gradientSlope - curveBoth * gradientShift) / determinant;
    shift -= (curveSlope * gradientShift - curveBoth * gradientSlope) / determinant;
  }
  return { slope, shift, questions: judged.length };
}

export function applyCalibration({ slope, shift }: Calibration, enough: number): number {
  return toProbability(slope * toLogOdds(enough) + shift);
}

function toLogOdds(probability: number): number {
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(kept / (1 - kept));
}

function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
