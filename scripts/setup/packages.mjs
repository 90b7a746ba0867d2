import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Stop } from './stop.mjs';

/** Holds the hash of the package-lock.json that was installed last. */
const STAMP = 'node_modules/.deskside-installed';

/** @param {string} text */
export const hashLock = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Is what stands in node_modules what the lock file says?
 *
 * @param {string} lock text of package-lock.json
 * @param {string | undefined} stamp what the last installation left
 */
export const isInstalled = (lock, stamp) => stamp?.trim() === hashLock(lock);

/**
 * Installs what the lock file says when the packages are missing or older than it. `npm install --no-save` keeps to the lock
 * file and does not write it, as `npm ci` does; but `npm ci` also refuses a lock file that leaves out the optional binaries of
 * other platforms, as one made with an incomplete registry does. Run from the project's folder.
 */
export function installPackages() {
  const lock = readFileSync('package-lock.json', 'utf8');
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
  if (isInstalled(lock, stamp)) return;
  console.log(
    'Installing the npm packages this project is built with, as package-lock.json lists them. Node 24 is one of them, because the build tools want Node 22 or newer; nothing is installed outside this folder.',
  );
  // Only errors: the warnings are about an older Node, on which these packages never run.
  const npm = spawnSync('npm', ['install', '--no-save', '--include=dev', '--loglevel=error', '--no-fund', '--no-audit'], {
    stdio: 'inherit',
    // npm is a .cmd file on Windows, and those need a shell; every word above is fixed.
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    throw new Stop('npm could not be started. Install Node with npm from https://nodejs.org and run the command again.');
  }
  if (npm.status !== 0) {
    throw new Stop(
      'The packages were not installed; the lines above say why. Check the network, then run the command again.',
      npm.status ?? 1,
    );
  }
  writeFileSync(STAMP, `${hashLock(lock)}\n`);
}
