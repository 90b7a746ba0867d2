import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { draftIdSchema, type DraftOutcome, type DraftProgress, type DraftRecord } from '../../utils/domain/draft.ts';
import type { RefusalReason } from '../../utils/domain/insertion.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { toTicketLock, type Visibility } from '../../utils/domain/ticket.ts';
import { startDraftStream } from '../../utils/messaging/draft-channel.ts';
import { send } from '../../utils/messaging/messenger.ts';
import type { DraftStore } from '../../utils/storage/draft-store.ts';
import { searchKnowledge } from '../knowledge/search-knowledge.ts';
import { askAboutDraft } from './ask-about-draft.ts';
import type { PanelActions } from './panel-actions.ts';
import { readPassageChange } from './read-passage-change.ts';
import { findMacros } from './find-macros.ts';
import { toPanelView, type DraftChange, type PanelView, type ShownInsert } from './panel-view.ts';
import { useExtras } from './use-extras.ts';
import type { MacroFinder } from './use-macros.ts';
import { useTeaching } from './teach/use-teaching.ts';
import { useTicketTab } from './use-ticket-tab.ts';

type Drafting = {
  readonly key: string;
  readonly insert?: ShownInsert | undefined;
  readonly progress?: DraftProgress;
  readonly record?: DraftRecord;
  readonly ended?: DraftOutcome;
  readonly change?: DraftChange | undefined;
  readonly isStopped: boolean;
  readonly isWaiting?: boolean;
  /** What the agent has said of this conversation so far: it holds for every draft of it. */
  readonly said: Said;
};

type Said = { readonly without: readonly string[]; readonly pinned: readonly string[]; readonly facts: readonly string[] };
const saidNothing: Said = { without: [], pinned: [], facts: [] };
const nothing: Drafting = { key: '', isStopped: false, said: saidNothing };

/** Where pasting by hand is what remains. */
const pastedInstead: ReadonlySet<RefusalReason> = new Set<RefusalReason>(['editor-refused', 'audience-unknown']);

/** How long a ticket has to stay open before a draft is made in idle time. */
const IDLE_MS = 3000;

/**
 * Connects the panel with the tab it stands beside, the draft stream and the worker. Nothing is drafted before the settings are
 * known, and only for the tickets and at the times that they name; the agent may always ask.
 */
