import { useEffect, useRef, useState } from 'react';
import { send } from '../../../utils/messaging/messenger.ts';
import type { TriageModelStore } from '../../../utils/storage/triage-model-store.ts';
import { parseTriageModel } from '../../../utils/triage/model-bytes.ts';
import { parseTaggedTickets } from '../../../utils/triage/parse-tagged-tickets.ts';
import { fitReportSchema } from './fit-messages.ts';
import type { TriageActions, TriageValue } from './triage-section.tsx';

/** Connects the section with the stored classifier and with the worker that fits a new one. */
export function useTriage(store: TriageModelStore): { readonly value: TriageValue; readonly actions: TriageActions } {
  const [value, setValue] = useState<TriageValue>({ own: undefined, fitting: undefined, problem: '' });
  const worker = useRef<Worker>(undefined);
  useEffect(() => {
    let isLeft = false;
    void readOwn(store).then((own) => isLeft || setValue((now) => ({ ...now, own })));
    return () => {
      isLeft = true;
      worker.current?.terminate();
    };
  }, [store]);

  const end = (change: Partial<TriageValue>): void => {
    worker.current?.terminate();
    worker.current = undefined;
    setValue((now) => ({ ...now, fitting: undefined, ...change }));
  };
  const keep = async (bytes: Uint8Array<ArrayBuffer> | undefined): Promise<void> => {
    await (bytes ? store.write(bytes) : store.remove());
    await send('triage-changed', {});
    end({ own: await readOwn(store), problem: '' });
  };
  const fit = async (file: File): Promise<void> => {
    const text = await file.text();
    const rows = parseTaggedTickets(text, /\.csv$/i.test(file.name) || !/^\s*\{/.test(text) ? 'csv' : 'jsonl');
    if (!rows.ok) return end({ problem: rows.error.said });
    setValue((now) => ({ ...now, problem: '', fitting: { share: 0, tickets: rows.value.length } }));
    const fitting = new Worker(new URL('./fit-worker.ts', import.meta.url), { type: 'module' });
    worker.current = fitting;
    fitting.addEventListener('message', (event: MessageEvent<unknown>) => {
      const report = fitReportSchema.safeParse(event.data);
      if (!report.success || worker.current !== fitting) return;
      const { data } = report;
      switch (data.kind) {
        case 'progress':
          return setValue((now) => ({ ...now, fitting: { share: data.share, tickets: rows.value.length } }));
        case 'failed':
          return end({ problem: data.said });
        case 'fitted':
          return void keep(data.bytes).catch(() =>
            end({ problem: 'The browser’s storage did not take it. Free space, then try again.' }),
          );
      }
    });
    fitting.addEventListener('error', () =>
      end({ problem: 'The browser stopped the learning. Reload this page, then try again.' }),
    );
    fitting.postMessage({ rows: rows.value, origin: file.name });
  };
  return {
    value,
    actions: { onFit: (file) => void fit(file), onCancel: () => end({}), onRemove: () => void keep(undefined) },
  };
}

async function readOwn(store: TriageModelStore): Promise<TriageValue['own']> {
  const bytes = await store.read().catch(() => undefined);
  const read = bytes && parseTriageModel(bytes);
  return read?.ok ? read.value : undefined;
}
