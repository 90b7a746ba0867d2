import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSegment } from '../utils/retrieval/index/build-segment.ts';
import { openSegment } from '../utils/retrieval/index/segment-reader.ts';
import { describeCorpus } from '../utils/retrieval/ranking/corpus.ts';
import { featureNames } from '../utils/retrieval/ranking/features.ts';
import { findCandidates } from '../utils/retrieval/ranking/find-candidates.ts';
import { lookCloser } from '../utils/retrieval/ranking/look-closer.ts';
import { readQuery } from '../utils/retrieval/ranking/read-query.ts';
import { rankingWeights } from '../utils/retrieval/ranking/weights.ts';
import { loadCorpus, loadQuestions, loadRelevant, toHistory } from './load-set.ts';

/**
 * Fits the ranking weights on the development sets and says how well they do where they were not fitted: `node
 * bench/fit-ranking.ts --sets DIR`, DIR holding one folder a set. Three readings a row: as shipped; fitted on one half of
 * every set and reported on the other, both ways; fitted on all other families of sets. Halves go by the first relevant
 * passage, so that two wordings of one question never stand on both sides.
 */
const rows = [
  { name: 'stackfaq', set: 'stackfaq' },
  { name: 'stackfaq, answers only', set: 'stackfaq', withoutTitles: true },
  { name: 'covidfaq', set: 'covidfaq' },
  { name: 'dtc_faq', set: 'dtc_faq' },
  { name: 'anthropic_docs', set: 'anthropic_docs' },
  { name: 'emanual', set: 'emanual' },
  { name: 'squad2', set: 'squad2' },
  { name: 'clapnq', set: 'clapnq' },
  { name: 'mtrag, last turn', set: 'mtrag', withoutHistory: true },
  { name: 'mtrag, with history', set: 'mtrag' },
  { name: 'kb_help', set: 'kb_help' },
] as const satisfies readonly { name: string; set: string; withoutTitles?: boolean; withoutHistory?: boolean }[];

type Case = {
  /** Features of the candidates, one row of `featureNames.length` each. */
  readonly features: Float32Array;
  readonly isRelevant: Uint8Array;
  readonly idealGain: number;
  readonly half: 0 | 1;
};
type Weights = readonly number[];
type Row = { readonly name: string; readonly set: string; readonly cases: readonly Case[] };

const CANDIDATES = 100;
/** Questions of one row that a fit looks at; more change nothing but its time. */
const MAX_CASES = 400;
/** Several orders of the coordinates, their results averaged: the objective is full of small steps. */
const SEEDS = 3;
const ROUNDS = 6;
const STEPS = [2, 0.5, 1.4, 0.7, 1.15, 0.87, 0.1];
/** What leaving the starting point costs: equal contributions of all features, which no relevance judgement has gone into. */
const PULL = 0.08;
const WIDTH = featureNames.length;

const { values } = parseArgs({ options: { sets: { type: 'string' } } });
if (!values.sets) throw new Error('Usage: node bench/fit-ranking.ts --sets DIR');
const loaded: Row[] = [];
for (const row of rows) loaded.push({ ...row, cases: await readCases(values.sets, row) });

const shipped = featureNames.map((name) => rankingWeights[name]);
const halves = [0, 1].map((half) => fit(loaded.map((row) => ({ ...row, cases: row.cases.filter((one) => one.half === half) }))));
const leftOut = new Map(
  [...new Set(loaded.map(({ set }) => set))].map((set) => [set, fit(loaded.filter((row) => row.set !== set))]),
);
const table = loaded.map(({ name, set, cases }) => ({
  set: name,
  shipped: mean(cases.map((one) => gain(one, shipped))),
  otherHalf: mean(cases.map((one) => gain(one, halves[1 - one.half] ?? shipped))),
  leftOut: mean(cases.map((one) => gain(one, leftOut.get(set) ?? shipped))),
}));
const average = (key: 'shipped' | 'otherHalf' | 'leftOut'): number => mean(table.map((row) => row[key]));
console.table([
  ...table,
  { set: 'mean', shipped: average('shipped'), otherHalf: average('otherHalf'), leftOut: average('leftOut') },
]);
// What is shipped may have seen everything: it goes on from what was shipped before.
const best = fit(loaded, shipped);
console.log(
  'Fitted on everything:',
  Object.fromEntries(featureNames.map((name, at) => [name, Number(((best[at] ?? 0) / (best[0] || 1)).toFixed(3))])),
);

