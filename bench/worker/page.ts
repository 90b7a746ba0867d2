import type { Order, Reply } from './orders.ts';

let worker: Worker | undefined;

/** Starts a new worker in place of the one there is. */
function start(): Worker {
  worker?.terminate();
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

async function ask(order: Order, fresh: boolean): Promise<{ reply: Reply; ms: number }> {
  const startedAt = performance.now();
  const to = fresh ? start() : (worker ?? start());
  const reply = await new Promise<Reply>((resolve) => {
    to.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
    to.onerror = ({ message }) => resolve({ kind: 'failed', said: message });
    to.postMessage(order);
  });
  return { reply, ms: performance.now() - startedAt };
}

declare global {
  interface Window {
    ask: typeof ask;
  }
}
window.ask = ask;
