/** One question: ids in the order found, and the ids that are relevant. */
export type RankedAnswer = { readonly found: readonly string[]; readonly relevant: ReadonlySet<string> };

/** Means over questions; each 0–1. Relevance is binary; a question without relevant ids must be left out before. */
export type RankingMetrics = {
  readonly questions: number;
  readonly 'recall@1': number;
  readonly 'recall@3': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly 'MRR@10': number;
  readonly 'nDCG@10': number;
};

/** Share of the relevant ids among the first k. */
export function recallAt(k: number, { found, relevant }: RankedAnswer): number {
  return found.slice(0, k).filter((id) => relevant.has(id)).length / relevant.size;
}

/** 1 ÷ the rank of the first relevant id among the first k; 0 when there is none. */
export function reciprocalRankAt(k: number, { found, relevant }: RankedAnswer): number {
  const rank = found.slice(0, k).findIndex((id) => relevant.has(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** Discounted cumulative gain over the best possible one, binary gains. @see https://doi.org/10.1145/582415.582418 Järvelin & Kekäläinen, 2002 */
export function ndcgAt(k: number, { found, relevant }: RankedAnswer): number {
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const gain = found.slice(0, k).reduce((sum, id, rank) => (relevant.has(id) ? sum + discount(rank) : sum), 0);
  const ideal = Array.from({ length: Math.min(k, relevant.size) }, (_, rank) => discount(rank)).reduce(
    (sum, one) => sum + one,
    0,
  );
  return ideal === 0 ? 0 : gain / ideal;
}

export function measureRanking(answers: readonly RankedAnswer[]): RankingMetrics {
  const mean = (measure: (answer: RankedAnswer) => number): number =>
    answers.length === 0 ? 0 : answers.reduce((sum, answer) => sum + measure(answer), 0) / answers.length;
  return {
    questions: answers.length,
    'recall@1': mean((answer) => recallAt(1, answer)),
    'recall@3': mean((answer) => recallAt(3, answer)),
    'recall@5': mean((answer) => recallAt(5, answer)),
    'recall@10': mean((answer) => recallAt(10, answer)),
    'MRR@10': mean((answer) => reciprocalRankAt(10, answer)),
    'nDCG@10': mean((answer) => ndcgAt(10, answer)),
  };
}
