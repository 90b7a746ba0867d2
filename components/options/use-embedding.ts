import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Result } from '../../utils/domain/failure.ts';
import { emptyState, type EmbeddingState } from '../../utils/storage/embedding-state.ts';
import type { EmbeddingActions } from './embedding-actions.ts';

const POLL_MS = 1000;

export type EmbeddingValue = {
  readonly state: EmbeddingState;
  /** When it was read, epoch milliseconds. */
  readonly nowMs: number;
};

/**
 * The embedding as it goes on: looked at once a second while it is under way and the page can be seen, whenever the page is
 * looked at again, after each order, and when the knowledge has changed (`knowledge` is another value then).
 */
export function useEmbedding(
  readState: () => Promise<EmbeddingState>,
  knowledge: unknown,
  orders: EmbeddingActions,
): { readonly value: EmbeddingValue; readonly actions: EmbeddingActions } {
  const [value, setValue] = useState<EmbeddingValue>({ state: emptyState, nowMs: 0 });
  const latest = useRef(readState);
  useEffect(() => {
    latest.current = readState;
  });
  const look = useCallback(async (): Promise<void> => {
    // A database that does not answer is told about elsewhere on this page.
    const state = await latest.current().catch(() => undefined);
    if (state) setValue({ state, nowMs: Date.now() });
  }, []);

  const isActive = isUnderWay(value.state);
  useEffect(() => {
    const lookIfSeen = (): void => {
      if (!document.hidden) void look();
    };
    document.addEventListener('visibilitychange', lookIfSeen);
    const timer = isActive ? setInterval(lookIfSeen, POLL_MS) : undefined;
    return () => {
      document.removeEventListener('visibilitychange', lookIfSeen);
      clearInterval(timer);
    };
  }, [isActive, look]);
  useEffect(() => {
    void look();
    // The worker hears of the change when this page does: its run stands in the store a moment later.
    const timer = setTimeout(() => void look(), POLL_MS);
    return () => clearTimeout(timer);
  }, [knowledge, look]);

  const actions = useMemo((): EmbeddingActions => {
    const thenLook = async (order: Promise<Result<undefined>>): Promise<Result<undefined>> => {
      const answer = await order;
      await look();
      return answer;
    };
    return {
      onEstimate: orders.onEstimate,
      onStart: (input, key) => thenLook(orders.onStart(input, key)),
      onPause: () => thenLook(orders.onPause()),
      onCancel: () => thenLook(orders.onCancel()),
      onRemove: () => thenLook(orders.onRemove()),
    };
  }, [look, orders]);
  return { value, actions };
}

/** Runs, or will go on by itself. */
export function isUnderWay({ run }: EmbeddingState): boolean {
  return run?.state === 'running' || run?.state === 'waiting';
}
