import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DraftSentence } from '../../utils/domain/draft.ts';
import { describeLedger } from './describe-ledger.ts';
import { rejectionReasons } from './describe-view.ts';
import { toCommand, type PanelCommand } from './keys.ts';
import { KnowledgeFrame } from './knowledge-frame.tsx';
import { useKnowledgeQuery } from './knowledge-query.ts';
import { addToReply } from './knowledge-reply.ts';
import { findOpenConflict } from './open-conflict.ts';
import type { PanelActions } from './panel-actions.ts';
import { PanelContent } from './panel-content.tsx';
import type { PanelOptions } from './panel-options.ts';
import { PanelFrame, type PanelTab } from './panel-frame.tsx';
import { PanelHead } from './panel-head.tsx';
import { PanelModeBar } from './panel-mode-bar.tsx';
import type { PanelView } from './panel-view.ts';
import { refineSteps } from './refine-menu.tsx';
import { usePassageChange } from './use-passage-change.ts';
import { toText, usePanelMode } from './use-panel-mode.ts';
import { findBefore } from './version-list.tsx';
import './panel.css';

export type PanelPageProps = { readonly view: PanelView; readonly actions: PanelActions; readonly options: PanelOptions };

/** The side panel: draws one view; what the agent is doing with it (editing, rejecting, reading a passage) is its own. */
export function PanelPage({ view, actions, options }: PanelPageProps): ReactNode {
  const [tab, setTab] = useState<PanelTab>('draft');
  const knowledge = useKnowledgeQuery(actions.onSearch);
  const [mode, setMode] = usePanelMode();
  const content = useRef<HTMLDivElement>(null);
  const shownMark = useRef(-1);
  const drafted = view.kind === 'drafted' ? view : undefined;
  const record = view.kind === 'drafted' || view.kind === 'outdated' ? view.record : undefined;
  const standing = view.kind === 'drafted' || view.kind === 'outdated' ? view.shown.text : '';
  const text = record ? toText(mode, record.id, standing) : '';
  const isChanging = drafted?.change?.kind === 'under-way';
  const sources = drafted?.draft.sources ?? [];
  const source = mode.kind === 'passage' ? sources.find(({ number }) => number === mode.source) : undefined;
  const isOfDraft =
    drafted !== undefined && mode.draftId === drafted.record.id && (mode.kind !== 'passage' || source !== undefined);
  const active = mode.kind === 'help' || isOfDraft ? mode.kind : 'reading';
  const draftId = drafted?.record.id ?? '';
  const conflict = findOpenConflict(view, mode);
  const change = usePassageChange(actions.onPassageChange, active === 'passage' ? source?.passage : undefined);

  const openSource = (number: number, sentence?: DraftSentence): void => {
    const from = sentence ? [sentence] : (drafted?.shown.blocks.flatMap((block) => block.lines.flat()) ?? []);
    const spans = from.flatMap(({ citations }) =>
      citations.filter((citation) => citation.source === number).flatMap((citation) => citation.spans),
    );
    if (sources.some((each) => each.number === number)) setMode({ kind: 'open-source', draftId, source: number, spans });
  };
  const type = (next: string): void => setMode({ kind: 'type', draftId: record?.id ?? '', text: next, over: standing });
  const saveEdit = (): void => {
    if (record && text !== standing) actions.onEdit(text);
    setMode({ kind: 'read' });
  };
  const putIntoReply = (passageText: string): void => {
    type(addToReply(text, passageText));
    setMode({ kind: 'edit', draftId });
    setTab('draft');
  };
  const reject = (thenRedraft: boolean): void => {
    const { reason, source: which, note } = mode.rejection;
    if (reason) actions.onReject(reason, which, note, thenRedraft);
    setMode({ kind: 'read' });
  };
  const redraftWith = (how: 'exclude' | 'pin'): void => {
    if (source && how === 'exclude') actions.onRedraft([source.passage.id]);
    if (source && how === 'pin') actions.onPin(source.passage.id);
    setMode({ kind: 'read' });
  };
  const refine: PanelActions['onRefine'] = (step) => {
    actions.onRefine(step);
    setMode({ kind: 'read' });
  };
  const showUnsupported = (): void => {
    const marked = content.current?.querySelectorAll('.claim-unsupported') ?? [];
    if (marked.length === 0) return;
    shownMark.current = (shownMark.current + 1) % marked.length;
    marked[shownMark.current]?.scrollIntoView({ block: 'center' });
  };
  const undoRefinement = (): void => {
    const before = drafted && !isChanging && active === 'reading' ? findBefore(drafted.record) : undefined;
    if (before !== undefined) actions.onChooseVersion(before);
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
      case 'reject':
      case 'refine':
        // What is under way answers the reply as it stood: the agent stops it before changing that.
        return drafted && !isChanging ? setMode({ kind: command.kind, draftId }) : undefined;
      case 'back':
        if (active === 'help') return setMode({ kind: 'read' });
        if (view.kind === 'teaching') return actions.onTeach({ kind: 'stop' });
        if (view.kind === 'drafting' || ('change' in view && view.change?.kind === 'under-way')) return actions.onStop();
        return active === 'editing' ? saveEdit() : setMode({ kind: 'read' });
      case 'undo':
        return isInBox(view) ? actions.onUndo() : undoRefinement();
      case 'again':
        return 'ticket' in view && view.kind !== 'drafting' ? actions.onRedraft([]) : undefined;
      case 'next-unsupported':
        return showUnsupported();
      case 'exclude':
      case 'pin':
        return active === 'passage' ? redraftWith(command.kind) : undefined;
      case 'help':
        return setMode({ kind: 'help' });
      case 'number':
        return chooseNumber(command.number);
    }
  };
  const chooseNumber = (number: number): void => {
    if (active === 'rejecting') {
      const reason = rejectionReasons[number - 1]?.[0];
      if (reason) setMode({ kind: 'reject', draftId, rejection: { ...mode.rejection, reason } });
    } else if (active === 'refining') {
      const chosen = refineSteps[number - 1];
      if (chosen && (options.hasModel || !chosen.needsModel)) refine(chosen.step);
    } else openSource(number);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const isTyping = target?.matches('input:not([type="radio"]), textarea, select') ?? false;
      const command = toCommand(event, isTyping, target?.matches('button, a, summary') ?? false, options.singleKeys);
      if (!command || event.isComposing) return;
      event.preventDefault();
      carryOut(command);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  // Leaving a mode gives the keys back to the panel; opening it takes the focus from nothing.
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isOpened.current) isOpened.current = true;
    else if (active !== 'editing' && tab !== 'knowledge')
      content.current?.querySelector<HTMLElement>('.panel-scroll')?.focus({ preventScroll: true });
  }, [active, tab]);

  const ticket = 'ticket' in view ? view.ticket : undefined;
  const language = findLanguage(view);
  const shared = { view, actions, options, mode, setMode, active, text, source, conflict };
  return (
    <div ref={content} className="panel-page">
      {tab === 'draft' || active === 'help' ? (
        <PanelFrame
          actions={actions}
          tab={tab}
          onTab={setTab}
          head={
            <PanelHead
              view={view}
              language={language}
              source={active === 'passage' ? source : undefined}
              of={sources.length}
              onBack={() => setMode({ kind: 'read' })}
              onOpen={openSource}
            />
          }
          ledger={describeLedger(view, options.modelHosts)}
          bar={
            <PanelModeBar
              {...shared}
              onSaveEdit={saveEdit}
              onReject={reject}
              onRedraftWith={redraftWith}
              onBack={() => setMode({ kind: 'read' })}
            />
          }
        >
          <PanelContent
            {...shared}
            change={change}
            onType={type}
            onRefine={refine}
            onSource={openSource}
            onNextUnsupported={showUnsupported}
          />
        </PanelFrame>
      ) : (
        <KnowledgeFrame
          tab={tab}
          onTab={setTab}
          query={knowledge}
          ticket={ticket}
          language={language}
          searchHost={options.searchHost}
          actions={actions}
          onUse={drafted && !isChanging ? putIntoReply : undefined}
        />
      )}
    </div>
  );
}

/** A reply, a question or a note stands in the box. */
function isInBox(view: PanelView): boolean {
  return view.kind === 'inserted' || ('insert' in view && typeof view.insert === 'object' && view.insert.kind === 'inserted');
}

function findLanguage(view: PanelView): string | undefined {
  if (view.kind === 'drafted') return view.shown.language;
  if (view.kind === 'drafting') return view.progress?.language;
  if (view.kind === 'handed-over') return view.outcome.language;
  return 'draft' in view ? view.draft.language : undefined;
}
