import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { passageSchema, type Passage } from '../utils/domain/passage.ts';
import { searchSegments } from '../utils/retrieval/search-segments.ts';
import { buildSegment } from '../utils/retrieval/segment.ts';
import { toTerms } from '../utils/text/terms.ts';

const SIZES = [1000, 10_000];
const QUESTIONS = 40;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const name = positionals[0] ?? 'retrieval';
if (name !== 'retrieval') {
  console.error('Usage: npm run bench -- [retrieval] [--json FILE]');
  process.exit(2);
}
const rows = SIZES.map(benchRetrieval);
console.table(rows);
if (values.json) await writeFile(values.json, `${JSON.stringify({ bench: name, rows }, null, 2)}\n`);

/** The index against a scan that stems every passage for every question, in one run on the same passages and questions. */
function benchRetrieval(size: number): Record<string, number> {
  const passages = makePassages(size);
  const buildStart = performance.now();
  const segment = buildSegment(passages);
  const buildMs = performance.now() - buildStart;
  const questions = passages
    .filter((_, index) => index % Math.floor(size / QUESTIONS) === 0)
    .map(({ text }) => text.split(' ').slice(3, 9).join(' '));
  const indexMs = time(() =>
    questions.forEach((question) =>
      searchSegments([segment], { questions: [question], context: '', language: 'en', mayUse: ['public'] }, 10),
    ),
  );
  const scanned = questions.slice(0, 2);
  const scanMs = (time(() => scanned.forEach((question) => scan(passages, question))) / scanned.length) * questions.length;
  return {
    passages: size,
    buildMsPer1000: (buildMs / size) * 1000,
    indexMsPerQuestion: indexMs / questions.length,
    scanToIndexRatio: scanMs / indexMs,
  };
}

function scan(passages: readonly Passage[], question: string): string[] {
  const wanted = new Set(toTerms(question, 'en'));
  return passages
    .map(({ id, text }) => ({ id, hits: toTerms(text, 'en').filter((term) => wanted.has(term)).length }))
    .toSorted((a, b) => b.hits - a.hits)
    .slice(0, 10)
    .map(({ id }) => id);
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Made-up passages of about 110 words with a vocabulary that thins out as language does; the same in every run. */
function makePassages(count: number): Passage[] {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  const word = (): string => `w${Math.floor(20_000 * random() ** 3).toString(36)}`;
  return Array.from({ length: count }, (_, position) =>
    passageSchema.parse({
      id: `p${position}`,
      articleId: `a${position}`,
      sourceId: 'bench',
      title: `${word()} ${word()}`,
      headings: [],
      text: Array.from({ length: 110 }, word).join(' '),
      locale: 'en',
      audience: 'public',
      fetchedAt: '2026-01-01T00:00:00.000Z',
      position,
    }),
  );
}
