import type { CDPSession, Page } from 'playwright-core';

/** Main-thread time in milliseconds: of our content script for one reading of the open ticket, and of a plain walk over the same page in its world. */
export type ReadingTime = { readonly readMs: number; readonly walkMs: number };

type Profile = Awaited<ReturnType<typeof stopProfile>>;
const SCRIPT = /content-scripts\/(?:vendor-)?helpdesk\.js$/;
/** The first is left out: code is compiled in it. */
const TIMES = 6;

/** By the browser's CPU profile: what ran for our script, natively too. `read` reads the ticket once. */
export async function measureReading(page: Page, read: () => Promise<unknown>): Promise<ReadingTime> {
  const session = await page.context().newCDPSession(page);
  const world = Promise.withResolvers<number>();
  const { frameTree } = await session.send('Page.getFrameTree');
  session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    if (origin.startsWith('chrome-extension://') && auxData?.frameId === frameTree.frame.id) world.resolve(id);
  });
  await session.send('Runtime.enable');
  const contextId = await world.promise;
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await read();
  await session.send('Profiler.start');
  for (let time = 1; time < TIMES; time += 1) await read();
  const readMs = sumOurs(await stopProfile(session)) / (TIMES - 1);
  const walkMs = await walk(session, contextId);
  await session.detach();
  return { readMs, walkMs };
}

const stopProfile = async (session: CDPSession) => (await session.send('Profiler.stop')).profile;

function sumOurs({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const ours = new Set<number>();
  // A parent stands before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (SCRIPT.test(callFrame.url)) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  // A delta is the time since the sample before.
  const sumUs = samples.reduce((sum, id, index) => sum + (ours.has(id) ? (timeDeltas[index] ?? 0) : 0), 0);
  return sumUs / 1000;
}

/** Every element, its text and its style attribute: what no reading of the page can do without. The middle one of several. */
async function walk(session: CDPSession, contextId: number): Promise<number> {
  const expression = `(() => {
    const times = [];
    for (let time = 0; time < 9; time += 1) {
      const start = performance.now();
      let length = 0;
      for (const element of document.querySelectorAll('*')) length += element.textContent.length + (element.getAttribute('style') ?? '').length;
      times.push(performance.now() - start + length * 0);
    }
    return times.toSorted((a, b) => a - b)[4];
  })()`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
  return Number(result.value);
}
