import { expect, it, vi } from 'vitest';
import { createShareWork } from './share-work.ts';

function setUp() {
  const share = createShareWork<string>();
  const ends: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const emits: ((event: string) => void)[] = [];
  const work = vi.fn(
    (emit: (event: string) => void, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        emits.push(emit);
        signals.push(signal);
        ends.push(resolve);
      }),
  );
  return { share, work, ends, signals, emits };
}

it('two who ask for the same while it is under way share one piece of work and hear the same', async () => {
  const { share, work, ends, emits } = setUp();
  const [first, second] = [vi.fn<(event: string) => void>(), vi.fn<(event: string) => void>()];
  const both = [share('d', first, new AbortController().signal, work), share('d', second, new AbortController().signal, work)];
  emits[0]?.('end');
  ends[0]?.();
  await Promise.all(both);
  expect(work).toHaveBeenCalledTimes(1);
  expect([first.mock.calls, second.mock.calls]).toEqual([[['end']], [['end']]]);
});

it('one who leaves ends nothing for the other; when both have left, it is aborted', async () => {
  const { share, work, signals } = setUp();
  const [a, b] = [new AbortController(), new AbortController()];
  const both = [share('d', () => undefined, a.signal, work), share('d', () => undefined, b.signal, work)];
  a.abort();
  expect(signals[0]?.aborted).toBe(false);
  b.abort();
  expect(signals[0]?.aborted).toBe(true);
  await Promise.all(both);
});

it('who asks after it ended, or after everybody left, begins anew; another key is other work', async () => {
  const { share, work, ends } = setUp();
  const gone = new AbortController();
  const left = share('d', () => undefined, gone.signal, work);
  gone.abort();
  await left;
  const next = share('d', () => undefined, new AbortController().signal, work);
  void share('e', () => undefined, new AbortController().signal, work);
  expect(work).toHaveBeenCalledTimes(3);
  ends[1]?.();
  await next;
  void share('d', () => undefined, new AbortController().signal, work);
  expect(work).toHaveBeenCalledTimes(4);
});

it('work that fails fails for all', async () => {
  const share = createShareWork<string>();
  const fail = () => Promise.reject(new Error('no'));
  const both = [1, 2].map(() => share('d', () => undefined, new AbortController().signal, fail));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
