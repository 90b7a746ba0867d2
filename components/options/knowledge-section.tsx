import type { ReactNode } from 'react';
import { Notice } from '../shared/notice.tsx';
import { KnowledgeAdders } from './knowledge-adders.tsx';
import type { OptionsActions, OptionsValue } from './options-value.ts';
import { SettingsSection } from './settings-section.tsx';
import { SourceTable } from './source-table.tsx';

const count = new Intl.NumberFormat('en');

export type KnowledgeSectionProps = {
  readonly value: Pick<OptionsValue, 'sources' | 'importing' | 'importProblem'>;
  readonly actions: OptionsActions;
};

/** What drafts may rely on: the sources that are there, and everything that adds one. */
export function KnowledgeSection({ value, actions }: KnowledgeSectionProps): ReactNode {
  const passages = value.sources.reduce((sum, source) => sum + source.passages, 0);
  return (
    <SettingsSection
      id="knowledge"
      title="Knowledge"
      lead={`What drafts may rely on. ${count.format(passages)} ${passages === 1 ? 'passage' : 'passages'}, all on this device.`}
    >
      <SourceTable
        sources={value.sources}
        importing={value.importing}
        onRemove={actions.onSourceRemove}
        onImportCancel={actions.onImportCancel}
      />
      {value.importProblem === '' ? null : (
        <div>
          <Notice tone="warning" icon="alert" title="The import ended early.">
            {value.importProblem}
          </Notice>
        </div>
      )}
      <KnowledgeAdders
        actions={actions}
        busy={value.importing !== undefined}
        hasSample={value.sources.some((source) => source.kind === 'sample')}
      />
    </SettingsSection>
  );
}
