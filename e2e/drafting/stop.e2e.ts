import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ModelMood } from '../servers/model-server/model-mood.ts';
import { createDraftingWorld, median, openDesk, QUESTION, repliesOf, type Desk, type DraftingWorld } from './drafting-world.ts';

const RUNS = Number(process.env['RUNS'] ?? 10);
/** Between the click and the moment in which the server sees that the client has gone. */
const ALLOWED_MS = 200;

let world: DraftingWorld;
let desk: Desk;
beforeAll(async () => {
  world = await createDraftingWorld();
  desk = await openDesk(world, (panel) =>
    panel.addInitScript(() =>
      document.addEventListener('click', () => Object.assign(globalThis, { clickedAt: Date.now() }), true),
    ),
  );
});
afterAll(() => world?.close());

it.each<[string, ModelMood, boolean]>([
  ['in the middle of a reply', { tokensPerSecond: 20, text: 'It is valid for 60 minutes. [1] '.repeat(200) }, true],
  ['while the model is still silent', { firstByteMs: 60_000 }, false],
])(
  'Stop, %s, reaches the server',
  async (when, mood, hasText) => {
    world.model.setMood(mood);
    const took: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const before = repliesOf(world).length;
      await desk.show(await world.ask(`${QUESTION} (${when} ${run})`));
      await expect.poll(() => repliesOf(world).length, { timeout: 20_000 }).toBe(before + 1);
      const request = repliesOf(world)[before];
      if (hasText) await desk.panel.locator('.draft').getByText('60 minutes').first().waitFor();
      await desk.panel.getByRole('button', { name: /^Stop/ }).click();
      await expect.poll(() => request?.closedAt, { timeout: 10_000 }).toBeDefined();
      const clickedAt = await desk.panel.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
      took.push((request?.closedAt ?? Number.NaN) - clickedAt);
      await desk.panel.getByRole('heading', { name: 'Stopped' }).waitFor();
      expect(repliesOf(world).length, 'nothing is asked again').toBe(before + 1);
    }
    console.log(`Stop ${when}, median of ${RUNS}: ${median(took)} ms. Each: ${took.join(' ')}`);
    expect(median(took)).toBeLessThanOrEqual(ALLOWED_MS);
  },
  300_000,
);
