import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchRetrieval } from '../bench/bench-retrieval.ts';
import { drawCostCurves } from '../bench/draw-cost-curves.ts';
import { benchVectors } from '../bench/vectors.ts';

const usage =
  'Usage: npm run bench -- [retrieval|vectors] [--sizes 1000,10000,100000] [--engines deskside,minisearch,flexsearch,orama] [--corpus FILE.jsonl(.gz)] [--questions FILE.jsonl] [--plot FILE.svg] [--json FILE]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    engines: { type: 'string', default: 'deskside,minisearch,flexsearch,orama' },
    corpus: { type: 'string' },
    questions: { type: 'string' },
    plot: { type: 'string' },
    json: { type: 'string' },
  },
});
const name = positionals[0] ?? 'retrieval';
const sizes = values.sizes.split(',').map(Number);
if ((name !== 'retrieval' && name !== 'vectors') || sizes.some((size) => !(size > 0))) {
  console.error(usage);
  process.exit(2);
}
const rows: object[] = name === 'vectors' ? await benchVectors(sizes, 384) : await runRetrieval();
if (name === 'vectors') console.table(rows);
if (values.json) await writeFile(values.json, `${JSON.stringify({ bench: name, rows }, null, 2)}\n`);

async function runRetrieval(): Promise<object[]> {
  const measured = await benchRetrieval(
    { sizes, engines: values.engines.split(','), corpus: values.corpus, questions: values.questions },
    (row) =>
      console.log(JSON.stringify(row, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value))),
  );
  const compared = measured.flatMap((row) => {
    const own = measured.find((one) => one.engine === 'deskside' && one.passages === row.passages);
    if (!own || own === row) return [];
    return {
      passages: row.passages,
      against: row.engine,
      p95Ratio: row.p95Ms / own.p95Ms,
      freshRatio: row.freshMs / own.freshMs,
      buildRatio: row.buildMs / own.buildMs,
    };
  });
  console.table(compared);
  if (values.plot) await writeFile(values.plot, drawCostCurves(measured));
  return [...measured, ...compared];
}