async function readCases(
  folder: string,
  { set, withoutTitles, withoutHistory }: { set: string; withoutTitles?: boolean; withoutHistory?: boolean },
): Promise<Case[]> {
  const passages = await loadCorpus(join(folder, set), { withoutTitles });
  const corpus = describeCorpus([openSegment(buildSegment(passages))]);
  const relevant = await loadRelevant(join(folder, set), 'dev');
  const everyone = [new Uint8Array(passages.length).fill(1)];
  const cases: Case[] = [];
  for (const question of await loadQuestions(join(folder, set), 'dev')) {
    const wanted = relevant.get(question.id);
    const [first] = wanted ?? [];
    if (!wanted || first === undefined) continue;
    const query = readQuery(question.text, withoutHistory ? [] : toHistory(question), 'en', ['en']);
    const candidates = await findCandidates(corpus, query, everyone, rankingWeights, CANDIDATES);
    const closer = await lookCloser(corpus, query, candidates);
    candidates.release();
    cases.push({
      features: Float32Array.from(closer.flatMap(({ features }) => featureNames.map((name) => features[name]))),
      isRelevant: Uint8Array.from(closer, ({ candidate }) => (wanted.has(passages[candidate.passage]?.id ?? '') ? 1 : 0)),
      idealGain: Array.from({ length: Math.min(10, wanted.size) }, (_, rank) => discount(rank)).reduce(
        (sum, one) => sum + one,
        0,
      ),
      half: ((createHash('sha1').update(first).digest()[0] ?? 0) & 1) === 0 ? 0 : 1,
    });
  }
  return cases;
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 2);
}

/** nDCG@10 of one question. */
function gain({ features, isRelevant, idealGain }: Case, weights: Weights): number {
  const best: { score: number; at: number }[] = [];
  for (let at = 0; at < isRelevant.length; at += 1) {
    let score = 0;
    for (let feature = 0; feature < WIDTH; feature += 1) score += (weights[feature] ?? 0) * (features[at * WIDTH + feature] ?? 0);
    const worst = best[9];
    if (worst && score <= worst.score) continue;
    let place = Math.min(best.length, 9);
    while (place > 0 && (best[place - 1]?.score ?? 0) < score) place -= 1;
    best.splice(place, 0, { score, at });
    if (best.length > 10) best.pop();
  }
  let sum = 0;
  for (const [rank, { at }] of best.entries()) if (isRelevant[at] === 1) sum += discount(rank);
  return sum / idealGain;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

/** Coordinate ascent on the mean over rows of nDCG@10. */
function fit(from: readonly Row[], startAt?: Weights): Weights {
  const sampled = from.map(({ cases }) => cases.filter((_, at) => at % Math.ceil(cases.length / MAX_CASES) === 0));
  const start = startAt ?? toEqualShares(sampled);
  const results = Array.from({ length: SEEDS }, (_, seed) => ascend(sampled, start, seed)).map((weights) => {
    const whole = weights.reduce((sum, one) => sum + one, 0);
    return weights.map((one) => one / whole);
  });
  return start.map((_, at) => mean(results.map((weights) => weights[at] ?? 0)));
}

/** Weights with which every feature moves the order as much as any other: one over its standard deviation among candidates. */
function toEqualShares(sampled: readonly (readonly Case[])[]): Weights {
  return featureNames.map((_, feature) => {
    const variances = sampled.map((cases) =>
      mean(
        cases.map(({ features, isRelevant }) => {
          const own = Array.from(isRelevant, (_one, at) => features[at * WIDTH + feature] ?? 0);
          const middle = mean(own);
          return mean(own.map((value) => (value - middle) ** 2));
        }),
      ),
    );
    return 1 / Math.sqrt(mean(variances) + 1e-6);
  });
}

function ascend(sampled: readonly (readonly Case[])[], start: Weights, seed: number): Weights {
  const value = (weights: Weights): number => {
    const away = mean(weights.map((one, at) => Math.min(9, Math.log(Math.max(one, 1e-6) / (start[at] ?? 1)) ** 2)));
    return mean(sampled.map((cases) => mean(cases.map((one) => gain(one, weights))))) - PULL * away;
  };
  let weights = start;
  let top = value(weights);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = top;
    for (let turn = 0; turn < WIDTH; turn += 1) {
      const feature = (turn * 3 + seed * 5 + round) % WIDTH;
      for (const step of STEPS) {
        const changed = weights.map((one, at) => (at === feature ? one * step : one));
        const reached = value(changed);
        if (reached <= top + 1e-5) continue;
        top = reached;
        weights = changed;
      }
    }
    if (top - before < 2e-4) break;
  }
  return weights;
}
