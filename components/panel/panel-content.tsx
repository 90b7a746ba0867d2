import { lazy, Suspense, type ReactNode } from 'react';
import type { DraftSentence, DraftSource } from '../../utils/domain/draft.ts';
import { DraftEditor } from './draft-editor.tsx';
import { DraftedState } from './drafted-state.tsx';
import { InsertedState, OutdatedState } from './draft-states.tsx';
import { HandedOverView } from './handed-over-view.tsx';
import { KeyTable } from './key-table.tsx';
import type { OpenConflict } from './open-conflict.ts';
import { AbstainedState, DraftingState, PlainState } from './other-states.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';
import type { PanelView } from './panel-view.ts';
import { PassageView } from './passage-view.tsx';
import { RefineMenu } from './refine-menu.tsx';
import { RejectForm } from './reject-form.tsx';
import { TraceView } from './trace-view.tsx';
import { noWish, type ModeChange, type PanelMode } from './use-panel-mode.ts';
import type { usePassageChange } from './use-passage-change.ts';
import { VersionList } from './version-list.tsx';

/** Loaded when a page is taught, which few agents ever do. */
const TeachView = lazy(() => import('./teach/teach-view.tsx').then((module) => ({ default: module.TeachView })));

type Drafted = Extract<PanelView, { kind: 'drafted' }>;

export type PanelContentProps = {
  readonly view: PanelView;
  readonly actions: PanelActions;
  readonly options: PanelOptions;
  readonly mode: PanelMode;
  readonly setMode: (change: ModeChange) => void;
  /** The mode that holds for this view. */
  readonly active: PanelMode['kind'];
  /** The reply as the agent has it. */
  readonly text: string;
  /** The source that is open. */
  readonly source: DraftSource | undefined;
  readonly change: ReturnType<typeof usePassageChange>;
  readonly conflict: OpenConflict | undefined;
  readonly onType: (text: string) => void;
  readonly onRefine: PanelActions['onRefine'];
  readonly onSource: (number: number, sentence?: DraftSentence) => void;
  readonly onNextUnsupported: () => void;
};

/** The third band: the view, or what the agent is doing with its draft. */
export function PanelContent(props: PanelContentProps): ReactNode {
  const { view, actions, options, setMode, active } = props;
  if (active === 'help') return <KeyTable />;
  if (view.kind === 'drafted' && active !== 'reading') return <DraftMode {...props} view={view} />;
  switch (view.kind) {
    case 'drafted':
      return (
        <DraftedState
          view={view}
          actions={actions}
          options={options}
          conflict={props.conflict}
          onChooseSource={(chosen) => setMode({ kind: 'choose-source', draftId: view.record.id, source: chosen })}
          onTrace={() => setMode({ kind: 'trace', draftId: view.record.id })}
          onSource={props.onSource}
          onNextUnsupported={props.onNextUnsupported}
        />
      );
    case 'outdated':
      return <OutdatedState view={view} />;
    case 'inserted':
      return <InsertedState view={view} actions={actions} options={options} />;
    case 'drafting':
      return <DraftingState view={view} />;
    case 'abstained':
      return <AbstainedState view={view} actions={actions} />;
    case 'handed-over':
      return <HandedOverView view={view} actions={actions} options={options} />;
    case 'teaching':
      return (
        <Suspense>
          <TeachView teaching={view.teaching} onTeach={actions.onTeach} />
        </Suspense>
      );
    case 'access-needed':
    case 'unknown-helpdesk':
    case 'no-ticket':
    case 'reading':
    case 'unreadable':
    case 'on-request':
    case 'stopped':
    case 'rejected':
    case 'failed':
      return <PlainState view={view} />;
  }
}

/** What the agent is doing with the draft: editing, refining, rejecting, reading a source or how it was made. */
function DraftMode(props: PanelContentProps & { readonly view: Drafted }): ReactNode {
  const { view, actions, options, mode, setMode, active, text, source, onType } = props;
  const { record, draft, shown } = view;
  const versions = (
    <VersionList
      record={record}
      language={draft.language}
      current={text}
      received={draft.writer.kind === 'embedded' ? draft.writer.received : undefined}
      onVersion={actions.onChooseVersion}
      onText={onType}
    />
  );
  switch (active) {
    case 'editing':
      return (
        <>
          {versions}
          <DraftEditor text={text} language={shown.language} onText={onType} />
        </>
      );
    case 'refining':
      return (
        <>
          <RefineMenu
            language={shown.language}
            hasModel={options.hasModel}
            facts={record.facts ?? []}
            wish={mode.wish.draftId === record.id ? mode.wish : noWish}
            onWish={(wish) => setMode({ kind: 'wish', wish: { ...wish, draftId: record.id } })}
            onStep={props.onRefine}
            onFacts={actions.onFacts}
          />
          {versions}
        </>
      );
    case 'rejecting':
      return (
        <RejectForm
          value={mode.rejection}
          sources={draft.sources}
          onChange={(rejection) => setMode({ kind: 'reject', draftId: record.id, rejection })}
        />
      );
    case 'trace':
      return <TraceView draft={draft} currency={options.currency} />;
    case 'passage':
      return source ? <PassageView source={source} spans={mode.spans} change={props.change} /> : null;
    case 'reading':
    case 'help':
      return null;
  }
}
