import type { CDPSession, Worker } from 'playwright-core';
import type { Extension } from './extension.ts';

/** Names of the platform calls that the worker has made since it was watched, in order. */
export type WatchedCalls = { readonly calls: string[] };

/**
 * Wraps every platform call through which the worker's work leaves it: store reads and writes, session and local storage,
 * messages to tabs. Each is an `await` of the line. With `stopAt`, the worker stands still (a `debugger` statement) right
 * before that call; nothing of the product knows.
 */
export async function watchWorker(worker: Worker, stopAt = Infinity): Promise<void> {
  await worker.evaluate((at) => {
    const state = ((globalThis as { watched?: { calls: string[]; at: number; isWrapped?: boolean } }).watched ??= {
      calls: [],
      at,
    });
    state.calls = [];
    state.at = at;
    if (state.isWrapped) return;
    state.isWrapped = true;
    const wrap = (owner: object, name: string, label: (args: unknown[], self: unknown) => string): void => {
      const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
      Reflect.set(owner, name, function wrapped(this: unknown, ...args: unknown[]) {
        state.calls.push(label(args, this));
        // oxlint-disable-next-line no-debugger -- this is the stop: the debugging protocol ends the worker here
        if (state.calls.length - 1 === state.at) debugger;
        return original.apply(this, args);
      });
    };
    for (const name of ['put', 'add', 'get', 'getKey', 'getAll', 'delete', 'clear']) {
      wrap(IDBObjectStore.prototype, name, (_args, self) => `idb.${(self as IDBObjectStore).name}.${name}`);
    }
    for (const name of ['getAll', 'getAllKeys'])
      wrap(IDBIndex.prototype, name, (_args, self) => `idb.${(self as IDBIndex).objectStore.name}.by.${name}`);
    wrap(IDBDatabase.prototype, 'transaction', (args) => `idb.transaction(${[args[0]].flat().join('+')})`);
    for (const area of ['local', 'session'] as const) {
      for (const name of ['get', 'set', 'remove'])
        wrap(chrome.storage[area], name, (args) => `storage.${area}.${name}(${describe(args[0])})`);
    }
    wrap(chrome.tabs, 'sendMessage', (args) => `tabs.sendMessage(${(args[1] as { name?: string }).name ?? ''})`);

    function describe(keys: unknown): string {
      const names =
        typeof keys === 'string'
          ? [keys]
          : keys === null || keys === undefined
            ? ['*']
            : Array.isArray(keys)
              ? keys.map(String)
              : Object.keys(keys);
      return names.map((name) => name.split(':')[0]).join('+');
    }
  }, stopAt);
}

export async function readCalls(worker: Worker): Promise<string[]> {
  return worker.evaluate(() => (globalThis as { watched?: WatchedCalls }).watched?.calls ?? []);
}

/** Ends the worker through the debugging protocol once it stands still at its stop. Resolves to the stop's name, or `undefined` when `passed` says that the line ended before the stop was reached. */
export async function endWorkerAtStop(
  extension: Extension,
  worker: Worker,
  session: CDPSession,
  passed: Promise<unknown>,
): Promise<boolean> {
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find((each) => each.type === 'service_worker' && each.url === worker.url());
  if (!target) throw new Error('The worker is not among the targets.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  let id = 0;
  const paused = new Promise<'paused'>((resolve) => {
    session.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId && event.message.includes('"Debugger.paused"')) resolve('paused');
    });
  });
  const post = (method: string): Promise<unknown> =>
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: (id += 1), method }) });
  await post('Debugger.enable');
  const first = await Promise.race([paused, passed.then(() => 'passed' as const)]);
  if (first === 'paused') await session.send('Target.closeTarget', { targetId: target.targetId });
  else await session.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  return first === 'paused';
}
