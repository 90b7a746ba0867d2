import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ModelRequest } from '../servers/model-server/model-request.ts';
import { createDraftingWorld, median, openDesk, QUESTION, repliesOf, type Desk, type DraftingWorld } from './drafting-world.ts';

/** What the model takes before its first word, in both ways of asking. */
const THINKS_MS = 300;
const RUNS = Number(process.env['RUNS'] ?? 15);
/** Of the plain client's time, and on top of it. */
const ALLOWED = { times: 1.05, ms: 15 };
const ROUNDS = 3;
const FIRST_WORD = 'Zanzibar';

let world: DraftingWorld;
let desk: Desk;
beforeAll(async () => {
  world = await createDraftingWorld();
  desk = await openDesk(world, noteFirstWord);
});
afterAll(() => world?.close());

/** Notes when the first word first stands in the page, by the clock that the server uses too. */
async function noteFirstWord(panel: Page): Promise<void> {
  await panel.addInitScript((word) => {
    const notes: { shownAt?: number; paintedAt?: number } = {};
    Object.assign(globalThis, { notes });
    const look = (): void => {
      if (notes.shownAt !== undefined || !document.querySelector('.draft')?.textContent?.includes(word)) return;
      notes.shownAt = Date.now();
      requestAnimationFrame(() => setTimeout(() => (notes.paintedAt = Date.now())));
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  }, FIRST_WORD);
}

type Notes = { shownAt?: number; paintedAt?: number };
const readNotes = (panel: Page): Promise<Notes> =>
  panel.evaluate(() => ({ ...(globalThis as unknown as { notes: Notes }).notes }));
const clearNotes = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const { notes } = globalThis as unknown as { notes: Notes };
    delete notes.shownAt;
    delete notes.paintedAt;
  });

/** Sends the very same request with nothing around it; milliseconds from when the server had it until its first word was read. */
async function askPlainly({ text, headers }: ModelRequest): Promise<number> {
  const before = repliesOf(world).length;
  const response = await fetch(`${world.model.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: headers.authorization ?? '' },
    body: text,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = ''; !read.includes(FIRST_WORD);) {
    const piece = await reader?.read();
    if (piece?.value === undefined) throw new Error('The answer ended without its first word.');
    read += piece.value;
  }
  const readAt = Date.now();
  await reader?.cancel();
  return readAt - (repliesOf(world)[before]?.at ?? Number.NaN);
}

type Round = { readonly panelMs: number; readonly allowedMs: number };

/** The same request by the panel and by a plain client, in turns; one more at first that warms everything up. */
async function playRound(round: number): Promise<Round> {
  const inPanel: number[] = [];
  const painted: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < RUNS + 1; run += 1) {
    await clearNotes(desk.panel);
    const before = repliesOf(world).length;
    await desk.show(await world.ask(`${QUESTION} (${round}.${run})`));
    await expect.poll(async () => (await readNotes(desk.panel)).paintedAt).toBeDefined();
    const { shownAt = 0, paintedAt = 0 } = await readNotes(desk.panel);
    const request = repliesOf(world)[before];
    if (!request) throw new Error('The server saw no request.');
    await expect.poll(() => request.endedAt).toBeDefined();
    const plainMs = await askPlainly(request);
    if (run === 0) continue;
    inPanel.push(shownAt - request.at);
    painted.push(paintedAt - request.at);
    plain.push(plainMs);
  }
  const allowedMs = ALLOWED.times * median(plain) + ALLOWED.ms;
  console.log(
    `First word, median of ${RUNS}: panel ${median(inPanel)} ms (drawn ${median(painted)} ms), plain client ${median(plain)} ms, allowed ${allowedMs.toFixed(1)} ms. Each: panel ${inPanel.join(' ')}; plain ${plain.join(' ')}`,
  );
  return { panelMs: median(inPanel), allowedMs };
}

it('the first word stands in the panel as soon as a plain client has it', async () => {
  world.model.setMood({
    firstByteMs: THINKS_MS,
    tokensPerSecond: 50,
    text: `${FIRST_WORD} is a reset link valid. [1] ${'It is valid for 60 minutes. [1] '.repeat(3)}`,
  });
  const isQuick = ({ panelMs, allowedMs }: Round): boolean => panelMs <= allowedMs;
  // Another program may take the processor for a while; what is ours shows in every round.
  let round = await playRound(0);
  for (let more = 1; more < ROUNDS && !isQuick(round); more += 1) round = await playRound(more);
  expect(round).toSatisfy(isQuick);
}, 600_000);
