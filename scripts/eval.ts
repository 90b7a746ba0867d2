import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCorpus, loadItems, loadQuestions, loadRelevant, type Question } from '../bench/load-set.ts';
import {
  areaUnderRoc,
  coverageAtPrecision,
  expectedCalibrationError,
  type JudgedQuestion,
} from '../utils/evaluation/abstention-metrics.ts';
import { measureRanking, type RankedAnswer } from '../utils/evaluation/ranking-metrics.ts';
import { searchSegments, type FoundPassage } from '../utils/retrieval/search-segments.ts';
import { buildSegment, type Segment } from '../utils/retrieval/segment.ts';
import { detectLanguage } from '../utils/text/language.ts';

const usage = 'Usage: npm run eval -- retrieval|abstention --set DIR [--split dev] [--json FILE]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string' }, split: { type: 'string', default: 'dev' }, json: { type: 'string' } },
});
const tasks = { retrieval: evaluateRetrieval, abstention: evaluateAbstention } as const;
const task = positionals[0];
try {
  if ((task !== 'retrieval' && task !== 'abstention') || !values.set) throw new Error(usage);
  const result = {
    task,
    set: values.set,
    split: values.split,
    engine: 'lexical',
    ...(await tasks[task](values.set, values.split)),
  };
  for (const [name, value] of Object.entries<string | number>(result)) console.log(`${name.padEnd(24)} ${describe(value)}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}

function describe(value: string | number): string {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : String(value);
}

function search(segment: Segment, { text, history = [] }: Pick<Question, 'text' | 'history'>, limit: number): FoundPassage[] {
  const context = history.map((turn) => turn.text).join('\n');
  return searchSegments(
    [segment],
    { questions: [text], context, language: toLanguage(segment, text), mayUse: ['public'] },
    limit,
  );
}

/** A question of a few words is taken to be in the language of the passages unless it clearly is not. */
function toLanguage(segment: Segment, text: string): string {
  const { language, sure } = detectLanguage(text);
  return sure ? language : (segment.languages[0] ?? language);
}

async function evaluateRetrieval(folder: string, split: string): Promise<Record<string, number>> {
  const segment = buildSegment(await loadCorpus(folder));
  const relevant = await loadRelevant(folder, split);
  const questions = (await loadQuestions(folder, split)).filter(({ id }) => relevant.has(id));
  if (questions.length === 0) throw new Error(`No question in ${join(folder, split)} has a relevant passage in qrels.tsv.`);
  const startedAt = performance.now();
  const answers = questions.map((question): RankedAnswer => ({
    found: search(segment, question, 10).map(({ passageId }) => passageId),
    relevant: relevant.get(question.id) ?? new Set(),
  }));
  const seconds = (performance.now() - startedAt) / 1000;
  return { passages: segment.passageIds.length, ...measureRanking(answers), queriesPerSecond: questions.length / seconds };
}

async function evaluateAbstention(folder: string, split: string): Promise<Record<string, number | string>> {
  const judged = existsSync(join(folder, split, 'items.jsonl'))
    ? await judgeItems(folder, split)
    : await judgeQuestions(folder, split);
  const answerable = judged.filter((one) => one.answerable).length;
  return {
    questions: judged.length,
    answerable,
    AUROC: areaUnderRoc(judged) ?? 'unknown: one kind of question only',
    'coverage@precision0.95': coverageAtPrecision(judged, 0.95),
    ECE: expectedCalibrationError(judged),
  };
}

/** Questions with a flag, against the set's own passages. */
async function judgeQuestions(folder: string, split: string): Promise<JudgedQuestion[]> {
  const segment = buildSegment(await loadCorpus(folder));
  return (await loadQuestions(folder, split)).flatMap((question) =>
    question.answerable === undefined ? [] : [{ confidence: topCoverage(segment, question), answerable: question.answerable }],
  );
}

/** Questions asked of one product's passages out of several; the passages are those of the sibling set `kb_help`. */
async function judgeItems(folder: string, split: string): Promise<JudgedQuestion[]> {
  const items = await loadItems(folder, split);
  const corpus = existsSync(join(folder, 'corpus.jsonl')) ? folder : join(folder, '..', 'kb_help');
  const segments = new Map<string, Segment>();
  for (const kb of new Set(items.map((item) => item.kb))) segments.set(kb, buildSegment(await loadCorpus(corpus, kb)));
  return items.flatMap((item) => {
    const segment = segments.get(item.kb);
    return segment ? [{ confidence: topCoverage(segment, item), answerable: item.answerable }] : [];
  });
}

function topCoverage(segment: Segment, question: Pick<Question, 'text' | 'history'>): number {
  return Math.max(0, ...search(segment, question, 3).map(({ coverage }) => coverage));
}
