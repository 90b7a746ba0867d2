import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createDeskside } from '../bench/engines/deskside.ts';
import { libraries } from '../bench/engines/libraries.ts';
import { evaluateAbstention } from '../bench/evaluate-abstention.ts';
import { evaluateRetrieval } from '../bench/evaluate-retrieval.ts';

const engines = { deskside: createDeskside, ...libraries };
const usage = `Usage: npm run eval -- retrieval|abstention --set DIR [--split dev] [--engine ${Object.keys(engines).join('|')}] [--without titles|history] [--json FILE]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    engine: { type: 'string', default: 'deskside' },
    without: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
  },
});
const tasks = { retrieval: evaluateRetrieval, abstention: evaluateAbstention } as const;
try {
  const [task] = positionals;
  const engine = isKey(engines, values.engine) ? engines[values.engine] : undefined;
  const isKnown = values.without.every((one) => one === 'titles' || one === 'history');
  if (task === undefined || !isKey(tasks, task) || !values.set || !engine || !isKnown) throw new Error(usage);
  const measured = await tasks[task](engine, {
    folder: values.set,
    split: values.split,
    withoutTitles: values.without.includes('titles'),
    withoutHistory: values.without.includes('history'),
  });
  const result = { task, set: values.set, split: values.split, engine: values.engine, without: values.without, ...measured };
  for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(28)} ${describe(value)}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}

function isKey<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}

function describe(value: unknown): string {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : String(value);
}
