import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LookUpTool } from '../../domain/look-up.ts';
import { listOfferedTools } from './list-offered-tools.ts';
import { lookUpsOf, makeTicket, signal, tick } from './test-support.ts';

const require = createRequire(import.meta.url);

/** The protocol's own reference server, as it comes from npm: sessions, event streams, the protocol of 2025. */
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  const port = await findFreePort();
  const main = require.resolve('@modelcontextprotocol/server-everything/dist/index.js');
  child = spawn(process.execPath, [main, 'streamableHttp'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (piece: Buffer) => piece.toString().includes('listening') && resolve());
    child.once('exit', () => reject(new Error('The server did not start.')));
  });
  url = `http://127.0.0.1:${port}/mcp`;
}, 60_000);

afterAll(async () => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
});

const ask = async (name: string, args: LookUpTool['arguments'], tool: Partial<LookUpTool> = {}) => {
  const ticked = await tick(url, name, { arguments: args, ...tool });
  return (await lookUpsOf([ticked]).lookUp(makeTicket('Where is NW-104233?'), signal))[0];
};

it('its tools are listed with what they take and whether they say that they only read', async () => {
  const offered = await listOfferedTools({ url, headers: {}, fetch, timeoutMs: 5000 }, signal);
  const tools = offered.ok ? offered.value : [];
  expect(tools.length).toBeGreaterThan(5);
  expect(tools.find((tool) => tool.name === 'echo')).toMatchObject({
    isReadOnly: true,
    parameters: [{ name: 'message', type: 'string', isRequired: true }],
  });
});

it('structured content comes as fields', async () => {
  const found = await ask('get-structured-content', { location: { from: 'fixed', value: 'Chicago' } });
  expect(found).toMatchObject({ kind: 'found', fields: expect.arrayContaining([{ label: 'temperature', value: '36' }]) });
});

it('a text comes as text, made of what the ticket gave', async () => {
  expect(await ask('echo', { message: { from: 'pattern', pattern: 'NW-\\d{6}' } })).toMatchObject({
    kind: 'found',
    text: 'Echo: NW-104233',
    fields: [],
  });
});

it('a value outside its list of cities is refused before the call', async () => {
  expect(await ask('get-structured-content', { location: { from: 'requester-name' } })).toMatchObject({
    trouble: 'arguments-refused',
  });
});

it('a number out of the ticket fits a parameter that is a number', async () => {
  const found = await ask('get-sum', { a: { from: 'ticket-id' }, b: { from: 'fixed', value: 5 } });
  expect(found).toMatchObject({ kind: 'found', text: 'The sum of 7 and 5 is 12.' });
});

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
