import { join } from 'node:path';
import { measureRanking, type RankedAnswer } from '../utils/evaluation/ranking-metrics.ts';
import type { CreateEngine } from './engines/engine.ts';
import { loadCorpus, loadQuestions, loadRelevant, toHistory } from './load-set.ts';

export type SetOptions = {
  readonly folder: string;
  readonly split: string;
  readonly withoutTitles: boolean;
  readonly withoutHistory: boolean;
};

/** Asks an engine every question of a set that has a relevant passage. */
export async function evaluateRetrieval(createEngine: CreateEngine, options: SetOptions): Promise<Record<string, number>> {
  const { folder, split, withoutTitles, withoutHistory } = options;
  const passages = await loadCorpus(folder, { withoutTitles });
  const relevant = await loadRelevant(folder, split);
  const questions = (await loadQuestions(folder, split)).filter(({ id }) => relevant.has(id));
  if (questions.length === 0) throw new Error(`No question in ${join(folder, split)} has a relevant passage in qrels.tsv.`);
  const ask = await createEngine(passages);
  const answers: RankedAnswer[] = [];
  const startedAt = performance.now();
  for (const question of questions) {
    const found = await ask(question.text, withoutHistory ? [] : toHistory(question), 10);
    answers.push({ found: found.map(({ id }) => id), relevant: relevant.get(question.id) ?? new Set() });
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { passages: passages.length, ...measureRanking(answers), queriesPerSecond: questions.length / seconds };
}
