import { fitTriage } from '../../../utils/triage/fit-triage.ts';
import { serialiseTriageModel } from '../../../utils/triage/model-bytes.ts';
import { fitOrderSchema, type FitReport } from './fit-messages.ts';

/** Fits a classifier beside the page, so that the page stays usable; ending the worker ends the fitting. */
self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const order = fitOrderSchema.safeParse(event.data);
  if (!order.success) return;
  const tell = (report: FitReport): void => self.postMessage(report);
  const { rows, origin } = order.data;
  void fitTriage(rows, { seed: 1, origin, onProgress: (share) => tell({ kind: 'progress', share }) }).then((fitted) => {
    if (!fitted.ok) return tell({ kind: 'failed', said: fitted.error.said });
    const { labels, heldOut } = fitted.value;
    tell({ kind: 'fitted', bytes: serialiseTriageModel(fitted.value), labels: [...labels], heldOut });
  });
});
