import type { ReactNode } from 'react';
import { Notice } from '../shared/notice.tsx';
import { KnowledgeAdders } from '../options/knowledge-adders.tsx';
import { useKnowledgeImport } from '../options/knowledge-import.ts';
import { SourceTable } from '../options/source-table.tsx';
import { FirstRunWindow } from './first-run-window.tsx';
import type { StepProps } from './helpdesk-step.tsx';

/** Step 2: what drafts may rely on. An import goes on while the next steps are looked at. */
export function KnowledgeStep({ value, actions, onNext, onBack }: StepProps): ReactNode {
  const { sources, importing, importProblem } = value;
  const into = useKnowledgeImport(actions, importing !== undefined);
  const has = sources.length > 0 || importing !== undefined;
  return (
    <FirstRunWindow
      step={2}
      title="What may it rely on?"
      lead="Good drafts come from your own articles. They stay on this device. You can add more at any time."
      primary="Continue"
      onPrimary={onNext}
      onBack={onBack}
      skip={has ? undefined : { label: 'Skip', onSkip: onNext }}
    >
      <div className={into.isDragging ? 'panelbox is-dragging' : 'panelbox'} {...into.dropProps}>
        {has ? (
          <SourceTable
            sources={sources}
            importing={importing}
            onRemove={actions.onSourceRemove}
            onImportCancel={actions.onImportCancel}
          />
        ) : null}
        <KnowledgeAdders
          actions={actions}
          into={into}
          busy={importing !== undefined}
          hasSample={sources.some((source) => source.kind === 'sample')}
        />
      </div>
      {importProblem === '' ? null : (
        <Notice tone="warning" icon="alert" title="The import ended early.">
          {importProblem}
        </Notice>
      )}
      {has ? null : (
        <Notice tone="plain" icon="book" title="Nothing at hand?">
          The sample help centre belongs to an invented company. It shows what a cited draft looks like.
        </Notice>
      )}
    </FirstRunWindow>
  );
}
