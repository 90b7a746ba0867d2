import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { browserCandidates } from './chromium.mjs';
import { commands, stepsOf } from './commands.mjs';
import { checkNodeVersion, findToolNode, isAtLeast } from './node-version.mjs';
import { hashLock, isInstalled } from './packages.mjs';
import { runSteps } from './run-steps.mjs';

const machine = { env: {}, platform: 'linux' as const, home: '/home/ana', list: () => [] };

it('puts the arguments of a command where its steps say ARGS, each as one word', () => {
  expect(stepsOf({ steps: ['a b', 'node x.ts ARGS --last'] }, ['--name', 'two words'])).toEqual([
    ['a', 'b'],
    ['node', 'x.ts', '--name', 'two words', '--last'],
  ]);
});

it('knows every command that package.json calls', async () => {
  const { default: project } = await import('../../package.json', { with: { type: 'json' } });
  const called = Object.values(project.scripts).map((line) => line.replace('node scripts/start.mjs ', ''));
  expect(Object.keys(commands)).toEqual(expect.arrayContaining(called));
});

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['18.20.8', false],
  ['22.0.0', true],
])('Node %s can install the packages: %s', (version, works) => {
  expect(isAtLeast(version, [20, 19])).toBe(works);
});

it('tells the owner of an old Node which one is needed', () => {
  expect(() => checkNodeVersion('18.20.8')).toThrow(/Node 18\.20\.8.*needs Node 20\.19 or newer/);
});

it('runs on the current Node when the packaged one is missing and the current one is new enough', () => {
  expect(findToolNode('/nowhere/node', '/usr/bin/node', '22.18.0')).toBe('/usr/bin/node');
});

it('says what to do when neither Node will do', () => {
  expect(() => findToolNode('/nowhere/node', '/usr/bin/node', '20.19.0')).toThrow(/npm rebuild node/);
});

it('installs again when the lock file changed, and only then', () => {
  expect(isInstalled('{"a":1}', `${hashLock('{"a":1}')}\n`)).toBe(true);
  expect(isInstalled('{"a":2}', hashLock('{"a":1}'))).toBe(false);
  expect(isInstalled('{"a":1}', undefined)).toBe(false);
});

it('prefers the browser that was named to every other', () => {
  expect(browserCandidates({ ...machine, env: { CHROMIUM_PATH: '/opt/my/chromium' } })[0]).toBe('/opt/my/chromium');
});

it("takes the newest of Playwright's browsers, after the system's", () => {
  const paths = browserCandidates({ ...machine, list: () => ['chromium-999', 'ffmpeg-1011', 'chromium-1200'] });
  const found = paths.filter((path) => path.includes('ms-playwright'));
  expect(found[0]).toBe('/home/ana/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome');
  expect(found.join(' ')).not.toContain('ffmpeg');
  expect(paths.indexOf('/usr/bin/chromium')).toBeLessThan(paths.indexOf(found[0] ?? ''));
});

it('stops at the first step that fails and hands on its exit code', async () => {
  const mark = join(mkdtempSync(join(tmpdir(), 'steps-')), 'mark.mjs');
  writeFileSync(mark, 'process.exitCode = process.env.CHROMIUM_PATH === "/c" ? 7 : 8;');
  const steps = [
    [process.execPath, '--version'],
    [process.execPath, mark],
    [process.execPath, '-e', 'process.exit(9)'],
  ];
  expect(await runSteps(steps, { node: process.execPath, env: { CHROMIUM_PATH: '/c' } })).toBe(7);
});
