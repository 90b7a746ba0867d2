import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../e2e/servers/model-server/start-model-server.ts';

const KNOWLEDGE = 'public/sample-knowledge';
const QUESTION = 'Hello, how long is a password reset link valid?';
const HEAD = /^── ([a-z-]+) ─/gm;

type Run = { readonly code: number; readonly out: string; readonly err: string };

/** As a person calls it, in a process of its own. */
function draft(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/draft.ts', ...args], (failed, out, err) => {
      resolve({ code: failed ? Number(failed.code) : 0, out, err });
    });
  });
}

let folder: string;
let server: ModelServer;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  server = await startModelServer();
  folder = await mkdtemp(join(tmpdir(), 'deskside-draft-'));
  await mkdir(file('empty'));
  await writeFile(file('ticket.txt'), `${QUESTION}\n`);
  await writeFile(
    file('ticket.json'),
    JSON.stringify({
      subject: 'Reset',
      requester: 'Ada Lovelace',
      agent: 'Ana',
      messages: [{ from: 'requester', text: QUESTION }],
    }),
  );
  await writeFile(file('broken.json'), '{"subject": "Reset", "messages": [');
  await writeFile(file('list.json'), '["a"]');
  await writeFile(file('wordless.json'), '{"messages": [{"from": "requester"}]}');
});
beforeEach(() => {
  server.requests.length = 0;
  server.setMood({ text: 'A password reset link is valid for 60 minutes. [1]' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
const withModel = (): readonly string[] => ['--endpoint', server.baseUrl, '--model', 'obeying-model'];

describe('drafts of one ticket', () => {
  it('from JSON, without a model: the reply with its marks, its source and what each stage took; exit code 0', async () => {
    const { code, out } = await draft('--ticket', file('ticket.json'), '--knowledge', KNOWLEDGE);
    expect(code).toBe(0);
    expect(out).toMatch(/Hello Ada,[\s\S]*valid for 60 minutes and works once\. \[1\][\s\S]*Ana/);
    expect(out).toMatch(/\[1\] Password reset links.*\(en\/password-reset\.md\)/);
    expect(out).toMatch(/^retrieve +\d+ ms /m);
    expect(out.match(/^not read/gm)?.length ?? 0).toBeLessThanOrEqual(6);
  });

  it('from plain text, by two strategies side by side, in the order asked for', async () => {
    const { code, out } = await draft(
      '--ticket',
      file('ticket.txt'),
      '--knowledge',
      KNOWLEDGE,
      '--strategy',
      'pinned-context',
      '--strategy',
      'retrieval',
      '--pin',
      'en/password-reset.md',
    );
    expect(code).toBe(0);
    expect([...out.matchAll(HEAD)].map(([, id]) => id)).toEqual(['pinned-context', 'retrieval']);
    const [, pinned = '', retrieved = ''] = out.split(/^── .*$/m);
    for (const part of [pinned, retrieved]) expect(part).toContain('valid for 60 minutes');
  });

  it('with --endpoint the model writes; prompt only rests on nothing, and every statement says so', async () => {
    const results = file('results.json');
    const { code, out } = await draft(
      '--ticket',
      file('ticket.txt'),
      '--knowledge',
      KNOWLEDGE,
      ...withModel(),
      '--json',
      results,
      '--strategy',
      'retrieval',
      '--strategy',
      'prompt-only',
    );
    expect(code).toBe(0);
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
    const [, retrieved = '', prompted = ''] = out.split(/^── .*$/m);
    expect(retrieved).not.toContain('! not supported');
    expect(retrieved).toMatch(/^draft .*Written by obeying-model .*\(127\.0\.0\.1:\d+\) .*tokens/m);
    expect(prompted).toContain('! not supported: A password reset link is valid for 60 minutes.');
    expect(JSON.parse(await readFile(results, 'utf8'))).toMatchObject([
      { strategy: 'retrieval', outcome: { kind: 'drafted', draft: { writer: { kind: 'model' } } } },
      { strategy: 'prompt-only', outcome: { kind: 'drafted' } },
    ]);
  });

  it('a model that fails leaves the embedded drafter’s reply, and why', async () => {
    server.setMood({ status: 500 });
    const { code, out } = await draft('--ticket', file('ticket.txt'), '--knowledge', KNOWLEDGE, ...withModel());
    expect(code).toBe(0);
    expect(out).toContain('valid for 60 minutes');
    expect(out).toMatch(/embedded drafter stood in.*127\.0\.0\.1/);
    expect(out).not.toContain('"kind"');
  });
});

describe('bad input ends with exit code 2 and what to do', () => {
  it.each<[string, () => readonly string[], RegExp]>([
    ['nothing', () => [], /Usage: npm run draft/],
    ['an option that there is not', () => ['--tickets', 'x'], /--tickets[\s\S]*Usage: npm run draft/],
    ['no such ticket file', () => ['--ticket', file('none.json'), '--knowledge', KNOWLEDGE], /none\.json cannot be read\. Give/],
    ['broken JSON', () => ['--ticket', file('broken.json'), '--knowledge', KNOWLEDGE], /broken\.json is no whole JSON.*Mend it/],
    ['JSON that is no ticket', () => ['--ticket', file('list.json'), '--knowledge', KNOWLEDGE], /list\.json.*object/],
    ['a message without words', () => ['--ticket', file('wordless.json'), '--knowledge', KNOWLEDGE], /"messages\.0\.text"/],
    ['no such folder', () => ['--ticket', file('ticket.txt'), '--knowledge', file('none')], /is no folder\. Give one/],
    ['an empty folder', () => ['--ticket', file('ticket.txt'), '--knowledge', file('empty')], /it is empty\. Put Markdown/],
    [
      'an unknown strategy',
      () => ['--ticket', file('ticket.txt'), '--knowledge', KNOWLEDGE, '--strategy', 'magic'],
      /no strategy "magic"\. Strategies: .*prompt-only/,
    ],
    [
      'a strategy without its model',
      () => ['--ticket', file('ticket.txt'), '--knowledge', KNOWLEDGE, '--strategy', 'prompt-only'],
      /prompt-only needs a model: give --endpoint and --model/,
    ],
    [
      'an endpoint without a model',
      () => ['--ticket', file('ticket.txt'), '--knowledge', KNOWLEDGE, '--endpoint', server.baseUrl],
      /--endpoint and --model belong together/,
    ],
    ['no ticket', () => ['--knowledge', KNOWLEDGE], /--ticket FILE is missing/],
    ['no knowledge', () => ['--ticket', file('ticket.txt')], /--knowledge DIR is missing/],
    [
      'http to another machine',
      () => ['--ticket', file('ticket.txt'), '--knowledge', KNOWLEDGE, '--endpoint', 'http://192.168.1.20/v1', '--model', 'm'],
      /unencrypted/,
    ],
    [
      'a pin that is no file',
      () => ['--ticket', file('ticket.txt'), '--knowledge', KNOWLEDGE, '--strategy', 'pinned-context', '--pin', 'none.md'],
      /--pin none\.md: .* has no such file/,
    ],
  ])('%s', async (_what, args, said) => {
    const { code, out, err } = await draft(...args());
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(said) });
    expect(err).not.toMatch(/^\s+at /m);
    expect(out).not.toMatch(HEAD);
    expect(server.requests).toEqual([]);
  });
});
