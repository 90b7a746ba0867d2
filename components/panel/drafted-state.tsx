import type { ReactNode } from 'react';
import type { Draft, DraftBlock, DraftSentence } from '../../utils/domain/draft.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { ChangedFactsNotice, ChangeNotice } from './draft-notices.tsx';
import { DraftText } from './draft-text.tsx';
import { FindingNotice } from './finding-notice.tsx';
import { nameLanguage } from './format.ts';
import type { OpenConflict } from './open-conflict.ts';
import { RiskNotice } from './risk-notice.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';
import type { PanelView } from './panel-view.ts';
import { ReadingAid } from './reading-aid.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { SourceConflictChoice } from './source-conflict.tsx';
import { SourceList } from './source-list.tsx';
import { StreamingText } from './streaming-text.tsx';
import { Verdict } from './verdict.tsx';
import { RefinedLine } from './version-list.tsx';

type OpenSource = (number: number, sentence?: DraftSentence) => void;

export type DraftedStateProps = {
  readonly view: Extract<PanelView, { kind: 'drafted' }>;
  readonly actions: PanelActions;
  readonly options: PanelOptions;
  /** Sources that contradict each other, until the agent has said which one holds. */
  readonly conflict: OpenConflict | undefined;
  readonly onChooseSource: (source: number) => void;
  readonly onTrace: () => void;
  readonly onSource: OpenSource;
  readonly onNextUnsupported: () => void;
};

/** The draft with everything needed to check it. */
export function DraftedState(props: DraftedStateProps): ReactNode {
  const { view, actions, options, conflict, onSource, onTrace, onNextUnsupported } = props;
  const { draft, record, shown, change, insert, ticket, access } = view;
  const isChanging = change?.kind === 'under-way' && change.request === 'draft-refine';
  return (
    <>
      <RefusalNotice insert={insert} requester={ticket.requester.name} actions={actions} />
      <ChangeNotice change={change} actions={actions} />
      <ChangedFactsNotice record={record} actions={actions} />
      <StandInNotice draft={draft} actions={actions} />
      {conflict ? (
        <SourceConflictChoice
          conflict={conflict.conflict}
          sources={draft.sources}
          chosen={conflict.holds}
          onChoose={props.onChooseSource}
        />
      ) : null}
      {access === 'this-visit' ? (
        <Notice
          tone="info"
          icon="key"
          title="Deskside may read this tab until it leaves the site"
          actions={<LinkButton onClick={actions.onAllowSite}>Allow on this site</LinkButton>}
        >
          Then a draft is ready whenever you open a ticket.
        </Notice>
      ) : null}
      {draft.risks && draft.risks.length > 0 ? <RiskNotice risks={draft.risks} /> : null}
      <Verdict draft={draft} blocks={shown.blocks} onNextUnsupported={onNextUnsupported} onTrace={onTrace} />
      <FindingNotice draft={draft} text={shown.text} />
      <LanguageNote blocks={shown.blocks} language={shown.language} />
      <RefinedLine record={record} language={shown.language} onVersion={actions.onChooseVersion} />
      {conflict ? <h3 className="section-title">The draft, following source {conflict.follows}</h3> : null}
      {isChanging && change.text !== '' ? (
        <StreamingText text={change.text} language={shown.language} />
      ) : (
        <DraftText
          blocks={shown.blocks}
          sources={draft.sources}
          language={shown.language}
          isOld={isChanging}
          onSource={onSource}
        />
      )}
      <ReadingAid record={record} language={shown.language} change={change} options={options} onRead={actions.onRead} />
      <SourceList sources={draft.sources} onOpen={onSource} />
    </>
  );
}

function StandInNotice({ draft: { writer }, actions }: { readonly draft: Draft; readonly actions: PanelActions }): ReactNode {
  if (writer.kind !== 'embedded' || !writer.because) return null;
  const { what } = describeFailure(writer.because);
  const buttons = (
    <>
      <LinkButton onClick={() => actions.onRedraft([])}>Try now</LinkButton>
      <LinkButton onClick={actions.onOpenOptions}>Check the backend</LinkButton>
    </>
  );
  return (
    <Notice tone="warning" icon="plug" title={what} actions={buttons}>
      This draft was put together in your browser from the best passages.
    </Notice>
  );
}

/** Passages keep their own language; said once, not at every sentence. */
function LanguageNote({ blocks, language }: { readonly blocks: readonly DraftBlock[]; readonly language: string }): ReactNode {
  const other = blocks
    .flatMap((block) => block.lines.flat())
    .find((sentence) => sentence.support !== 'plain' && sentence.language !== language);
  if (!other) return null;
  return (
    <Notice tone="plain" icon="globe" title={`Quoted in ${nameLanguage(other.language)}`}>
      No passage in {nameLanguage(language)} answers this. Translate the quoted sentences before you send them.
    </Notice>
  );
}
