import type { ReactNode } from 'react';
import type { FoundPassage } from '../../components/knowledge/found-passage.ts';
import { KnowledgeSection } from '../../components/options/knowledge-section.tsx';
import { noReadings, type OptionsActions, type OptionsValue } from '../../components/options/options-value.ts';
import type { Failure } from '../../utils/domain/failure.ts';
import { optionsActions, optionsValue } from './fixtures.ts';
import { flagged, foundPassages, nowMs, plainPassages, readings, readSources } from './knowledge-fixtures.ts';
import '../../components/options/options.css';

const quiet = { ...readings, flagged: [], syncs: readings.syncs.slice(0, 1) };
const oneSource = { sources: readSources.slice(0, 1), readings: quiet };

function Section({
  value,
  actions = {},
}: {
  readonly value: Partial<OptionsValue>;
  readonly actions?: Partial<OptionsActions>;
}): ReactNode {
  return (
    <main className="options-main" style={{ maxInlineSize: 760, marginInline: 'auto', padding: 16 }}>
      <h1 className="visually-hidden">Options</h1>
      <KnowledgeSection
        value={optionsValue({ readings: { ...noReadings, nowMs }, ...value })}
        actions={{ ...optionsActions('good'), ...actions }}
      />
    </main>
  );
}

const answer = (passages: readonly FoundPassage[]): Partial<OptionsActions> => ({
  onSearch: async ({ mayUse }) => ({ ok: true, value: passages.filter(({ passage }) => mayUse.includes(passage.audience)) }),
});
const fail = (failure: Failure) => async () => ({ ok: false, error: failure }) as const;

/** The Knowledge section of Options in every state, by name. */
export const knowledgeCases: Record<string, () => ReactNode> = {
  'options-knowledge-empty': () => <Section value={{ sources: [] }} />,
  'options-knowledge-sources': () => <Section value={{ sources: readSources, readings: { ...readings, flagged: [] } }} />,
  'options-knowledge-remove': () => (
    <Section value={{ sources: readSources.slice(0, 2), readings: { ...readings, flagged: [] } }} />
  ),
  'options-knowledge-change': () => <Section value={oneSource} />,
  'options-knowledge-refused': () => (
    <Section
      value={{ sources: readSources.slice(6, 7), readings: { ...readings, flagged: [] } }}
      actions={{ onSyncStart: fail({ kind: 'source-not-allowed', host: 'partners.northwind.example' }) }}
    />
  ),
  'options-knowledge-flagged': () => <Section value={{ sources: readSources.slice(0, 1), readings: { ...quiet, flagged } }} />,
  'options-knowledge-add-help-centre': () => <Section value={{ sources: [] }} />,
  'options-knowledge-add-problems': () => <Section value={{ sources: [] }} />,
  'options-knowledge-add-refused': () => (
    <Section
      value={{ sources: [] }}
      actions={{ onSourceAdd: fail({ kind: 'source-not-allowed', host: 'help.northwind.example' }) }}
    />
  ),
  'options-knowledge-add-web-pages': () => <Section value={{ sources: [] }} />,
  'options-knowledge-add-macros': () => <Section value={{ sources: [] }} />,
  'options-knowledge-add-solved-tickets': () => <Section value={{ sources: [] }} />,
  'options-knowledge-segment': () => <Section value={{ sources: [] }} />,
  'options-knowledge-dragging': () => <Section value={oneSource} />,
  'options-knowledge-search': () => <Section value={oneSource} actions={answer(foundPassages)} />,
  'options-knowledge-search-plain': () => <Section value={oneSource} actions={answer(plainPassages)} />,
  'options-knowledge-search-none': () => <Section value={oneSource} actions={answer([])} />,
  'options-knowledge-search-failed': () => (
    <Section value={oneSource} actions={{ onSearch: fail({ kind: 'storage-broken', said: 'The index is gone' }) }} />
  ),
};
