import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toEvent } from '../../../e2e/servers/fault-server.ts';
import { browserDeps } from '../backend-deps.ts';
import { readReply } from './try-reply.test-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Step = { readonly afterMs: number; readonly send?: string };
const REST = `${toEvent(' days.')}${toEvent(undefined, 'stop')}data: [DONE]\n\n`;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server whose answer comes by the clock of the test; `headersMs` until the status, then the steps one after the other. */
async function reply(headersMs: number, steps: readonly Step[]): ReturnType<typeof readReply> {
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    let isGone = false;
    init?.signal?.addEventListener('abort', () => (isGone = true));
    await wait(headersMs);
    const left = [...steps];
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const step = left.shift();
        if (step === undefined || isGone) return controller.close();
        await wait(step.afterMs);
        if (!isGone) controller.enqueue(new TextEncoder().encode(step.send ?? ': ping\n\n'));
      },
    });
    return new Response(body, { status: 200 });
  };
  const reading = readReply('http://127.0.0.1:1/v1', { ...browserDeps, fetch });
  await vi.runAllTimersAsync();
  return reading;
}

const whole = toEvent('Five') + REST;

describe('a slow first byte', () => {
  it.each([5, 25, 29, 31, 60, 120])('after %i s is waited for', async (seconds) => {
    expect(await reply(seconds * 1000, [{ afterMs: 0, send: whole }])).toEqual({ text: 'Five days.' });
    expect(await reply(0, [{ afterMs: seconds * 1000, send: whole }]), 'headers at once, the body late').toEqual({
      text: 'Five days.',
    });
  });
  it.each([151, 400])('after %i s is a silence that is told, with its length', async (seconds) => {
    expect(await reply(seconds * 1000, [{ afterMs: 0, send: whole }])).toEqual({
      text: '',
      failure: { kind: 'backend-silent', host: '127.0.0.1:1', afterMs: 150_000 },
    });
  });
  it('of 90 s for a whole answer instead of a stream is waited for', async () => {
    const answer = '{"choices":[{"message":{"content":"Five days."},"finish_reason":"stop"}]}';
    expect(await reply(90_000, [{ afterMs: 0, send: answer }])).toEqual({ text: 'Five days.' });
  });
  it('of 400 s is waited for while the server says that it is at work', async () => {
    const pings = Array.from({ length: 20 }, () => ({ afterMs: 20_000 }));
    expect(await reply(0, [...pings, { afterMs: 0, send: whole }])).toEqual({ text: 'Five days.' });
  });
});

describe('a silence in the middle', () => {
  it.each([10, 39])('of %i s is waited for', async (seconds) => {
    expect(
      await reply(0, [
        { afterMs: 0, send: toEvent('Five') },
        { afterMs: seconds * 1000, send: REST },
      ]),
    ).toEqual({ text: 'Five days.' });
  });
  it('of 41 s ends the reply; what came is kept', async () => {
    expect(
      await reply(0, [
        { afterMs: 0, send: toEvent('Five') },
        { afterMs: 41_000, send: REST },
      ]),
    ).toEqual({
      text: 'Five',
      failure: { kind: 'backend-silent', host: '127.0.0.1:1', afterMs: 40_000 },
    });
  });
});
