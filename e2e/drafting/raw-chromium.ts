import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

const BUILD = '.output/chrome-mv3';
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--remote-debugging-port=0',
];

const START = { timeout: 20_000, interval: 100 };

export type RawPage = {
  /** Runs a function of the test in the page; its argument and its result travel as JSON. */
  readonly evaluate: <A, R>(run: (argument: A) => R | Promise<R>, argument?: A) => Promise<R>;
  readonly close: () => Promise<void>;
};
export type RawChromium = {
  readonly extensionId: string;
  /** A page in a window of its own, so that it is never in the background. */
  readonly open: (url: string) => Promise<RawPage>;
  readonly isWorkerRunning: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

type Target = { readonly targetId: string; readonly type: string; readonly url: string };
type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;

/**
 * A Chromium with the built extension to whose worker nobody is attached: a debugger that is, as Playwright always is, keeps the
 * worker from being ended after 30 s, and with that hides what the test is for.
 */
export async function launchRawChromium(allowed: readonly string[]): Promise<RawChromium> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-raw-'));
  const extension = join(folder, 'extension');
  await cp(BUILD, extension, { recursive: true });
  const manifestPath = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as Record<string, unknown>;
  await writeFile(manifestPath, JSON.stringify({ ...manifest, host_permissions: allowed }));
  const profile = join(folder, 'profile');
  const browser = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    [
      ...FLAGS,
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const address = join(profile, 'DevToolsActivePort');
  await vi.waitUntil(async () => /\n\//.test(await readFile(address, 'utf8').catch(() => '')), START);
  const [port, path] = (await readFile(address, 'utf8')).split('\n');
  const send = await connect(`ws://127.0.0.1:${port}${path}`);
  const targets = async (): Promise<Target[]> => (await send('Target.getTargets'))['targetInfos'] as Target[];
  const findWorker = async (): Promise<Target | undefined> =>
    (await targets()).find(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'));
  await vi.waitUntil(findWorker, START);
  const extensionId = new URL((await findWorker())?.url ?? '').host;
  return {
    extensionId,
    isWorkerRunning: async () => (await findWorker()) !== undefined,
    async open(url) {
      const { targetId } = await send('Target.createTarget', { url, newWindow: true });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      return {
        evaluate: async (run, argument) =>
          evaluate(send, String(sessionId), `(${String(run)})(${JSON.stringify(argument) ?? ''})`),
        close: async () => void (await send('Target.closeTarget', { targetId })),
      };
    },
    async close() {
      browser.kill();
      await ended;
      // Its children may still be writing.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

async function evaluate<R>(send: Send, sessionId: string, expression: string): Promise<R> {
  const params = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = (await send('Runtime.evaluate', params, sessionId)) as {
    result: { value: R };
    exceptionDetails?: unknown;
  };
  if (exceptionDetails !== undefined) throw new Error(`The page threw: ${JSON.stringify(exceptionDetails)}`);
  return result.value;
}

type Answer = { readonly id?: number; readonly result?: Record<string, unknown>; readonly error?: { readonly message: string } };

async function connect(url: string): Promise<Send> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let id = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {})));
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
}
