import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Passage } from '../utils/domain/passage.ts';
import { areaUnderRoc } from '../utils/evaluation/abstention-metrics.ts';
import { enoughWeights, judgeEnough, type Evidence } from '../utils/retrieval/enough/judge-enough.ts';
import { buildSegment } from '../utils/retrieval/index/build-segment.ts';
import { openSegment } from '../utils/retrieval/index/segment-reader.ts';
import { searchCorpus } from '../utils/retrieval/ranking/search-corpus.ts';
import { loadCorpus, loadItems, loadQuestions, toHistory } from './load-set.ts';

/**
 * Fits what `judgeEnough` weighs on questions that can and can't be answered: `node bench/fit-enough.ts --sets DIR`. Every set
 * and both answers of it count the same. Prints AUROC as shipped and with the family of sets left out, and the weights.
 */
type Judged = { readonly evidence: Evidence; readonly answerable: boolean };
type Row = { readonly name: string; readonly family: string; readonly judged: readonly Judged[] };
type Weights = typeof enoughWeights;

const NOTHING: Evidence = { words: 0, score: 0, lead: 0 };
const ROUNDS = 4000;
const STEP = 0.05;
/** Pull towards 0 on evidence divided by its spread. */
const PULL = 0.01;
const parts = ['words', 'score', 'lead'] as const;

const { values } = parseArgs({ options: { sets: { type: 'string' } } });
if (!values.sets) throw new Error('Usage: node bench/fit-enough.ts --sets DIR');
const folder = values.sets;
const items = await judgeItems();
const answered = items.filter(({ answerable }) => answerable);
const rows: Row[] = [
  { name: 'clapnq', family: 'clapnq', judged: await judgeQuestions('clapnq', true) },
  { name: 'mtrag, last turn', family: 'mtrag', judged: await judgeQuestions('mtrag', false) },
  { name: 'mtrag, with history', family: 'mtrag', judged: await judgeQuestions('mtrag', true) },
  ...[...new Set(items.filter(({ answerable }) => !answerable).map(({ kind }) => kind))].map((kind) => ({
    name: `abstain_kb, ${kind}`,
    family: 'abstain_kb',
    judged: [...answered, ...items.filter((one) => one.kind === kind && !one.answerable)],
  })),
];
const auroc = ({ judged }: Row, judge: (evidence: Evidence) => number): number =>
  areaUnderRoc(judged.map(({ evidence, answerable }) => ({ confidence: judge(evidence), answerable }))) ?? Number.NaN;
console.table(
  rows.map((row) => {
    const others = fit(rows.filter(({ family }) => family !== row.family));
    return { set: row.name, shipped: auroc(row, judgeEnough), leftOut: auroc(row, (evidence) => toLogOdds(evidence, others)) };
  }),
);
console.log('Fitted on everything:', fit(rows));

function createAsk(passages: readonly Passage[]): (text: string, history: ReturnType<typeof toHistory>) => Promise<Evidence> {
  const segments = [openSegment(buildSegment(passages))];
  return async (text, history) => {
    const query = { questions: [text], context: '', history, language: 'en', mayUse: ['public'] as const };
    return (await searchCorpus(segments, query, 1))[0]?.evidence ?? NOTHING;
  };
}

async function judgeQuestions(set: string, withHistory: boolean): Promise<Judged[]> {
  const ask = createAsk(await loadCorpus(join(folder, set)));
  const judged: Judged[] = [];
  for (const question of await loadQuestions(join(folder, set), 'dev')) {
    if (question.answerable === undefined) continue;
    judged.push({ evidence: await ask(question.text, withHistory ? toHistory(question) : []), answerable: question.answerable });
  }
  return judged;
}

async function judgeItems(): Promise<(Judged & { readonly kind: string })[]> {
  const judged: (Judged & { readonly kind: string })[] = [];
  for (const [kb, own] of Map.groupBy(await loadItems(join(folder, 'abstain_kb'), 'dev'), (item) => item.kb)) {
    const ask = createAsk(await loadCorpus(join(folder, 'kb_help'), { only: kb }));
    for (const { text, answerable, kind } of own) judged.push({ evidence: await ask(text, []), answerable, kind });
  }
  return judged;
}

function toLogOdds(evidence: Evidence, { bias, ...weights }: Weights): number {
  return parts.reduce((sum, part) => sum + weights[part] * evidence[part], bias);
}

/** Logistic regression by gradient descent. */
function fit(from: readonly Row[]): Weights {
  const points = from.flatMap(({ judged }) => {
    const yes = judged.filter(({ answerable }) => answerable).length;
    return judged.map((one) => ({ ...one, share: 1 / (2 * from.length * (one.answerable ? yes : judged.length - yes)) }));
  });
  const spreads = parts.map(
    (part) => Math.sqrt(points.reduce((sum, { evidence, share }) => sum + share * evidence[part] ** 2, 0)) || 1,
  );
  let bias = 0;
  const slopes = parts.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = slopes.map((slope) => 2 * PULL * slope);
    let shift = 0;
    for (const { evidence, answerable, share } of points) {
      const scaled = parts.map((part, at) => evidence[part] / (spreads[at] ?? 1));
      const odds = scaled.reduce((sum, value, at) => sum + value * (slopes[at] ?? 0), bias);
      const error = share * (1 / (1 + Math.exp(-odds)) - (answerable ? 1 : 0));
      shift += error;
      for (const [at, value] of scaled.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
    }
    bias -= STEP * 20 * shift;
    for (const [at, slope] of slopes.entries()) slopes[at] = slope - STEP * 20 * (gradient[at] ?? 0);
  }
  const [words = 0, score = 0, lead = 0] = slopes.map((slope, at) => Number((slope / (spreads[at] ?? 1)).toFixed(4)));
  return { bias: Number(bias.toFixed(3)), words, score, lead };
}
