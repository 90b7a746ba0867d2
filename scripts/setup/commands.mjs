/**
 * What each command does, step by step. `steps` are command lines: `node` is the newer Node, other names are looked up in
 * node_modules/.bin first. `ARGS` stands for the arguments given to the command; they are always passed as they are, never
 * through a shell. `browser` says that Chromium is needed.
 *
 * @typedef {{ browser?: boolean, steps: string[] }} Command
 */

/** @type {Record<string, Command>} */
export const commands = {
  demo: { browser: true, steps: ['wxt build --level warn', 'node scripts/demo.ts ARGS'] },
  test: {
    browser: true,
    steps: [
      'wxt prepare',
      'vitest run ARGS',
      'wxt build --level warn',
      'wxt build -b firefox --level warn',
      // Everything that needs neither Request Tracker nor a display nor Firefox.
      'vitest run --config e2e/vitest.config.ts --exclude e2e/request-tracker/** --exclude e2e/consent/** --exclude e2e/editors/firefox.e2e.ts ARGS',
    ],
  },
  'test:rt': {
    browser: true,
    steps: [
      'wxt build --level warn',
      'sh e2e/request-tracker/start-request-tracker.sh',
      'vitest run --config e2e/vitest.config.ts e2e/request-tracker ARGS',
    ],
  },
  'test:consent': {
    browser: true,
    steps: [
      'wxt build --level warn',
      'sh e2e/consent/start-display.sh',
      'vitest run --config e2e/vitest.config.ts e2e/consent ARGS',
    ],
  },
  'test:firefox': {
    steps: [
      'wxt build -b firefox --level warn',
      'sh e2e/editors/install-firefox.sh',
      'vitest run --config e2e/vitest.config.ts e2e/editors/firefox.e2e.ts ARGS',
    ],
  },
  eval: { steps: ['node scripts/eval.ts ARGS'] },
  draft: { steps: ['node scripts/draft.ts ARGS'] },
  bench: { browser: true, steps: ['wxt build --level warn', 'node scripts/bench.ts ARGS'] },
  dev: { browser: true, steps: ['wxt ARGS'] },
  build: { steps: ['wxt build', 'wxt build -b firefox'] },
  check: {
    steps: [
      'wxt prepare',
      'oxfmt --check',
      'oxlint --type-aware',
      'tsc --noEmit',
      'knip',
      'wxt build --level warn',
      'size-limit',
    ],
  },
  // The parts of `check`, each alone.
  format: { steps: ['oxfmt --check ARGS'] },
  lint: { steps: ['wxt prepare', 'oxlint --type-aware ARGS'] },
  types: { steps: ['wxt prepare', 'tsc --noEmit ARGS'] },
  knip: { steps: ['wxt prepare', 'knip ARGS'] },
  size: { steps: ['wxt build --level warn', 'size-limit ARGS'] },
};

/**
 * The command's steps as lists of words, with the given arguments in place of `ARGS`.
 *
 * @param {Command} command
 * @param {string[]} args
 * @returns {string[][]}
 */
export function stepsOf(command, args) {
  return command.steps.map((step) => step.split(' ').flatMap((word) => (word === 'ARGS' ? args : [word])));
}
