// @vitest-environment happy-dom
import { act, useEffect, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { embeddingRunSchema, emptyState, type EmbeddingRun, type EmbeddingState } from '../../utils/storage/embedding-state.ts';
import type { EmbeddingActions } from './embedding-actions.ts';
import { useEmbedding } from './use-embedding.ts';

const done = async () => ({ ok: true, value: undefined }) as const;
const orders: EmbeddingActions = {
  onEstimate: async () => ({ ok: true, value: { passages: 0, tokens: 0, requests: 0 } }),
  onStart: done,
  onPause: done,
  onCancel: done,
  onRemove: done,
};
const withRun = (state: EmbeddingRun['state'], count = 0): EmbeddingState => ({
  ...emptyState,
  run: embeddingRunSchema.parse({
    id: 'r',
    baseUrl: 'https://api.example/v1',
    model: 'm',
    state,
    startedAt: '2026-11-21T10:00:00.000Z',
    steppedAt: '2026-11-21T10:00:00.000Z',
    done: count,
    total: 9,
    tokens: 0,
    refused: [],
    waits: 0,
  }),
});

let stored: EmbeddingState;
let reads: number;
let hidden: boolean;
let root: Root;
let shown: ReturnType<typeof useEmbedding> | undefined;
const readState = async (): Promise<EmbeddingState> => {
  reads += 1;
  return stored;
};
function Shown({ knowledge }: { readonly knowledge: string }): ReactNode {
  const embedding = useEmbedding(readState, knowledge, orders);
  useEffect(() => {
    shown = embedding;
  });
  return null;
}
const draw = (knowledge: string): Promise<void> => act(async () => root.render(<Shown knowledge={knowledge} />));
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  stored = emptyState;
  reads = 0;
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('looks once a second while it is under way, and no more once it has ended', async () => {
  stored = withRun('running');
  await draw('a');
  await pass(1500);
  stored = withRun('running', 7);
  await pass(1000);
  expect(shown?.value.state.run?.done).toBe(7);
  stored = withRun('done', 9);
  await pass(1000);
  const before = reads;
  await pass(10_000);
  expect(reads).toBe(before);
});

it('does not look while the page is hidden, and looks when it is seen again', async () => {
  stored = withRun('running');
  await draw('a');
  await pass(1500);
  hidden = true;
  const before = reads;
  await pass(10_000);
  expect(reads).toBe(before);
  hidden = false;
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
  expect(reads).toBe(before + 1);
});

it('looks after an order, and sees a run that has begun', async () => {
  await draw('a');
  await pass(1500);
  stored = withRun('running');
  await act(async () => void (await shown?.actions.onPause()));
  expect(shown?.value.state.run?.state).toBe('running');
});

it('looks when the knowledge has changed, and again when the worker has heard of it', async () => {
  await draw('a');
  await pass(1500);
  const before = reads;
  await draw('b');
  expect(reads).toBe(before + 1);
  stored = withRun('running');
  await pass(1000);
  expect(shown?.value.state.run?.state).toBe('running');
});
