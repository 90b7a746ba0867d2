import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stop } from './stop.mjs';

/**
 * Where a Chromium may stand, best first: the one that was named, the system's, then what Playwright has downloaded.
 * Google Chrome itself is not looked for: since version 137 it ignores the flag that loads an extension.
 *
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string, list: (folder: string) => string[] }} machine
 * @returns {string[]}
 */
export function browserCandidates({ env, platform, home, list }) {
  const named = env['CHROMIUM_PATH'] ? [env['CHROMIUM_PATH']] : [];
  return [...named, ...systemBrowsers(platform, env), ...playwrightBrowsers({ env, platform, home, list })];
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
function systemBrowsers(platform, env) {
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome for Testing'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const folders = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter((folder) => folder !== undefined);
    return folders.map((folder) => join(folder, 'Chromium/Application/chrome.exe'));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return folders.flatMap((folder) => [`${folder}/chromium`, `${folder}/chromium-browser`]);
}

/** @param {Parameters<typeof browserCandidates>[0]} machine */
function playwrightBrowsers({ env, platform, home, list }) {
  const caches = { darwin: join(home, 'Library/Caches'), win32: env['LOCALAPPDATA'] ?? join(home, 'AppData/Local') };
  const cache =
    env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join((platform === 'darwin' || platform === 'win32' ? caches[platform] : undefined) ?? join(home, '.cache'), 'ms-playwright');
  const inside = {
    darwin: ['Google Chrome for Testing', 'Chromium'].flatMap((name) =>
      ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    ),
    win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
    linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  };
  const revision = (/** @type {string} */ name) => Number(name.slice('chromium-'.length));
  const folders = list(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a));
  const paths = platform === 'darwin' || platform === 'win32' ? inside[platform] : inside.linux;
  return folders.flatMap((folder) => paths.map((path) => join(cache, folder, path)));
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const listFolder = (/** @type {string} */ folder) => (existsSync(folder) ? readdirSync(folder) : []);
const findChromium = () =>
  browserCandidates({ env: process.env, platform: process.platform, home: homedir(), list: listFolder }).find(canRun);

/** @param {string} program @param {string[]} args */
const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
/** @param {string} program @param {string[]} args */
const run = (program, args) => spawnSync(program, args, { stdio: 'inherit' }).status === 0;

/** Debian and Ubuntu, when we may install. Ubuntu's package is only a pointer to a snap, so Playwright's browser serves there. */
function installWithApt() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return;
  const root = process.getuid?.() === 0;
  if (!root && !succeeds('sudo', ['-n', 'true'])) return;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const [program = '', ...before] = root ? apt : ['sudo', '-n', ...apt];
  console.log('Installing Chromium with apt-get, because the demo and the browser tests run in a real browser.');
  run(program, [...before, 'update']);
  run(program, [...before, 'install', '-y', '--no-install-recommends', 'chromium']);
}

/** @param {string} node */
function installWithPlaywright(node) {
  console.log("Downloading Playwright's Chromium, because the demo and the browser tests run in a real browser.");
  run(node, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
}

/**
 * Path of a Chromium that can be started; installs one when there is none.
 *
 * @param {string} node binary that runs Playwright's installer
 * @returns {string}
 */
export function findOrInstallChromium(node) {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !canRun(named))
    throw new Stop(`CHROMIUM_PATH is ${named}, and nothing that can be started is there. Correct it or unset it.`);
  for (const install of [() => {}, installWithApt, () => installWithPlaywright(node)]) {
    install();
    const found = findChromium();
    if (found) return found;
  }
  throw new Stop(
    'No Chromium was found, and none could be installed. Install Chromium, or set CHROMIUM_PATH to the path of one, and run the command again.',
  );
}
