import { browser } from 'wxt/browser';
import { draftStream, type DraftStreamDown, type DraftStreamUp } from './contract.ts';
import { identifySender } from './sender.ts';

/** A worker that reads a stream without calling the browser is ended after 30 s; this is well below it. */
const HEARTBEAT_MS = 20_000;

export type ServeDraft = (request: DraftStreamUp, emit: (event: DraftStreamDown) => void, signal: AbortSignal) => Promise<void>;

/** Serves draft streams from our own pages; call it once, in the first turn. A closed stream aborts `signal`. */
export function serveDraftChannel(serve: ServeDraft): void {
  const extensionOrigin = browser.runtime.getURL('/').replace(/\/$/, '');
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== draftStream.name) return;
    if (identifySender(port.sender, browser.runtime.id, extensionOrigin) !== 'page') return port.disconnect();
    const cancel = new AbortController();
    const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
    port.onDisconnect.addListener(() => {
      clearInterval(heartbeat);
      cancel.abort();
    });
    const emit = (event: DraftStreamDown): void => {
      if (!cancel.signal.aborted) port.postMessage(event);
    };
    let started = false;
    port.onMessage.addListener((raw: unknown) => {
      const request = draftStream.up.safeParse(raw);
      if (!request.success || started) return port.disconnect();
      started = true;
      void serve(request.data, emit, cancel.signal);
    });
  });
}

export type DraftStreamListener = {
  readonly onEvent: (event: DraftStreamDown) => void;
  /** The worker ended before the draft did, more often than is worth trying again. */
  readonly onLost: () => void;
};

const MAX_RECONNECTS = 5;

/** Sends one request about a draft and reports what comes; a worker that ends half-way is asked again the same. Returns a function that cancels. */
export function startDraftStream(request: DraftStreamUp, listener: DraftStreamListener): () => void {
  // Worked out again under the same id, what was done already is not done, and paid for, twice.
  const asked =
    request.kind === 'draft-start' || request.kind === 'draft-compare' ? request : { requestId: crypto.randomUUID(), ...request };
  let over = false;
  let cut = (): void => undefined;
  const connect = (tries: number): void => {
    const port = browser.runtime.connect({ name: draftStream.name });
    cut = () => port.disconnect();
    port.onMessage.addListener((raw: unknown) => {
      const event = draftStream.down.safeParse(raw);
      if (!event.success || over) return;
      over = event.data.kind !== 'draft-delta';
      listener.onEvent(event.data);
      if (over) port.disconnect();
    });
    port.onDisconnect.addListener(() => {
      if (over) return;
      if (tries < MAX_RECONNECTS) return connect(tries + 1);
      over = true;
      listener.onLost();
    });
    port.postMessage(asked);
  };
  connect(0);
  return () => {
    over = true;
    cut();
  };
}
