import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { draftIdSchema, type DraftOutcome, type DraftProgress, type DraftRecord } from '../../utils/domain/draft.ts';
import type { InsertResult } from '../../utils/domain/insertion.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { toTicketLock } from '../../utils/domain/ticket.ts';
import { startDraftStream } from '../../utils/messaging/draft-channel.ts';
import { send } from '../../utils/messaging/messenger.ts';
import type { DraftStore } from '../../utils/storage/draft-store.ts';
import { searchKnowledge } from '../knowledge/search-knowledge.ts';
import { useStoredSettings } from '../options/use-theme.ts';
import type { PanelActions } from './panel-actions.ts';
import { readPassageChange } from './read-passage-change.ts';
import { toPanelView, type PanelView } from './panel-view.ts';
import { useTicketTab } from './use-ticket-tab.ts';

type Drafting = {
  readonly key: string;
  readonly insert?: InsertResult | 'under-way' | undefined;
  readonly progress?: DraftProgress;
  readonly record?: DraftRecord;
  readonly ended?: DraftOutcome;
  readonly isStopped: boolean;
  readonly isWaiting?: boolean;
  /** Passages that the agent has excluded for this conversation so far. */
  readonly without?: readonly string[] | undefined;
};
const nothing: Drafting = { key: '', isStopped: false };

/**
 * Connects the panel with the tab it stands beside, the draft stream and the worker. Nothing is drafted before `draftOn` is known;
 * with `request`, not before the agent asks.
 */
export function usePanel(
  drafts: DraftStore,
  draftOn: Settings['draftOn'] | undefined,
): { readonly view: PanelView; readonly actions: PanelActions; readonly searchHost: string } {
  const settings = useStoredSettings();
  const { tabId, tab, access, allowSite, readAgain } = useTicketTab();
  const [latest, setLatest] = useState<Drafting>(nothing);
  const stop = useRef((): void => undefined);

  const ticket = tab?.report.kind === 'ticket' ? tab.report.ticket : undefined;
  const opportunityId = tab?.opportunityId;
  const revision = ticket && JSON.stringify(toTicketLock(ticket));
  /** What is known belongs to one conversation at one revision; anything of another is not shown. */
  const key = opportunityId && revision !== undefined ? `${tabId} ${opportunityId} ${revision}` : '';
  const drafting = latest.key === key ? latest : nothing;
  const setDrafting = useCallback(
    (next: Omit<Drafting, 'key'>) => setLatest((now) => ({ key, without: now.key === key ? now.without : undefined, ...next })),
    [key],
  );
  const setInsert = (insert: Drafting['insert']): void => setLatest((now) => ({ ...now, insert }));

  const startDraft = useCallback(
    (again: boolean, without: readonly string[]) => {
      if (tabId === undefined) return;
      stop.current();
      setDrafting({ isStopped: false, without });
      const draftId = draftIdSchema.parse(crypto.randomUUID());
      stop.current = startDraftStream(
        { kind: 'draft-start', tabId, draftId, again, without: [...without] },
        {
          onEvent(event) {
            if (event.kind === 'draft-delta') return setDrafting({ progress: event.progress, isStopped: false });
            const show = (record?: DraftRecord): void =>
              setDrafting({ ...(record ? { record } : {}), ended: event.outcome, isStopped: false });
            if (event.draftId) void drafts.get(event.draftId).then(show, () => show());
            else show();
          },
          onLost: () =>
            setDrafting({ ended: { kind: 'failed', failure: { kind: 'message-refused', said: '' } }, isStopped: false }),
        },
      );
    },
    [tabId, drafts, setDrafting],
  );

  useEffect(() => {
    if (!opportunityId || revision === undefined || draftOn === undefined) return undefined;
    let isLeft = false;
    // A draft for the conversation as it was is shown as outdated, not thrown away for a new one.
    void drafts.newestOf(opportunityId).then((record) => {
      if (isLeft) return;
      const isKept =
        record?.outcome?.kind === 'drafted' && (record.receipt ?? record.rejection ?? JSON.stringify(record.lock) !== revision);
      const isReady = record?.outcome?.kind === 'drafted';
      if (record && isKept) setDrafting({ record, isStopped: false });
      else if (draftOn === 'open' || isReady) startDraft(false, []);
      else setDrafting({ isStopped: false, isWaiting: true });
    });
    return () => {
      isLeft = true;
      stop.current();
    };
  }, [opportunityId, revision, drafts, draftOn, startDraft, setDrafting]);

  const { record } = drafting;
  const shownInsert =
    drafting.insert ?? (tab?.lastInsert && tab.lastInsert.draftId === record?.id ? tab.lastInsert.result : undefined);
  const view = toPanelView({ access, tab, ...drafting, insert: shownInsert });
  useSeen(view);

  const refresh = (id: DraftRecord['id']): Promise<void> =>
    drafts.get(id).then((fresh) => fresh && setLatest((now) => ({ ...now, record: fresh })));
  const actions: PanelActions = {
    onInsert(text) {
      if (!record || tabId === undefined) return;
      setInsert('under-way');
      void send('draft-insert', { draftId: record.id, tabId, text }).then((answer) => {
        setInsert(
          answer.ok
            ? answer.value.kind === 'opening-reply-page'
              ? undefined
              : answer.value
            : { kind: 'refused', reason: 'page-gone', detail: '' },
        );
        return refresh(record.id);
      });
    },
    onEdit: (text) => record && void send('draft-edit', { draftId: record.id, text }).then(() => refresh(record.id)),
    onReject(reason, source, note, thenRedraft) {
      if (!record) return;
      void send('draft-reject', { draftId: record.id, reason, note, ...(source === undefined ? {} : { source }) }).then(() =>
        thenRedraft ? startDraft(true, []) : refresh(record.id),
      );
    },
    onRedraft: (without) => startDraft(true, [...(drafting.without ?? []), ...without]),
    onStop() {
      stop.current();
      setDrafting({ ...(drafting.progress ? { progress: drafting.progress } : {}), isStopped: true });
    },
    onUndo() {
      if (!record || tabId === undefined) return;
      void send('insert-undo', { draftId: record.id, tabId }).then((answer) => {
        if (answer.ok && answer.value.kind === 'done') setInsert(undefined);
        return refresh(record.id);
      });
    },
    onReadAgain: readAgain,
    onAllowSite: allowSite,
    onUseSample: () => void send('sample-add', {}).then(() => startDraft(true, [])),
    onOpenOptions: () => void browser.runtime.openOptionsPage(),
    onOpenInsights: () => void browser.tabs.create({ url: browser.runtime.getURL('/insights.html') }),
    onOpenArticle: (url) => void (isWebAddress(url) && browser.tabs.create({ url })),
    onCopy: (text) => void navigator.clipboard.writeText(text),
    onSearch: searchKnowledge,
    onPassageChange: readPassageChange,
  };
  return { view, actions, searchHost: settings?.embedding ? new URL(settings.embedding.endpoint.baseUrl).host : '' };
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
