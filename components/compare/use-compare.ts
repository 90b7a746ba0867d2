import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { DraftOutcome, DraftProgress } from '../../utils/domain/draft.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { StrategyId } from '../../utils/domain/strategy.ts';
import type { Ticket } from '../../utils/domain/ticket.ts';
import { startDraftStream } from '../../utils/messaging/draft-channel.ts';
import type { KnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import { readTab, watchTab } from '../../utils/storage/tab-store.ts';
import { useStoredSettings } from '../options/use-theme.ts';
import { findMissing, type MissingNeeds } from './find-missing.ts';

/** One side of the comparison. */
export type Arm = {
  readonly strategy: StrategyId;
  readonly state:
    | { readonly kind: 'idle' }
    | { readonly kind: 'drafting'; readonly progress: DraftProgress | undefined }
    | { readonly kind: 'ended'; readonly outcome: DraftOutcome };
};
export type Side = 'left' | 'right';

export type CompareValue = {
  readonly ticket: Ticket | undefined;
  readonly arms: Readonly<Record<Side, Arm>>;
  readonly missing: MissingNeeds;
  readonly currency: string;
};
export type CompareActions = {
  readonly onStrategy: (side: Side, strategy: StrategyId) => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onOpenOptions: () => void;
};

const idle = { kind: 'idle' } as const;

/** Drafts the ticket of the tab in the address (`?tab=7`) by two strategies; nothing of it is kept or counted as offered. */
export function useCompare(knowledge: Pick<KnowledgeStore, 'listSources'>): {
  readonly value: CompareValue;
  readonly actions: CompareActions;
} {
  const settings = useStoredSettings();
  const [tabId] = useState(() => Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN));
  const ticket = useTicket(tabId);
  const missing = useMissing(settings, knowledge);
  const [arms, setArms] = useState<Readonly<Record<Side, Arm>>>({
    left: { strategy: 'retrieval', state: idle },
    right: { strategy: 'prompt-only', state: idle },
  });
  const stops = useRef<readonly (() => void)[]>([]);
  const setArm = useCallback(
    (side: Side, change: Partial<Arm>) => setArms((now) => ({ ...now, [side]: { ...now[side], ...change } })),
    [],
  );
  const stop = (): void => stops.current.forEach((one) => one());

  const draft = (side: Side): (() => void) => {
    setArm(side, { state: { kind: 'drafting', progress: undefined } });
    return startDraftStream(
      { kind: 'draft-compare', tabId, strategy: arms[side].strategy },
      {
        onEvent(event) {
          if (event.kind === 'draft-delta') setArm(side, { state: { kind: 'drafting', progress: event.progress } });
          if (event.kind === 'draft-end') setArm(side, { state: { kind: 'ended', outcome: event.outcome } });
        },
        onLost: () =>
          setArm(side, {
            state: { kind: 'ended', outcome: { kind: 'failed', failure: { kind: 'message-refused', said: '' } } },
          }),
      },
    );
  };
  return {
    value: { ticket, arms, missing, currency: settings?.budget.currency ?? 'USD' },
    actions: {
      onStrategy: (side, strategy) => setArm(side, { strategy, state: idle }),
      onRun() {
        stop();
        stops.current = [draft('left'), draft('right')];
      },
      onStop() {
        stop();
        for (const side of ['left', 'right'] as const) if (arms[side].state.kind === 'drafting') setArm(side, { state: idle });
      },
      onOpenOptions: () => void browser.runtime.openOptionsPage(),
    },
  };
}

function useTicket(tabId: number): Ticket | undefined {
  const [ticket, setTicket] = useState<Ticket>();
  useEffect(() => {
    if (!Number.isInteger(tabId)) return undefined;
    const show: Parameters<typeof watchTab>[1] = (state) =>
      setTicket(state?.report.kind === 'ticket' ? state.report.ticket : undefined);
    void readTab(tabId).then(show);
    return watchTab(tabId, show);
  }, [tabId]);
  return ticket;
}

function useMissing(settings: Settings | undefined, knowledge: Pick<KnowledgeStore, 'listSources'>): MissingNeeds {
  const [hasVectorStore, setHasVectorStore] = useState(false);
  useEffect(() => {
    void knowledge.listSources().then((sources) => setHasVectorStore(sources.some(({ kind }) => kind === 'vector-store')));
  }, [knowledge]);
  return settings ? findMissing(settings, hasVectorStore) : {};
}
