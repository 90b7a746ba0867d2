import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createDeskside } from '../bench/engines/deskside.ts';
import { libraries } from '../bench/engines/libraries.ts';
import { evaluateDrafting } from '../bench/drafting/evaluate-drafting.ts';
import { evaluateAbstention } from '../bench/evaluate-abstention.ts';
import { evaluatePiiSet } from '../bench/evaluate-pii-set.ts';
import { evaluateRetrieval } from '../bench/evaluate-retrieval.ts';
import { evaluateIntent } from '../bench/triage/evaluate-intent.ts';

const engines = { deskside: createDeskside, ...libraries };
const usage = `Usage: npm run eval -- retrieval|abstention --set DIR [--split dev] [--engine ${Object.keys(engines).join('|')}] [--without titles|history] [--json FILE]
       npm run eval -- pii|drafting|intent --set DIR [--split dev] [--json FILE]`;

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
/** Tasks without an engine to choose. */
const plainTasks = { pii: evaluatePiiSet, drafting: evaluateDrafting, intent: evaluateIntent } as const;
try {
  const [task] = positionals;
  const engine = isKey(engines, values.engine) ? engines[values.engine] : undefined;
  const isKnown = values.without.every((one) => one === 'titles' || one === 'history');
  const isTask = task !== undefined && (isKey(plainTasks, task) || isKey(tasks, task));
  if (!isTask || !values.set || !engine || !isKnown) throw new Error(usage);
  const of = { task, set: values.set, split: values.split };
  const result = isKey(plainTasks, task)
    ? { ...of, ...(await plainTasks[task]({ folder: values.set, split: values.split })) }
    : {
        ...of,
        engine: values.engine,
        without: values.without,
        ...(await tasks[task](engine, {
          folder: values.set,
          split: values.split,
          withoutTitles: values.without.includes('titles'),
          withoutHistory: values.without.includes('history'),
        })),
      };
  for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(44)} ${describe(value)}`);
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
