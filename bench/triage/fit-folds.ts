import { parseArgs } from 'node:util';
import { measureIntents } from '../../utils/evaluation/intent-metrics.ts';
import { isOutsideLabel } from '../../utils/triage/check-rows.ts';
import { fitTriage } from '../../utils/triage/fit-triage.ts';
import { judgeIntent } from '../../utils/triage/judge-intent.ts';
import type { TaggedTicket } from '../../utils/triage/parse-tagged-tickets.ts';
import { loadTagged } from './load-tagged.ts';

/**
 * Cross-validation inside the training rows alone, by which everything was chosen: `node bench/triage/fit-folds.ts --set DIR` (five folds), or `--from ROW`:
 * fitted on the rows before it, measured on the rest (clinc150 has its own validation rows from row 15100 on, and they are harder).
 */
const FOLDS = 5;

const { values } = parseArgs({ options: { set: { type: 'string' }, from: { type: 'string' } } });
if (!values.set) throw new Error('Usage: node bench/triage/fit-folds.ts --set DIR [--from ROW]');
const rows = await loadTagged(values.set, 'train.jsonl');
const from = values.from === undefined ? undefined : Number(values.from);
const splits: readonly ((at: number) => boolean)[] =
  from === undefined ? Array.from({ length: FOLDS }, (_, fold) => (at: number) => at % FOLDS === fold) : [(at) => at >= from];
for (const isHeldBack of splits)
  console.log(
    await measure(
      rows.filter((_, at) => !isHeldBack(at)),
      rows.filter((_, at) => isHeldBack(at)),
    ),
  );

async function measure(kept: readonly TaggedTicket[], heldBack: readonly TaggedTicket[]): Promise<object> {
  const fitted = await fitTriage(kept, { seed: 1 });
  if (!fitted.ok) throw new Error(fitted.error.said);
  return measureIntents(
    heldBack.map(({ text, label }) => ({
      ...judgeIntent(text, fitted.value),
      intent: isOutsideLabel(label) ? undefined : label,
    })),
  );
}