export function usePanel(
  drafts: DraftStore,
  settings: Settings | undefined,
): { readonly view: PanelView; readonly actions: PanelActions } {
  const { tabId, tab, access, allowSite, readAgain } = useTicketTab();
  const [latest, setLatest] = useState<Drafting>(nothing);
  const stop = useRef((): void => undefined);

  const ticket = tab?.report.kind === 'ticket' ? tab.report.ticket : undefined;
  const opportunityId = tab?.opportunityId;
  const revision = ticket && JSON.stringify(toTicketLock(ticket));
  const queue = ticket?.queue ?? '';
  const ahead = settings && whenAhead(settings, queue);
  /** What is known belongs to one conversation at one revision; anything of another is not shown. */
  const key = opportunityId && revision !== undefined ? `${tabId} ${opportunityId} ${revision}` : '';
  const drafting = latest.key === key ? latest : nothing;
  const setDrafting = useCallback(
    (next: Omit<Drafting, 'key' | 'said'> & { readonly said?: Said }) =>
      setLatest((now) => ({ said: now.key === key ? now.said : saidNothing, ...next, key })),
    [key],
  );
  const setInsert = (insert: Drafting['insert']): void => setLatest((now) => ({ ...now, insert }));
  const setChange = (change: Drafting['change']): void => setLatest((now) => ({ ...now, change }));

  const startDraft = useCallback(
    (again: boolean, said: Said, anyway = false) => {
      if (tabId === undefined) return;
      stop.current();
      setDrafting({ isStopped: false, said });
      const draftId = draftIdSchema.parse(crypto.randomUUID());
      const start = { kind: 'draft-start', tabId, draftId, again, anyway } as const;
      stop.current = startDraftStream(
        { ...start, without: [...said.without], pinned: [...said.pinned], facts: [...said.facts] },
        {
          onEvent(event) {
            if (event.kind === 'draft-delta') return setDrafting({ progress: event.progress, isStopped: false, said });
            if (event.kind !== 'draft-end') return;
            const show = (record?: DraftRecord): void =>
              setDrafting({ ...(record ? { record } : {}), ended: event.outcome, isStopped: false, said });
            if (event.draftId) void drafts.get(event.draftId).then(show, () => show());
            else show();
          },
          onLost: () =>
            setDrafting({ ended: { kind: 'failed', failure: { kind: 'message-refused', said: '' } }, isStopped: false, said }),
        },
      );
    },
    [tabId, drafts, setDrafting],
  );

  useEffect(() => {
    if (!opportunityId || revision === undefined || ahead === undefined) return undefined;
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A draft for the conversation as it was is shown as outdated, not thrown away for a new one.
    void drafts.newestOf(opportunityId).then((record) => {
      if (isLeft) return;
      const isKept =
        record?.outcome?.kind === 'drafted' && (record.receipt ?? record.rejection ?? JSON.stringify(record.lock) !== revision);
      const isReady = record?.outcome?.kind === 'drafted';
      if (record && isKept) return setDrafting({ record, isStopped: false });
      if (ahead === 'open' || isReady) return startDraft(false, saidNothing);
      setDrafting({ isStopped: false, isWaiting: true });
      if (ahead === 'idle') timer = setTimeout(() => startDraft(false, saidNothing), IDLE_MS);
    });
    return () => {
      isLeft = true;
      clearTimeout(timer);
      stop.current();
    };
  }, [opportunityId, revision, drafts, ahead, startDraft, setDrafting]);

  const onMacros: MacroFinder = useCallback((text, language) => findMacros(tabId, text, language), [tabId]);
  const { record, said } = drafting;
  const shownInsert =
    drafting.insert ?? (tab?.lastInsert && tab.lastInsert.draftId === record?.id ? tab.lastInsert.result : undefined);
  const { teaching, onTeach } = useTeaching(tabId);
  const view = toPanelView({ access, tab, teaching, ...drafting, insert: shownInsert });
  useSeen(view);

  const refresh = (id: DraftRecord['id']): Promise<void> =>
    drafts.get(id).then((fresh) => fresh && setLatest((now) => ({ ...now, record: fresh })));
  useExtras(settings, tabId, record, refresh);
  const asking = { tabId, record, refresh, setChange, stop };
  const redraft = (change: Partial<Said>): void => startDraft(true, { ...said, ...change });
  const insert = (text: string, visibility: Visibility): void => {
    if (!record || tabId === undefined) return;
    setInsert('under-way');
    void send('draft-insert', { draftId: record.id, tabId, text, visibility }).then(async (answer) => {
      const result = answer.ok ? answer.value : ({ kind: 'refused', reason: 'page-gone', detail: '' } as const);
      if (result.kind === 'opening-reply-page') setInsert(undefined);
      else if (result.kind === 'refused' && pastedInstead.has(result.reason))
        setInsert({ ...result, isCopied: await copy(text) });
      else setInsert(result);
      return refresh(record.id);
    });
  };
  const actions: PanelActions = {
    onInsert: (text) => insert(text, 'public'),
    onInsertNote: (text) => insert(text, 'internal'),
    onEdit: (text) => record && void send('draft-edit', { draftId: record.id, text }).then(() => refresh(record.id)),
    onChooseVersion: (version) =>
      record && void send('draft-choose', { draftId: record.id, version }).then(() => refresh(record.id)),
    onReject(reason, source, note, thenRedraft) {
      if (!record) return;
      void send('draft-reject', { draftId: record.id, reason, note, ...(source === undefined ? {} : { source }) }).then(() =>
        thenRedraft ? redraft({}) : refresh(record.id),
      );
    },
    onRedraft: (without) => redraft({ without: [...said.without, ...without] }),
    onDraftAnyway: () => startDraft(true, said, true),
    onPin: (passageId) => redraft({ pinned: [...new Set([...said.pinned, passageId])] }),
    onFacts: (facts) => redraft({ facts }),
    onRefine: (step) => askAboutDraft(asking, { kind: 'draft-refine', step }),
    onRead: (what) => askAboutDraft(asking, { kind: 'draft-read', what }),
    onCaseNote: () => askAboutDraft(asking, { kind: 'draft-note' }),
    onCompare: () =>
      tabId !== undefined && void browser.tabs.create({ url: browser.runtime.getURL(`/compare.html?tab=${tabId}`) }),
    onStop() {
      stop.current();
      if (drafting.change?.kind === 'under-way') return setChange(undefined);
      setDrafting({ ...(drafting.progress ? { progress: drafting.progress } : {}), isStopped: true });
    },
    onUndo() {
      if (!record || tabId === undefined) return;
      void send('insert-undo', { draftId: record.id, tabId }).then((answer) => {
        if (answer.ok && answer.value.kind === 'done') setInsert(undefined);
        const failure = answer.ok ? (answer.value.kind === 'failed' ? answer.value.failure : undefined) : answer.error;
        setChange(failure && { kind: 'failed', request: 'insert-undo', failure });
        return refresh(record.id);
      });
    },
    onTeach,
    onReadAgain: readAgain,
    onAllowSite: allowSite,
    onUseSample: () => void send('sample-add', {}).then(() => redraft({})),
    onOpenOptions: () => void browser.runtime.openOptionsPage(),
    onOpenInsights: () => void browser.tabs.create({ url: browser.runtime.getURL('/insights.html') }),
    onOpenArticle: (url) => void (isWebAddress(url) && browser.tabs.create({ url })),
    onCopy: (text) => void copy(text),
    onSearch: searchKnowledge,
    onMacros,
    onPassageChange: readPassageChange,
  };
  return { view, actions };
}

/** False where the browser refuses the clipboard: the panel lost the focus meanwhile. */
function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

/** When a draft of this queue's tickets is made without being asked for. */
function whenAhead({ draftOn, draftQueues }: Settings, queue: string): Settings['draftOn'] {
  return draftQueues.length === 0 || draftQueues.includes(queue) ? draftOn : 'request';
}

/** An address from an imported file is text until the agent opens it, and then only a page of the web. */
function isWebAddress(url: string): boolean {
  return URL.parse(url)?.protocol === 'https:';
}

/** Logs, once per draft, that the agent had it in sight. */
function useSeen(view: PanelView): void {
  const seenId = view.kind === 'drafted' && !view.record.receipt ? view.record.id : undefined;
  useEffect(() => {
    if (!seenId) return undefined;
    const report = (): void => {
      if (!document.hidden) void send('draft-seen', { draftId: seenId });
    };
    report();
    document.addEventListener('visibilitychange', report, { once: true });
    return () => document.removeEventListener('visibilitychange', report);
  }, [seenId]);
}
