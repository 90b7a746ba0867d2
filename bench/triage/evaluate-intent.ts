import { join } from 'node:path';
import { measureIntents, type JudgedText } from '../../utils/evaluation/intent-metrics.ts';
import { isOutsideLabel } from '../../utils/triage/check-rows.ts';
import { fitTriage } from '../../utils/triage/fit-triage.ts';
import { judgeIntent } from '../../utils/triage/judge-intent.ts';
import { parseTriageModel, serialiseTriageModel } from '../../utils/triage/model-bytes.ts';
import type { TriageModel } from '../../utils/triage/triage-model.ts';
import { loadTagged } from './load-tagged.ts';

/** Every figure in the documentation was made with it. */
const SEED = 1;

/** Fits on `DIR/train.jsonl`, stores and reads the model as the extension does, and measures it on `DIR/SPLIT/test.jsonl`. */
export async function evaluateIntent(set: { readonly folder: string; readonly split: string }): Promise<Record<string, number>> {
  const rows = await loadTagged(set.folder, 'train.jsonl');
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const fitted = await fitTriage(rows, { seed: SEED });
  if (!fitted.ok) throw new Error(fitted.error.said);
  const bytes = serialiseTriageModel(fitted.value);
  const fitSeconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const model = parseTriageModel(bytes);
  if (!model.ok) throw new Error(model.error.said);
  return {
    tickets: rows.length,
    labels: model.value.labels.length,
    ...(await measureModel(model.value, set.folder, join(set.split, 'test.jsonl'))),
    'held-out accuracy': model.value.heldOut.accuracy,
    'fit seconds': fitSeconds,
    'fit CPU seconds': (user + system) / 1e6,
    'model bytes': bytes.length,
  };
}

async function measureModel(model: TriageModel, folder: string, file: string): Promise<Record<string, number>> {
  const texts = await loadTagged(folder, file);
  const times: number[] = [];
  const judged = texts.map(({ text, label }): JudgedText => {
    const startedAt = performance.now();
    const said = judgeIntent(text, model);
    times.push(performance.now() - startedAt);
    return { ...said, intent: isOutsideLabel(label) ? undefined : label };
  });
  const measured = measureIntents(judged);
  const sorted = times.toSorted((a, b) => a - b);
  const msAt = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
  return {
    texts: texts.length,
    accuracy: measured.accuracy,
    'macro-F1': measured.macroF1,
    'in-scope accuracy': measured.inScopeAccuracy,
    'in-scope kept': measured.inScopeKept,
    ...(measured.outOfScopeAuroc === undefined ? {} : { 'out-of-scope AUROC': measured.outOfScopeAuroc }),
    ...(measured.outOfScopeRecall === undefined ? {} : { 'out-of-scope recall': measured.outOfScopeRecall }),
    ECE: measured.ece,
    'ms a ticket, p50': msAt(0.5),
    'ms a ticket, p95': msAt(0.95),
  };
}
