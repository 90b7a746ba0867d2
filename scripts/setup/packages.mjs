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

/** Runs `npm ci` when the packages are missing or older than package-lock.json. Run from the project's folder. */
export async function installPackages() {
  const lock = readFileSync('package-lock.json', 'utf8');
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
  if (isInstalled(lock, stamp)) return;
  console.log(
    'Installing the npm packages this project is built with (npm ci); one of them is Node 24, because the build tools want Node 22 or newer.',
  );
  // Only errors: the warnings are about this older Node, which the packages never run on.
  const npm = spawnSync('npm', ['ci', '--loglevel=error', '--no-fund', '--no-audit'], {
    stdio: 'inherit',
    // npm is a .cmd file on Windows, and those need a shell; every word above is fixed.
    shell: process.platform === 'win32',
  });
  if (npm.error)
    throw new Stop('npm could not be started. Install Node with npm from https://nodejs.org and run the command again.');
  if (npm.status !== 0) {
    throw new Stop(
      'npm ci did not succeed; the lines above say why. Check the network, then run the command again.',
      npm.status ?? 1,
    );
  }
  writeFileSync(STAMP, `${hashLock(lock)}\n`);
}
