import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { toPassageSentences } from '../utils/drafting/passage-sentences.ts';
import { toFacets } from '../utils/drafting/question-facets.ts';
import { createSentenceScorer } from '../utils/drafting/score-sentences.ts';
import {
  evidenceNames,
  sentenceWeights,
  weighSentence,
  type SentenceEvidence,
  type SentenceWeights,
} from '../utils/drafting/weigh-sentence.ts';
import { areaUnderRoc } from '../utils/evaluation/abstention-metrics.ts';
import { toF1, toFactTerms } from '../utils/evaluation/key-facts.ts';
import { createInMemorySearch } from '../utils/retrieval/in-memory-search.ts';
import { readJsonLines } from './load-set.ts';
import { toRequest } from './drafting/draft-question.ts';
import { loadDraftingSet } from './drafting/load-drafting-set.ts';

/**
 * Fits how likely a person says a sentence, by what is known of it: `node bench/fit-sentences.ts --sets DIR`. A sentence
 * counts as said when it is among those that together come nearest to the reference answer (F1 of words, chosen greedily). Prints
 * how well said sentences are told from the others of their question (mean AUROC), with the shipped weights, and with weights
 * fitted on emanual and mtrag (without its questions over the passages of clapnq) and on the other two; then both.
 */
type Sample = { readonly evidence: SentenceEvidence; readonly said: boolean };
type Row = { readonly name: string; readonly questions: readonly (readonly Sample[])[] };

const PAIRS = [
  ['emanual', 'mtrag'],
  ['clapnq', 'anthropic_docs'],
] as const;
const ROUNDS = 300;
const STEP = 2;
/** Pull towards 0 on evidence divided by its spread. */
const PULL = 0.003;
/** What a further sentence must add to the F1. */
const MIN_GAIN = 0.005;

const { values } = parseArgs({ options: { sets: { type: 'string' } } });
if (!values.sets) throw new Error('Usage: node bench/fit-sentences.ts --sets DIR');
const folder = values.sets;
const pairs = await Promise.all(PAIRS.map((names) => Promise.all(names.map(loadRow))));
const fitted = pairs.map(fit);
console.table(
  pairs.flat().map((row) => ({
    set: row.name,
    questions: row.questions.length,
    shipped: toAuroc(row, sentenceWeights),
    ...Object.fromEntries(
      PAIRS.map((names, at) => [`fitted on ${names.join(', ')}`, toAuroc(row, fitted[at] ?? sentenceWeights)]),
    ),
  })),
);
console.log(Object.fromEntries(PAIRS.map((names, at) => [names.join(', '), fitted[at]])));

async function loadRow(name: string): Promise<Row> {
  const { passages, items } = await loadDraftingSet(join(folder, name), 'dev');
  const line = z.object({ id: z.string(), domain: z.string().default('') });
  const lines = await readJsonLines(join(folder, name, 'dev', 'queries.jsonl'), line);
  const borrowed = new Set(lines.filter(({ domain }) => domain === 'clapnq').map(({ id }) => id));
  const search = createInMemorySearch(passages);
  const questions: Sample[][] = [];
  for (const { ticket, reference } of items) {
    const request = borrowed.has(ticket.id) ? undefined : await toRequest(ticket, search);
    if (!request) continue;
    // As the product hands them to the drafter: what scores half of the best.
    const best = Math.max(...request.passages.map((one) => one.score));
    const given = request.passages.filter((one) => one.score >= best / 2);
    const sentences = toPassageSentences(given);
    const said = ticket.messages.at(-1)?.text ?? '';
    const score = createSentenceScorer(sentences, given, {
      language: request.language,
      around: said,
      said,
      questions: request.questions.length,
    });
    const usable = sentences.filter(({ form }) => form !== 'heading');
    const chosen = findSaid(
      usable.map(({ text }) => toFactTerms(text, request.language)),
      toFactTerms(reference, request.language),
    );
    if (chosen.size === 0) continue;
    const isSaid = new Set(usable.filter((_, at) => chosen.has(at)));
    const usableSet = new Set(usable);
    questions.push(
      toFacets(request.questions).flatMap((facet) =>
        score(facet).flatMap(({ sentence, evidence }) =>
          usableSet.has(sentence) ? [{ evidence, said: isSaid.has(sentence) }] : [],
        ),
      ),
    );
  }
  return { name, questions };
}

/** Places of the sentences that together come nearest to the reference. */
function findSaid(sentences: readonly (readonly string[])[], reference: readonly string[]): Set<number> {
  const chosen = new Set<number>();
  let said: string[] = [];
  let best = 0;
  for (;;) {
    let next = -1;
    let top = best + MIN_GAIN;
    for (const [at, terms] of sentences.entries()) {
      const f1 = chosen.has(at) ? 0 : toF1([...said, ...terms], reference);
      if (f1 > top) [next, top] = [at, f1];
    }
    if (next < 0) return chosen;
    chosen.add(next);
    said = [...said, ...(sentences[next] ?? [])];
    best = top;
  }
}

function toAuroc({ questions }: Row, weights: SentenceWeights): number {
  const each = questions.flatMap(
    (samples) =>
      areaUnderRoc(samples.map(({ evidence, said }) => ({ confidence: weighSentence(evidence, weights), answerable: said }))) ??
      [],
  );
  return Number((each.reduce((sum, one) => sum + one, 0) / each.length).toFixed(3));
}

/** Logistic regression by gradient descent; every set and every question of it counts the same. */
function fit(rows: readonly Row[]): SentenceWeights {
  const points = rows.flatMap(({ questions }) =>
    questions.flatMap((samples) =>
      samples.map(({ evidence, said }) => ({
        values: evidenceNames.map((name) => evidence[name]),
        said: said ? 1 : 0,
        share: 1 / (samples.length * questions.length * rows.length),
      })),
    ),
  );
  const means = evidenceNames.map((_, at) => points.reduce((sum, { values: of, share }) => sum + share * (of[at] ?? 0), 0));
  const spreads = evidenceNames.map((_, at) =>
    Math.sqrt(points.reduce((sum, { values: of, share }) => sum + share * ((of[at] ?? 0) - (means[at] ?? 0)) ** 2, 0)),
  );
  const scaled = points.map((one) => ({
    ...one,
    values: one.values.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] || 1)),
  }));
  let bias = -2;
  const slopes = evidenceNames.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = slopes.map((slope) => PULL * slope);
    let shift = 0;
    for (const { values: of, said, share } of scaled) {
      const odds = of.reduce((sum, value, at) => sum + value * (slopes[at] ?? 0), bias);
      const error = share * (1 / (1 + Math.exp(-odds)) - said);
      shift += error;
      for (const [at, value] of of.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
    }
    bias -= STEP * shift;
    for (const [at, slope] of slopes.entries()) slopes[at] = slope - STEP * (gradient[at] ?? 0);
  }
  const weights = slopes.map((slope, at) => slope / (spreads[at] || 1));
  const offset = weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  const [own = 0, around = 0, ticket = 0, form = 0, standing = 0, opening = 0] = weights.map((one) => Number(one.toFixed(2)));
  return { bias: Number((bias - offset).toFixed(2)), own, around, ticket, form, standing, opening };
}
