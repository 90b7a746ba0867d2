import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import { noFilters, type InsightsFilters } from '../../utils/insights/build-report.ts';
import type { SourceNames } from '../../utils/insights/group-acceptance.ts';
import type { Period } from '../../utils/insights/time-range.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { useStoredSettings } from '../options/use-theme.ts';
import type { OptionsStores } from '../options/options-stores.ts';
import type { InsightsPageProps } from './insights-page.tsx';
import type { RecallState } from './recall-list.tsx';

/** Connects the Insights page with the outcome log. Rows are read when the page opens and when it is looked at again. */
export function useInsights(stores: Pick<OptionsStores, 'outcomes' | 'knowledge' | 'drafts'>): InsightsPageProps {
  const settings = useStoredSettings();
  const [rows, setRows] = useState<readonly OutcomeRow[]>([]);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [recalled, setRecalled] = useState<RecallState>({ kind: 'looking' });
  const [sourceNames, setSourceNames] = useState<SourceNames>(new Map());
  const [period, setPeriod] = useState<Period>('30-days');
  const [filters, setFilters] = useState<InsightsFilters>(noFilters);
  useEffect(() => {
    const read = (): void => {
      void stores.outcomes.all().then((all) => {
        setRows(all);
        setNowMs(Date.now());
      });
      void send('recall-list', {}).then((answer) =>
        setRecalled(answer.ok ? answer.value : { kind: 'failed', failure: answer.error }),
      );
      void stores.knowledge.listSources().then((sources) => setSourceNames(new Map(sources.map(({ id, name }) => [id, name]))));
    };
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [stores]);
  return {
    rows,
    nowMs,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: navigator.language,
    period,
    filters,
    sourceNames,
    recalled,
    onPeriod: setPeriod,
    onFilters: setFilters,
    async onReadDraft(id) {
      const outcome = (await stores.drafts.get(id))?.outcome;
      return outcome?.kind === 'drafted' ? outcome.draft : undefined;
    },
    currency: settings?.budget.currency ?? 'USD',
    onExport: saveFile,
    onOptions: () => void browser.runtime.openOptionsPage(),
  };
}

/** Hands a text to the browser as a download. */
function saveFile(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
