import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';

const BUILD = '.output/firefox-mv3';
/** Of our own choosing, so that our pages' addresses are known. */
const UUID = '6f2a3c1e-5d0b-4d6e-9a57-3b1f0c9d8e21';

export type FirefoxExtension = {
  readonly browser: Browser;
  /** One of our own pages, to send messages from. */
  readonly own: Page;
  readonly close: () => Promise<void>;
};

/** Starts a real Firefox with the built extension in a fresh profile; `allowed` as in `launchExtension`. */
export async function launchFirefox(allowed: readonly string[]): Promise<FirefoxExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-'));
  await cp(BUILD, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: allowed }));
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: UUID }),
    },
  });
  await browser.installExtension(folder);
  const own = await browser.newPage();
  // The page loads; that it has loaded is never reported for pages of extensions.
  await own.goto(`moz-extension://${UUID}/options.html`, { timeout: 3000 }).catch(() => undefined);
  return {
    browser,
    own,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
