import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, resolve } from 'node:path';

/**
 * Runs the steps one after the other until one fails. Ctrl-C and a request to end are passed on, and end the row of steps.
 *
 * @param {string[][]} steps each a program and its arguments
 * @param {{ node: string, env: Record<string, string> }} options `node` stands for the program `node`
 * @returns {Promise<number>} exit code of the step that failed, else 0
 */
export async function runSteps(steps, { node, env }) {
  const nodeFolder = resolve(node, '..');
  const path = [nodeFolder, resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const childEnv = { ...withoutPath(process.env), ...env, PATH: path };
  for (const words of steps) {
    // One after the other is the point.
    const { exitCode, interrupted } = await runStep(words, childEnv);
    // A child may take Ctrl-C as a reason to end well; the steps after it are not wanted all the same.
    if (exitCode !== 0 || interrupted) return exitCode;
  }
  return 0;
}

/**
 * @param {string[]} words
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<{ exitCode: number, interrupted: boolean }>}
 */
function runStep([program = '', ...args], env) {
  return new Promise((settle) => {
    const windows = process.platform === 'win32';
    // The shims in node_modules/.bin are .cmd files on Windows, and those need a shell.
    const child = windows
      ? spawn(program, args.map(quoteForWindows), { stdio: 'inherit', env, shell: true })
      : spawn(program, args, { stdio: 'inherit', env });
    // A Ctrl-C reaches the child by itself, as it is in the same terminal group; we only wait for it to end.
    let interrupted = false;
    const onInterrupt = () => {
      interrupted = true;
    };
    const onTerminate = () => {
      interrupted = true;
      child.kill('SIGTERM');
    };
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);
    const end = (/** @type {number} */ exitCode) => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
      settle({ exitCode, interrupted });
    };
    child.once('error', (problem) => {
      process.stderr.write(`${program} could not be started: ${problem.message}\n`);
      end(127);
    });
    child.once('close', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 1)));
  });
}

/** @param {string} word */
const quoteForWindows = (word) => (/^[\w./:=@\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '""').replaceAll('%', '%%')}"`);

/**
 * Windows spells it `Path`; two spellings at once would leave the choice to chance.
 *
 * @param {NodeJS.ProcessEnv} env
 */
const withoutPath = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => name.toUpperCase() !== 'PATH'));
