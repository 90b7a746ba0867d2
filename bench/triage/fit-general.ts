import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitTriage } from '../../utils/triage/fit-triage.ts';
import { judgeIntent } from '../../utils/triage/judge-intent.ts';
import { serialiseTriageModel } from '../../utils/triage/model-bytes.ts';
import { loadTagged } from './load-tagged.ts';

/**
 * Makes the classifier that ships, from the public set of customer-service intents: `node bench/triage/fit-general.ts --set DIR [--foreign FOLDER]…`. Prints how often it is
 * right on the development split, and how many texts of other sets (their development splits) it takes for support.
 */
const OUT = 'public/triage/general-intents.bin';
const ORIGIN =
  'Fitted on the Bitext customer support intent detection training dataset (github.com/bitext/customer-support-intent-detection-training-dataset), licence CDLA-Sharing-1.0.';
/** The set is made from patterns: real tickets lie further from it than its own held-back rows, so the scope is left wide. */
const IN_SCOPE_KEPT = 0.99;

const { values } = parseArgs({
  options: { set: { type: 'string' }, foreign: { type: 'string', multiple: true, default: [] } },
});
if (!values.set) throw new Error('Usage: node bench/triage/fit-general.ts --set DIR [--foreign FOLDER]…');

const rows = await loadTagged(values.set, 'train.jsonl');
const fitted = await fitTriage(rows, { seed: 1, origin: ORIGIN, hidden: 64, maxFeatures: 5000, inScopeKept: IN_SCOPE_KEPT });
if (!fitted.ok) throw new Error(fitted.error.said);
const model = fitted.value;
const bytes = serialiseTriageModel(model);
await writeFile(OUT, bytes);
console.log(`${OUT}: ${bytes.length} bytes, ${model.labels.length} intents, ${model.hashes.length} features`);

const dev = (await loadTagged(values.set, join('dev', 'test.jsonl'))).map(({ text, label }) => ({
  label,
  said: judgeIntent(text, model),
}));
const share = (count: number, all: number): string => (count / all).toFixed(4);
console.log(`accuracy ${share(dev.filter(({ label, said }) => label === said.label).length, dev.length)} of ${dev.length}`);
console.log(`in scope ${share(dev.filter(({ said }) => said.outOfScope < 0.5).length, dev.length)}`);
for (const folder of values.foreign) {
  const texts = await loadTagged(folder, join('dev', 'test.jsonl'));
  const said = texts.map(({ text, label }) => ({ label, text, isOutside: judgeIntent(text, model).outOfScope >= 0.5 }));
  const oos = said.filter(({ label }) => label === 'oos');
  console.log(
    `${folder}: none of these ${share(said.filter(({ isOutside }) => isOutside).length, said.length)} of ${said.length}`,
  );
  if (oos.length > 0)
    console.log(`  of its own "oos" rows ${share(oos.filter(({ isOutside }) => isOutside).length, oos.length)}`);
}
