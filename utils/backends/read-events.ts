import { _iterSSEMessages } from 'openai/core/streaming';
import type { Answer } from './ask-server.ts';

const CR = 13;
const LF = 10;

/**
 * The data of each event of a stream of server-sent events. Of the openai package only the event decoder is used: its client is
 * 83 kB and sends headers that local servers refuse, its `Stream` prints what it cannot read to the console. The decoder takes
 * an event that the connection cut off for a whole one, so it is given whole events only.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readEvents(answer: Answer, stop: AbortController): AsyncGenerator<string> {
  const toWhole = createEventSplitter();
  let next: Uint8Array | undefined = answer.start;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const piece = next ?? (await answer.rest());
        next = undefined;
        const whole = piece === undefined ? toWhole.end() : toWhole.push(piece);
        if (whole.length > 0) controller.enqueue(whole);
        if (piece === undefined) return controller.close();
        if (whole.length > 0) return;
      }
    },
  });
  for await (const { data } of _iterSSEMessages(new Response(body), stop)) if (data !== '') yield data;
}

/** Gives out bytes up to the last blank line, with line feeds for line ends of every kind; at the end, `[DONE]` needs no blank line. */
function createEventSplitter(): { push: (piece: Uint8Array) => Uint8Array; end: () => Uint8Array } {
  let waiting: number[] = [];
  let wasCr = false;
  return {
    push(piece) {
      let whole = 0;
      for (const byte of piece) {
        const isEnd = byte === CR || (byte === LF && !wasCr);
        if (isEnd) {
          waiting.push(LF);
          if (waiting.at(-2) === LF) whole = waiting.length;
        } else if (byte !== LF) waiting.push(byte);
        wasCr = byte === CR;
      }
      const given = Uint8Array.from(waiting.slice(0, whole));
      waiting = waiting.slice(whole);
      return given;
    },
    end() {
      const rest = new TextDecoder().decode(Uint8Array.from(waiting)).trim();
      return new TextEncoder().encode(/^data: ?\[DONE\]$/.test(rest) ? `${rest}\n\n` : '');
    },
  };
}
