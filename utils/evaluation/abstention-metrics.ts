/** One question: how sure the search is that it can be answered (0–1), and whether it can. */
export type JudgedQuestion = { readonly confidence: number; readonly answerable: boolean };

/** Probability that an answerable question scores above an unanswerable one, ties half; `undefined` when one kind is missing. */
export function areaUnderRoc(questions: readonly JudgedQuestion[]): number | undefined {
  const sorted = questions.toSorted((a, b) => a.confidence - b.confidence);
  const positives = sorted.filter(({ answerable }) => answerable).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  let rankSum = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.confidence === sorted[from]?.confidence) to += 1;
    const meanRank = (from + 1 + to) / 2;
    rankSum += meanRank * sorted.slice(from, to).filter(({ answerable }) => answerable).length;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Largest share of all questions that can be answered with at least this precision by thresholding confidence; 0–1. */
export function coverageAtPrecision(questions: readonly JudgedQuestion[], precision: number): number {
  const sorted = questions.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best = 0;
  for (const [index, question] of sorted.entries()) {
    if (question.answerable) right += 1;
    const isTie = sorted[index + 1]?.confidence === question.confidence;
    if (!isTie && right / (index + 1) >= precision) best = (index + 1) / sorted.length;
  }
  return best;
}

/** Mean gap between confidence and share answerable over ten equal bands, weighted by their size. @see Naeini et al., AAAI 2015 */
export function expectedCalibrationError(questions: readonly JudgedQuestion[]): number {
  const bands = Array.from({ length: 10 }, (): JudgedQuestion[] => []);
  for (const question of questions) bands[Math.min(9, Math.floor(question.confidence * 10))]?.push(question);
  return bands.reduce((sum, band) => {
    if (band.length === 0) return sum;
    const confidence = band.reduce((all, one) => all + one.confidence, 0) / band.length;
    const share = band.filter(({ answerable }) => answerable).length / band.length;
    return sum + (band.length / questions.length) * Math.abs(confidence - share);
  }, 0);
}
