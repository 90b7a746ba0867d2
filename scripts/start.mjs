#!/usr/bin/env node
// What every npm script calls: `node scripts/start.mjs <command> [arguments…]`. Plain JavaScript without packages, because it
// runs before anything is installed. It installs what is missing, says what and why, and runs the command's steps one by one.
import { fileURLToPath } from 'node:url';
import { stepsOf, commands } from './setup/commands.mjs';
import { findOrInstallChromium } from './setup/chromium.mjs';
import { installPackages } from './setup/packages.mjs';
import { checkNodeVersion, findToolNode } from './setup/node-version.mjs';
import { runSteps } from './setup/run-steps.mjs';
import { Stop } from './setup/stop.mjs';

async function main([name = '', ...args]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Stop(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`, 2);
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  checkNodeVersion(process.versions.node);
  installPackages();
  const node = findToolNode();
  const env = command.browser ? { CHROMIUM_PATH: findOrInstallChromium(node) } : {};
  return runSteps(stepsOf(command, args), { node, env });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof Stop)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = problem.exitCode;
}
