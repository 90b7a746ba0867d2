import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DraftSentence } from '../../utils/domain/draft.ts';
import { Button } from '../shared/button.tsx';
import { IconButton } from '../shared/icon-button.tsx';
import { Key } from '../shared/key.tsx';
import { describeLedger, rejectionReasons } from './describe-view.ts';
import { DraftEditor, VersionList } from './draft-editor.tsx';
import { DraftedState, InsertedState, OutdatedState } from './draft-states.tsx';
import { KeyTable } from './key-table.tsx';
import { toCommand, type PanelCommand } from './keys.ts';
import { KnowledgeFrame } from './knowledge-frame.tsx';
import { useKnowledgeQuery } from './knowledge-query.ts';
import { addToReply } from './knowledge-reply.ts';
import { AbstainedState, DraftingState, PlainState } from './other-states.tsx';
import type { PanelActions } from './panel-actions.ts';
import { PanelBar } from './panel-bar.tsx';
import { PanelFrame, type PanelTab } from './panel-frame.tsx';
import type { PanelView } from './panel-view.ts';
import { PassageHead } from './passage-head.tsx';
import { PassageView } from './passage-view.tsx';
import { RejectForm } from './reject-form.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { usePassageChange } from './use-passage-change.ts';
import { usePanelMode } from './use-panel-mode.ts';
import './panel.css';

export type PanelPageProps = {
  readonly view: PanelView;
  readonly actions: PanelActions;
  readonly singleKeys: boolean;
  /** Whom a search asks for the meaning of words; empty: it stays in the browser. */
  readonly searchHost?: string;
};

