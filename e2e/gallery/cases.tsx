import { useEffect, useState, type ReactNode } from 'react';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { FirstRunPage } from '../../components/first-run/first-run-page.tsx';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { knowledgeCases } from './knowledge-cases.tsx';
import { compareCases } from './compare-cases.tsx';
import { draftingOptionsCases } from './drafting-options-cases.tsx';
import { embeddingCases } from './embedding-cases.tsx';
import { handOverCases } from './hand-over-cases.tsx';
import { helpdesksCases } from './helpdesks-cases.tsx';
import { InsightsCase } from './insights-case.tsx';
import { bytesOf, endpointSettings, firstRun, firstRunActions, optionsActions, optionsValue, sources } from './fixtures.ts';
import { makeLog } from './make-log.ts';
import { recalled } from './recall-fixtures.ts';
import { voiceCases } from './voice-cases.tsx';

/** Settings come from the browser's storage, so the page is drawn once before they are there. */
function LateSettings(): ReactNode {
  const [settings, setSettings] = useState(defaultSettings);
  useEffect(() => {
    const timer = setTimeout(() => setSettings(endpointSettings), 50);
    return () => clearTimeout(timer);
  }, []);
  return <OptionsPage value={optionsValue({ settings })} actions={optionsActions('good')} />;
}

const nowMs = Date.parse('2026-11-21T13:20:00Z');

/** Every state that is shot, by name: `?case=name`. */
export const cases: Record<string, () => ReactNode> = {
  'insights-13-weeks': () => <InsightsCase nowMs={nowMs} period="13-weeks" rows={makeLog(9000, 91, nowMs)} />,
  'insights-rules': () => <InsightsCase nowMs={nowMs} period="13-weeks" rows={makeLog(9000, 91, nowMs)} />,
  'insights-table': () => <InsightsCase nowMs={nowMs} period="30-days" rows={makeLog(1500, 30, nowMs)} />,
  'insights-language': () => <InsightsCase nowMs={nowMs} period="30-days" rows={makeLog(1500, 30, nowMs)} />,
  'insights-drawer': () => <InsightsCase nowMs={nowMs} period="30-days" rows={makeLog(1500, 30, nowMs)} />,
  'insights-recalled': () => <InsightsCase nowMs={nowMs} period="30-days" rows={makeLog(1500, 30, nowMs)} recalled={recalled} />,
  'insights-30-days': () => <InsightsCase nowMs={nowMs} period="30-days" rows={makeLog(1500, 30, nowMs)} />,
  'insights-fresh': () => <InsightsCase nowMs={nowMs} period="7-days" rows={makeLog(14, 3, nowMs)} />,
  'insights-three': () => <InsightsCase nowMs={nowMs} period="7-days" rows={makeLog(3, 1, nowMs)} />,
  'insights-empty': () => <InsightsCase nowMs={nowMs} period="7-days" rows={[]} />,
  'insights-other-period': () => <InsightsCase nowMs={nowMs} period="7-days" rows={makeLog(20, 3, nowMs - 40 * 86_400_000)} />,
  'options-embedded': () => <OptionsPage value={optionsValue({})} actions={optionsActions('good')} />,
  'options-hosted-good': () => (
    <OptionsPage value={optionsValue({ settings: endpointSettings, sources })} actions={optionsActions('good')} />
  ),
  'options-late-settings': () => <LateSettings />,
  'options-hosted-bad': () => (
    <OptionsPage value={optionsValue({ settings: endpointSettings, sources })} actions={optionsActions('bad')} />
  ),
  'options-bad-input': () => <OptionsPage value={optionsValue({ sites: [], sources: [] })} actions={optionsActions('bad')} />,
  'options-importing': () => (
    <OptionsPage
      value={optionsValue({ sources, importing: { name: 'help-centre-2026-11.zip', done: 187, total: 304 } })}
      actions={optionsActions('good')}
    />
  ),
  'options-problem': () => (
    <OptionsPage
      value={optionsValue({
        importProblem: `The browser’s storage is full. 187 files were kept; remove a source, then add the rest (${bytesOf(38)} needed).`,
      })}
      actions={optionsActions('good')}
    />
  ),
  ...knowledgeCases,
  ...embeddingCases,
  ...draftingOptionsCases,
  ...compareCases,
  ...handOverCases,
  ...voiceCases,
  ...helpdesksCases,
  'first-run-1': () => <FirstRunPage value={firstRun({})} actions={firstRunActions} />,
  'first-run-1-unknown': () => <FirstRunPage value={firstRun({ helpdesk: undefined })} actions={firstRunActions} />,
  'first-run-1-allowed': () => <FirstRunPage value={firstRun({ siteAllowed: true })} actions={firstRunActions} />,
  'first-run-2': () => <FirstRunPage value={firstRun({})} actions={firstRunActions} firstStep={1} />,
  'first-run-2-reading': () => (
    <FirstRunPage
      value={firstRun({ sources: sources.slice(0, 2), importing: { name: 'handbook', done: 193, total: 412 } })}
      actions={firstRunActions}
      firstStep={1}
    />
  ),
  'first-run-3': () => <FirstRunPage value={firstRun({})} actions={firstRunActions} firstStep={2} />,
  'first-run-4': () => <FirstRunPage value={firstRun({ siteAllowed: true, sources })} actions={firstRunActions} firstStep={3} />,
};
