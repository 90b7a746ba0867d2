import type { ReactNode } from 'react';
import { Notice } from '../shared/notice.tsx';
import { KnowledgeAdders } from './knowledge-adders.tsx';
import { useKnowledgeImport } from './knowledge-import.ts';
import { KnowledgeReview } from './knowledge-review.tsx';
import { KnowledgeTry } from './knowledge-try.tsx';
import type { KnowledgeActions, OptionsActions, OptionsValue, ReadingActions } from './options-value.ts';
import { SettingsSection } from './settings-section.tsx';
import { SourceTable } from './source-table.tsx';
import { count } from './source-time.ts';
import './knowledge.css';

export type KnowledgeSectionProps = {
  readonly value: Pick<OptionsValue, 'sources' | 'importing' | 'importProblem' | 'readings'>;
  readonly actions: KnowledgeActions & ReadingActions & Pick<OptionsActions, 'onSourceRemove'>;
};

/** What drafts may rely on: the sources, what a person has to look at, everything that adds one, and a search to try them. */
export function KnowledgeSection({ value, actions }: KnowledgeSectionProps): ReactNode {
  const { sources, importing, importProblem, readings } = value;
  const into = useKnowledgeImport(actions, importing !== undefined);
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  const stores = sources.filter(({ kind }) => kind === 'vector-store').length;
  return (
    <div className={into.isDragging ? 'knowledge-drop is-dragging' : 'knowledge-drop'} {...into.dropProps}>
      <SettingsSection
        id="knowledge"
        title="Knowledge"
        lead={`What drafts may rely on. ${count(passages, 'passage')}${stores > 0 ? ` on this device, and ${count(stores, 'vector store')} searched at your provider` : ', all on this device'}.`}
      >
        <SourceTable
          sources={sources}
          importing={importing}
          readings={readings}
          actions={actions}
          onRemove={actions.onSourceRemove}
          onImportCancel={actions.onImportCancel}
        />
        {importProblem === '' ? null : (
          <div>
            <Notice tone="warning" icon="alert" title="The import ended early.">
              {importProblem}
            </Notice>
          </div>
        )}
        <KnowledgeReview flagged={readings.flagged} sources={sources} onReview={actions.onReview} />
        <KnowledgeAdders
          actions={actions}
          into={into}
          busy={importing !== undefined}
          hasSample={sources.some((source) => source.kind === 'sample')}
          onSourceAdd={actions.onSourceAdd}
        />
        {sources.length > 0 ? <KnowledgeTry onSearch={actions.onSearch} nowMs={readings.nowMs} /> : null}
      </SettingsSection>
      {into.isDragging ? (
        <p className="knowledge-drop-hint" aria-hidden="true">
          {importing ? 'Wait until the import under way has ended' : 'Drop files, folders or a zip here'}
        </p>
      ) : null}
    </div>
  );
}
