import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  areaUnderRoc,
  coverageAtPrecision,
  expectedCalibrationError,
  type JudgedQuestion,
} from '../utils/evaluation/abstention-metrics.ts';
import { applyCalibration, fitCalibration } from '../utils/retrieval/enough/calibrate.ts';
import type { CreateEngine, Engine } from './engines/engine.ts';
import type { SetOptions } from './evaluate-retrieval.ts';
import { loadCorpus, loadItems, loadQuestions, toHistory } from './load-set.ts';

/** Questions of the knowledge base at hand that a probability is calibrated on; the figures are of the others. */
const CALIBRATED_ON = 200;
const MIN_MEASURED = 100;

type KindOfQuestion = JudgedQuestion & { readonly id: string; readonly kind: string };

/** How well an engine tells the questions that its passages answer from those that they don't, before and after calibrating. */
export async function evaluateAbstention(
  createEngine: CreateEngine,
  options: SetOptions,
): Promise<Record<string, number | string>> {
  const { folder, split } = options;
  const judged = existsSync(join(folder, split, 'items.jsonl'))
    ? await judgeItems(createEngine, options)
    : await judgeQuestions(createEngine, options);
  const kinds = [...new Set(judged.filter(({ answerable }) => !answerable).map(({ kind }) => kind))].toSorted();
  const byKind =
    kinds.length < 2
      ? []
      : kinds.map((kind) => {
          const of = judged.filter((one) => one.answerable || one.kind === kind);
          return [`AUROC against ${kind}`, areaUnderRoc(of) ?? 'unknown'] as const;
        });
  return {
    questions: judged.length,
    answerable: judged.filter((one) => one.answerable).length,
    AUROC: areaUnderRoc(judged) ?? 'unknown: one kind of question only',
    ...Object.fromEntries(byKind),
    'coverage@precision0.95': coverageAtPrecision(judged, 0.95),
    'ECE uncalibrated': expectedCalibrationError(judged),
    ...calibrate(judged),
  };
}

/** Mean over ten choices of the questions that are calibrated on; the others are measured. */
function calibrate(judged: readonly KindOfQuestion[]): Record<string, number | string> {
  if (judged.length < CALIBRATED_ON + MIN_MEASURED)
    return { ECE: `unknown: fewer than ${CALIBRATED_ON + MIN_MEASURED} questions` };
  const errors = Array.from({ length: 10 }, (_, seed) => seed).flatMap((seed) => {
    const shuffled = judged.toSorted((a, b) => order(a.id, seed) - order(b.id, seed));
    const calibration = fitCalibration(
      shuffled.slice(0, CALIBRATED_ON).map(({ confidence, answerable }) => ({ enough: confidence, answered: answerable })),
    );
    if (!calibration) return [];
    return expectedCalibrationError(
      shuffled
        .slice(CALIBRATED_ON)
        .map(({ confidence, answerable }) => ({ confidence: applyCalibration(calibration, confidence), answerable })),
    );
  });
  return { 'calibrated on': CALIBRATED_ON, ECE: errors.reduce((sum, error) => sum + error, 0) / errors.length };
}

/** A number that stands for an id in one shuffle. */
function order(id: string, seed: number): number {
  return createHash('sha256').update(`${seed} ${id}`).digest().readUInt32BE();
}

/** Questions with a flag, against the set's own passages. */
async function judgeQuestions(createEngine: CreateEngine, options: SetOptions): Promise<KindOfQuestion[]> {
  const { folder, split, withoutTitles, withoutHistory } = options;
  const ask = await createEngine(await loadCorpus(folder, { withoutTitles }));
  const judged: KindOfQuestion[] = [];
  for (const question of await loadQuestions(folder, split)) {
    if (question.answerable === undefined) continue;
    const confidence = await judge(ask, question.text, withoutHistory ? [] : toHistory(question));
    judged.push({ id: question.id, kind: 'question', confidence, answerable: question.answerable });
  }
  return judged;
}

/** Questions asked of one product's passages out of several; the passages are those of the sibling set `kb_help`. */
async function judgeItems(createEngine: CreateEngine, { folder, split }: SetOptions): Promise<KindOfQuestion[]> {
  const items = await loadItems(folder, split);
  const corpus = existsSync(join(folder, 'corpus.jsonl')) ? folder : join(folder, '..', 'kb_help');
  const judged: KindOfQuestion[] = [];
  for (const [kb, own] of Map.groupBy(items, (item) => item.kb)) {
    const ask = await createEngine(await loadCorpus(corpus, { only: kb }));
    for (const { id, kind, text, answerable } of own)
      judged.push({ id: `${kb} ${id}`, kind, confidence: await judge(ask, text, []), answerable });
  }
  return judged;
}

async function judge(ask: Engine, question: string, history: Parameters<Engine>[1]): Promise<number> {
  const [best] = await ask(question, history, 1);
  return best?.enough ?? 0;
}
