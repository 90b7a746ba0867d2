import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Stop } from './stop.mjs';

/** Oldest Node on which the packages can be installed. */
const OLDEST = [20, 19];
/** From here on the build tools and TypeScript files run directly, so the current Node will do. */
const OLDEST_FOR_TOOLS = [22, 18];

/**
 * @param {string} version `20.19.0`
 * @param {number[]} wanted `[20, 19]`
 */
export function isAtLeast(version, wanted) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const [major = 0, minor = 0] = parts;
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** @param {string} version */
export function checkNodeVersion(version) {
  if (isAtLeast(version, OLDEST)) return;
  throw new Stop(
    `This is Node ${version}, and Deskside needs Node ${OLDEST.join('.')} or newer. Install one from https://nodejs.org and run the command again.`,
  );
}

/** The binary that the npm package `node` brings along. */
const PACKAGED = process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node';

/**
 * The Node that runs everything after the installation: the packaged one, else the current one if it is new enough.
 * Run from the project's folder.
 *
 * @returns {string} path of the binary
 */
export function findToolNode(packaged = PACKAGED, current = process.execPath, currentVersion = process.versions.node) {
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  if (isAtLeast(currentVersion, OLDEST_FOR_TOOLS)) return current;
  throw new Stop(
    [
      `The packaged Node in ${packaged} does not run, and this Node ${currentVersion} is too old for the build tools.`,
      `Either let npm run the install script of the package "node" (npm rebuild node), or use Node ${OLDEST_FOR_TOOLS.join('.')} or newer.`,
    ].join('\n'),
  );
}
