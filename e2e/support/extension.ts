import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from 'playwright-core';
import { recordScriptRequests, requireReadsOnly, type ScriptRequest } from './record-script-requests.ts';

const BUILD = '.output/chrome-mv3';

/** Flags that let Chromium run without a sandbox of its own, quietly and without a network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

export type Extension = {
  readonly context: BrowserContext;
  readonly id: string;
  /** The worker that runs now; wakes one when none does. */
  readonly worker: () => Promise<Worker>;
  /** A session of the browser itself, for commands on any target. */
  readonly browserSession: () => Promise<CDPSession>;
  /** One of our pages in a tab of its own. */
  readonly openOwnPage: (path: string) => Promise<Page>;
  /** Id of the browser tab that shows this page. */
  readonly tabIdOf: (page: Page) => Promise<number>;
  /** What our scripts asked for in pages so far. */
  readonly scriptRequests: readonly ScriptRequest[];
  /** Ends the browser; throws when a script of ours did more in a page than read from its site. */
  readonly close: () => Promise<void>;
};

export type LaunchOptions = {
  readonly headless?: boolean;
  /**
   * Sites that are allowed from the start, as match patterns. The browser's own prompt can't be answered without a display,
   * so the copy that is loaded asks for them at install; the product as built stays as it is.
   */
  readonly allowed?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
};

/** Starts a real Chromium with the built extension in a fresh profile. */
export async function launchExtension({
  headless = true,
  allowed = [],
  viewport = { width: 1280, height: 900 },
  args = [],
}: LaunchOptions = {}): Promise<Extension> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-'));
  const extension = join(folder, 'extension');
  await cp(BUILD, extension, { recursive: true });
  if (allowed.length > 0) {
    const path = join(extension, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    await writeFile(path, JSON.stringify({ ...manifest, host_permissions: allowed }));
  }
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    headless,
    viewport,
    args: [...FLAGS, ...args, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  // A step that takes this long hangs; on a busy machine half of it was seen.
  context.setDefaultTimeout(60_000);
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(first.url()).host;
  const scriptRequests = recordScriptRequests(context, id);
  const openOwnPage = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };
  return {
    context,
    id,
    worker: async () => context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker')),
    async browserSession() {
      const browser = context.browser();
      if (!browser) throw new Error('The browser has ended.');
      return browser.newBrowserCDPSession();
    },
    openOwnPage,
    async tabIdOf(page) {
      const asker =
        context.pages().find((each) => each.url().startsWith(`chrome-extension://${id}/`)) ?? (await openOwnPage('options.html'));
      const url = page.url();
      const tabId = await asker.evaluate(
        async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted || tab.pendingUrl === wanted)?.id,
        url,
      );
      if (tabId === undefined) throw new Error(`No tab shows ${url}.`);
      return tabId;
    },
    scriptRequests,
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
      requireReadsOnly(scriptRequests);
    },
  };
}