/** The side panel: draws one view; what the agent is doing with it (editing, rejecting, reading a passage) is its own. */
export function PanelPage({ view, actions, singleKeys, searchHost = '' }: PanelPageProps): ReactNode {
  const [tab, setTab] = useState<PanelTab>('draft');
  const knowledge = useKnowledgeQuery(actions.onSearch);
  const [mode, setMode] = usePanelMode();
  const content = useRef<HTMLDivElement>(null);
  const shownMark = useRef(-1);
  const drafted = view.kind === 'drafted' ? view : undefined;
  const record = view.kind === 'drafted' || view.kind === 'outdated' ? view.record : undefined;
  const text = (record && (mode.edits[record.id] ?? record.versions.at(-1)?.text)) ?? '';
  const sources = drafted?.draft.sources ?? [];
  const source = mode.kind === 'passage' ? sources.find(({ number }) => number === mode.source) : undefined;
  const isOfDraft =
    drafted !== undefined && mode.draftId === drafted.record.id && (mode.kind !== 'passage' || source !== undefined);
  const active = mode.kind === 'help' || isOfDraft ? mode.kind : 'reading';
  const draftId = drafted?.record.id ?? '';
  const change = usePassageChange(actions.onPassageChange, active === 'passage' ? source?.passage : undefined);

  const openSource = (number: number, sentence?: DraftSentence): void => {
    const from = sentence ? [sentence] : (drafted?.draft.blocks.flatMap((block) => block.lines.flat()) ?? []);
    const spans = from.flatMap(({ citations }) =>
      citations.filter((citation) => citation.source === number).flatMap((citation) => citation.spans),
    );
    if (sources.some((each) => each.number === number)) setMode({ kind: 'open-source', draftId, source: number, spans });
  };
  const saveEdit = (): void => {
    if (record && text !== record.versions.at(-1)?.text) actions.onEdit(text);
    setMode({ kind: 'read' });
  };
  const putIntoReply = (passageText: string): void => {
    setMode({ kind: 'type', draftId, text: addToReply(text, passageText) });
    setMode({ kind: 'edit', draftId });
    setTab('draft');
  };
  const reject = (thenRedraft: boolean): void => {
    const { reason, source: which, note } = mode.rejection;
    if (reason) actions.onReject(reason, which, note, thenRedraft);
    setMode({ kind: 'read' });
  };
  const exclude = (): void => {
    if (source) actions.onRedraft([source.passage.id]);
    setMode({ kind: 'read' });
  };
  const showUnsupported = (): void => {
    const marked = content.current?.querySelectorAll('.claim-unsupported') ?? [];
    if (marked.length === 0) return;
    shownMark.current = (shownMark.current + 1) % marked.length;
    marked[shownMark.current]?.scrollIntoView({ block: 'center' });
  };
  const pressPrimary = (): void => content.current?.querySelector<HTMLButtonElement>('.actions .button-primary')?.click();

  const carryOut = (command: PanelCommand): void => {
    if (command.kind === 'search') {
      setTab('knowledge');
      return content.current?.querySelector<HTMLElement>('.knowledge-field')?.focus();
    }
    // Beside the draft its keys rest: nothing is inserted or rejected that can't be seen.
    if (tab !== 'draft' && active !== 'help' && command.kind !== 'help') {
      return command.kind === 'back' ? setTab('draft') : undefined;
    }
    switch (command.kind) {
      case 'primary':
        return pressPrimary();
      case 'edit':
        return drafted && setMode({ kind: 'edit', draftId });
      case 'reject':
        return drafted && setMode({ kind: 'reject', draftId });
      case 'back':
        if (active === 'help') return setMode({ kind: 'read' });
        if (view.kind === 'drafting') return actions.onStop();
        return active === 'editing' ? saveEdit() : setMode({ kind: 'read' });
      case 'undo':
        return view.kind === 'inserted' ? actions.onUndo() : undefined;
      case 'again':
        return 'ticket' in view && view.kind !== 'drafting' ? actions.onRedraft([]) : undefined;
      case 'next-unsupported':
        return showUnsupported();
      case 'exclude':
        return active === 'passage' ? exclude() : undefined;
      case 'help':
        return setMode({ kind: 'help' });
      case 'number': {
        const reason = rejectionReasons[command.number - 1]?.[0];
        if (active !== 'rejecting') return openSource(command.number);
        return reason && setMode({ kind: 'reject', draftId, rejection: { ...mode.rejection, reason } });
      }
    }
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const isTyping = target?.matches('input:not([type="radio"]), textarea, select') ?? false;
      const command = toCommand(event, isTyping, target?.matches('button, a, summary') ?? false, singleKeys);
      if (!command || event.isComposing) return;
      event.preventDefault();
      carryOut(command);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  // Leaving a mode gives the keys back to the panel.
  useEffect(() => {
    if (active !== 'editing' && tab !== 'knowledge')
      content.current?.querySelector<HTMLElement>('.panel-scroll')?.focus({ preventScroll: true });
  }, [active, tab]);

  const ticket = 'ticket' in view ? view.ticket : undefined;
  const language = 'draft' in view ? view.draft.language : view.kind === 'drafting' ? view.progress?.language : undefined;
  const head =
    active === 'passage' && source ? (
      <PassageHead number={source.number} of={sources.length} onBack={() => setMode({ kind: 'read' })} onOpen={openSource} />
    ) : ticket ? (
      <TicketHeader ticket={ticket} language={language} isLocked={view.kind !== 'outdated'} />
    ) : undefined;

  return (
    <div ref={content} className="panel-page">
      {tab === 'draft' || active === 'help' ? (
        <PanelFrame actions={actions} tab={tab} onTab={setTab} head={head} ledger={describeLedger(view)} bar={drawBar()}>
          {drawContent()}
        </PanelFrame>
      ) : (
        <KnowledgeFrame
          tab={tab}
          onTab={setTab}
          query={knowledge}
          ticket={ticket}
          language={language}
          searchHost={searchHost}
          actions={actions}
          onUse={drafted ? putIntoReply : undefined}
        />
      )}
    </div>
  );

  function drawContent(): ReactNode {
    if (active === 'help') return <KeyTable />;
    if (drafted && active === 'editing') {
      const { writer } = drafted.draft;
      const type = (next: string): void => setMode({ kind: 'type', draftId: drafted.record.id, text: next });
      return (
        <>
          <VersionList
            versions={drafted.record.versions}
            current={text}
            received={writer.kind === 'embedded' ? writer.received : undefined}
            onChoose={type}
          />
          <DraftEditor text={text} language={drafted.draft.language} onText={type} />
        </>
      );
    }
    if (drafted && active === 'rejecting')
      return (
        <RejectForm
          value={mode.rejection}
          sources={sources}
          onChange={(rejection) => setMode({ kind: 'reject', draftId, rejection })}
        />
      );
    if (source && active === 'passage') return <PassageView source={source} spans={mode.spans} change={change} />;
    switch (view.kind) {
      case 'drafted':
        return <DraftedState view={view} actions={actions} onSource={openSource} onNextUnsupported={showUnsupported} />;
      case 'outdated':
        return <OutdatedState view={view} />;
      case 'inserted':
        return <InsertedState view={view} />;
      case 'drafting':
        return <DraftingState view={view} />;
      case 'abstained':
        return <AbstainedState view={view} />;
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

  function drawBar(): ReactNode {
    if (active === 'help')
      return (
        <Button onClick={() => setMode({ kind: 'read' })}>
          Back <Key>Esc</Key>
        </Button>
      );
    if (active === 'editing') {
      return (
        <>
          <Button
            variant="primary"
            disabledReason={text.trim() === '' ? 'There is no text to insert.' : undefined}
            onClick={() => {
              saveEdit();
              actions.onInsert(text);
            }}
          >
            Insert <Key>⌘ ⏎</Key>
          </Button>
          <Button onClick={saveEdit}>
            Done <Key>Esc</Key>
          </Button>
        </>
      );
    }
    if (active === 'rejecting') {
      const disabledReason = mode.rejection.reason ? undefined : 'Choose a reason first.';
      return (
        <>
          <Button variant="primary" disabledReason={disabledReason} onClick={() => reject(true)}>
            Reject and redraft <Key>⏎</Key>
          </Button>
          <Button disabledReason={disabledReason} onClick={() => reject(false)}>
            Reject only
          </Button>
          <Button onClick={() => setMode({ kind: 'read' })}>
            Back <Key>Esc</Key>
          </Button>
          {disabledReason ? <p className="actions-hint">{disabledReason}</p> : null}
        </>
      );
    }
    if (active === 'passage') {
      const url = source?.passage.url;
      return (
        <>
          <Button variant="outline" className="button-main" icon="exclude" onClick={exclude}>
            Exclude and redraft <Key>D</Key>
          </Button>
          {url ? <IconButton icon="external" label="Open the article" onClick={() => actions.onOpenArticle(url)} /> : null}
        </>
      );
    }
    return (
      <PanelBar
        view={view}
        actions={actions}
        text={text}
        onEdit={() => setMode({ kind: 'edit', draftId })}
        onReject={() => setMode({ kind: 'reject', draftId })}
      />
    );
  }
}
