import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDraftingWorld, median, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const TOKENS_PER_SECOND = 200;
const SECONDS = 5;
/** A frame that took half as long again as the usual one was dropped. */
const LATE = 1.5;
const LONG_TASK_MS = 50;
const ROUNDS = 3;

let world: DraftingWorld;
let desk: Desk;
let session: CDPSession;
beforeAll(async () => {
  world = await createDraftingWorld();
  desk = await openDesk(world);
  session = await world.extension.context.newCDPSession(desk.panel);
  // The processor's time of the panel's main thread, which a busy machine does not stretch.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
});
afterAll(() => world?.close());

type Watched = { readonly frames: number[]; readonly longTasks: number[]; readonly busyMs: number; readonly changes: number };

/** Watches the panel's frames, its long tasks, and how long its main thread worked, for so many seconds. */
async function watch(panel: Page, seconds: number): Promise<Watched> {
  const busyBefore = await readBusyMs();
  const seen = await panel.evaluate(
    (ms) =>
      new Promise<{ frames: number[]; longTasks: number[]; changes: number }>((resolve) => {
        const frames: number[] = [];
        const longTasks: number[] = [];
        let changes = 0;
        const tasks = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration)));
        tasks.observe({ type: 'longtask' });
        const mutations = new MutationObserver(() => (changes += 1));
        mutations.observe(document, { subtree: true, childList: true, characterData: true });
        const begun = performance.now();
        let last = begun;
        const frame = (): void => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (now - begun < ms) return void requestAnimationFrame(frame);
          tasks.disconnect();
          mutations.disconnect();
          resolve({ frames: frames.slice(1), longTasks, changes });
        };
        requestAnimationFrame(frame);
      }),
    seconds * 1000,
  );
  return { ...seen, busyMs: (await readBusyMs()) - busyBefore };
}

async function readBusyMs(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

const countLate = ({ frames }: Watched, usual: number): number => frames.filter((ms) => ms > LATE * usual).length;

type Round = {
  readonly lateMore: number;
  readonly longMore: number;
  readonly msAChange: number;
  readonly usualMs: number;
  readonly changes: number;
};

/** A reply that streams for a while, then the same panel at rest: what the machine does to the one it does to the other. */
async function playRound(round: number): Promise<Round> {
  await desk.show(await world.ask(`${QUESTION} (${round})`));
  await desk.panel.locator('.draft[aria-busy="true"]').getByText('word20').waitFor();
  const streaming = await watch(desk.panel, SECONDS);
  expect(await desk.panel.locator('.draft[aria-busy="true"]').count(), 'the reply was still streaming').toBe(1);
  await desk.panel.getByRole('button', { name: /^Stop/ }).click();
  await desk.panel.getByRole('heading', { name: 'Stopped' }).waitFor();
  const idle = await watch(desk.panel, SECONDS);

  const usualMs = median(idle.frames);
  const late = { streaming: countLate(streaming, usualMs), idle: countLate(idle, usualMs) };
  const msAChange = (streaming.busyMs - idle.busyMs) / streaming.changes;
  console.log(
    `Frames of ${usualMs.toFixed(1)} ms: ${late.streaming} of ${streaming.frames.length} late while streaming, ${late.idle} of ${idle.frames.length} while idle; ` +
      `median ${median(streaming.frames).toFixed(1)} ms, longest ${Math.max(...streaming.frames).toFixed(1)} ms (idle ${Math.max(...idle.frames).toFixed(1)} ms); ` +
      `${streaming.changes} changes shown, ${msAChange.toFixed(2)} ms of the main thread each; long tasks: ${streaming.longTasks.join(', ') || 'none'} (idle: ${idle.longTasks.join(', ') || 'none'}).`,
  );
  return {
    lateMore: late.streaming - late.idle,
    longMore: streaming.longTasks.filter((ms) => ms > LONG_TASK_MS).length - idle.longTasks.length,
    msAChange,
    usualMs,
    changes: streaming.changes,
  };
}

it('two hundred tokens a second for five seconds drop no frame', async () => {
  world.model.setMood({
    tokensPerSecond: TOKENS_PER_SECOND,
    text: Array.from({ length: TOKENS_PER_SECOND * (SECONDS + 4) }, (_, index) =>
      index % 60 === 59 ? 'minutes. [1]\n\n' : `word${index}`,
    ).join(' '),
  });
  const isSmooth = ({ lateMore, longMore }: Round): boolean => lateMore <= 0 && longMore <= 0;
  let best = await playRound(0);
  // Another program may take the processor for a moment; what is ours shows in every round.
  for (let more = 1; more < ROUNDS && !isSmooth(best); more += 1) {
    const next = await playRound(more);
    if (next.lateMore + next.longMore < best.lateMore + best.longMore) best = next;
  }
  expect(best).toSatisfy(isSmooth);
  expect(best.msAChange, 'one change fits into a frame with room to spare').toBeLessThan(best.usualMs / 2);
  expect(best.changes, 'the panel kept showing what came').toBeGreaterThan(5 * SECONDS);
}, 600_000);
