import { afterEach, beforeEach, expect, it } from 'vitest';
import { INJECTED, startOrderServer, type OrderServer, type OrderServerMood } from '../../../e2e/servers/order-server.ts';
import { lookUpResultSchema, toHeadersSecretName, toLookUpPassage, toLookUpRecord } from '../../domain/look-up.ts';
import { lookUpsOf, makeTicket, signal, tick } from './test-support.ts';

let server: OrderServer;
beforeEach(async () => {
  server = await startOrderServer();
});
afterEach(() => server.close());

const ticket = makeTicket('Where is NW-104233? I ordered it last week.');

it('an order named in the ticket is asked for, and its facts come as fields', async () => {
  const [found] = await lookUpsOf([await tick(server.url, 'get_order')]).lookUp(ticket, signal);
  expect(found).toMatchObject({
    kind: 'found',
    serverId: 'shop',
    tool: 'get_order',
    title: 'Order',
    calledAt: '2026-11-21T10:00:00.000Z',
    isCut: false,
  });
  expect(found).toMatchObject({
    fields: [
      { label: 'order › number', value: 'NW-104233' },
      { label: 'order › status', value: 'shipped' },
      { label: 'order › shipped at', value: '2026-11-19' },
      { label: 'order › customer › email', value: 'ada@example.com' },
    ],
  });
  expect(server.calls).toEqual([{ tool: 'get_order', arguments: { number: 'NW-104233' } }]);
  expect(lookUpResultSchema.safeParse(found).success).toBe(true);
});

it('a server is sent the id and nothing else of the ticket, and never the agent’s note', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.seen.length = 0;
  await lookUpsOf([ticked]).lookUp(ticket, signal);
  const sent = server.seen.map((one) => one.body).join('\n');
  expect(sent).toContain('NW-104233');
  expect(sent).not.toMatch(/last week|Where is|Ada|ada@example|NW-999999/);
});

it('a ticket that holds no such id asks the server nothing at all', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.seen.length = 0;
  expect(await lookUpsOf([ticked]).lookUp(makeTicket('Hello NW-12'), signal)).toEqual([]);
  expect(server.seen).toEqual([]);
});

it('a tool that the team has not ticked is not called, whatever the server or the request says', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.answer = 'orders';
  await lookUpsOf([ticked]).lookUp(ticket, signal, [{ serverId: 'shop', tool: 'cancel_order' }]);
  expect(server.calls.map((call) => call.tool)).toEqual(['get_order']);
});

it('a tool asked on request waits until it is requested', async () => {
  const lookUps = lookUpsOf([await tick(server.url, 'get_order', { when: 'on-request' })]);
  expect(await lookUps.lookUp(ticket, signal)).toEqual([]);
  expect(await lookUps.lookUp(ticket, signal, [{ serverId: 'shop', tool: 'get_order' }])).toMatchObject([{ kind: 'found' }]);
  expect(await lookUps.lookUp(makeTicket('Hello'), signal, [{ serverId: 'shop', tool: 'get_order' }])).toMatchObject([
    { trouble: 'nothing-to-ask' },
  ]);
});

it.each([
  ['changed', 'tool-changed'],
  ['gone', 'not-offered'],
] as const)('a tool that is %s since it was ticked is not called', async (tool, trouble) => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.tool = tool;
  expect(await lookUpsOf([ticked]).lookUp(ticket, signal)).toMatchObject([{ kind: 'failed', trouble }]);
  expect(server.calls).toEqual([]);
});

it('a tool that does not say that it only reads is called only when the team allows it', async () => {
  const cautious = await tick(server.url, 'cancel_order');
  expect(await lookUpsOf([cautious]).lookUp(ticket, signal)).toMatchObject([{ trouble: 'not-read-only' }]);
  expect(server.calls).toEqual([]);
  const bold = await tick(server.url, 'cancel_order', { mayChangeThings: true });
  expect(await lookUpsOf([bold]).lookUp(ticket, signal)).toMatchObject([{ kind: 'found', text: 'Cancelled.' }]);
});

it.each([
  ['a value that breaks the schema', { number: { from: 'ticket-id' } }],
  [
    'a parameter that the schema does not name',
    { number: { from: 'fixed', value: 'NW-104233' }, note: { from: 'requester-name' } },
  ],
  ['a parameter that is missing', {}],
  ['a pattern that is none', { number: { from: 'pattern', pattern: '(a+)+$' } }],
] as const)('%s is refused before the call', async (_what, args) => {
  const ticked = await tick(server.url, 'get_order', { arguments: args });
  expect(await lookUpsOf([ticked]).lookUp(ticket, signal)).toMatchObject([{ kind: 'failed', trouble: 'arguments-refused' }]);
  expect(server.calls).toEqual([]);
});

it.each([
  ['error', 'tool-failed'],
  ['huge', 'too-large'],
  ['wrong-shape', 'tool-failed'],
] as const)('a tool that answers with "%s" is a plain failure: %s', async (answer, trouble) => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.answer = answer;
  const [failed] = await lookUpsOf([ticked]).lookUp(ticket, signal);
  expect(failed).toMatchObject({ kind: 'failed', trouble });
});

it('an answer without any text is a plain failure', async () => {
  const ticked = await tick(server.url, 'get_customer', { arguments: { email: { from: 'requester-email' } } });
  server.mood.answer = 'picture';
  expect(await lookUpsOf([ticked]).lookUp(ticket, signal)).toMatchObject([{ kind: 'failed', trouble: 'garbled' }]);
});

it.each([
  [401, { trouble: 'rejected', status: 401 }],
  [429, { trouble: 'rejected', status: 429 }],
  [500, { trouble: 'rejected', status: 500 }],
  ['redirect', { trouble: 'unreachable' }],
  ['cut', { trouble: 'unreachable' }],
  ['web-page', { trouble: 'garbled' }],
] as const)('a server that answers with %s is a plain failure', async (http: OrderServerMood['http'], failure) => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.http = http;
  expect(await lookUpsOf([ticked]).lookUp(ticket, signal)).toMatchObject([{ kind: 'failed', ...failure }]);
});

it('a redirect is not followed', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.http = 'redirect';
  const asked = server.seen.length;
  await lookUpsOf([ticked]).lookUp(ticket, signal);
  expect(server.seen.length).toBe(asked + 1);
});

it('a slow tool is given up after the server’s time; a quick one beside it still counts', async () => {
  const slow = await tick(server.url, 'get_order', {}, { timeoutMs: 3000 });
  const quick = await tick(server.url, 'get_customer', { arguments: { email: { from: 'requester-email' } } });
  server.mood.answer = 'never';
  const results = await lookUpsOf([{ ...slow, tools: [...slow.tools, ...quick.tools] }]).lookUp(ticket, signal);
  expect(results).toMatchObject([
    { tool: 'get_order', trouble: 'too-slow' },
    { tool: 'get_customer', kind: 'found', text: 'plan: Pro\nopen invoices: 2' },
  ]);
});

it('a server that is gone does not hold up the others', async () => {
  const other = await startOrderServer();
  const gone = await tick(other.url, 'get_order', {}, { id: 'gone' });
  await other.close();
  const results = await lookUpsOf([gone, await tick(server.url, 'get_order')]).lookUp(ticket, signal);
  expect(results).toMatchObject([
    { serverId: 'gone', trouble: 'unreachable' },
    { serverId: 'shop', kind: 'found' },
  ]);
});

it('stopping the draft stops the look-up, which then rejects with the reason', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.answer = 'never';
  const stop = new AbortController();
  const running = lookUpsOf([ticked]).lookUp(ticket, stop.signal);
  stop.abort(new Error('closed'));
  await expect(running).rejects.toThrow('closed');
});

it('an answer is cut at 8,000 characters and says so', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.answer = 'long';
  const [found] = await lookUpsOf([ticked]).lookUp(ticket, signal);
  expect(found).toMatchObject({ kind: 'found', isCut: true });
  expect(found?.kind === 'found' && found.text.length).toBe(8000);
});

it('orders in an answer are text like any other: nothing is called or fetched, what a person cannot see is gone', async () => {
  const ticked = await tick(server.url, 'get_order');
  server.mood.answer = 'orders';
  const [found] = await lookUpsOf([ticked]).lookUp(ticket, signal);
  expect(found).toMatchObject({
    fields: expect.arrayContaining([{ label: 'order › status', value: `${INJECTED} <img src=x onerror=alert(1)>` }]),
  });
  expect(server.calls).toHaveLength(1);
});

it('what the requester may not see stays internal: an order is theirs only when the answer names them', async () => {
  const ticked = await tick(server.url, 'get_order', { ownerField: 'order.customer.email' });
  const audience = async () => {
    const [found] = await lookUpsOf([ticked]).lookUp(ticket, signal);
    return found?.kind === 'found' ? toLookUpPassage(found, 'en').audience : undefined;
  };
  expect(await audience()).toBe('public');
  server.mood.owner = 'someone.else@example.com';
  expect(await audience()).toBe('internal');
});

it('without a field that names the owner, an id from the ticket proves nothing; the requester’s own address does', async () => {
  const byId = await tick(server.url, 'get_order');
  const byEmail = await tick(server.url, 'get_customer', { arguments: { email: { from: 'requester-email' } } });
  expect(await lookUpsOf([byId, byEmail]).lookUp(ticket, signal)).toMatchObject([
    { isRequestersOwn: false },
    { isRequestersOwn: true },
  ]);
});

it('what is stored of a look-up holds no value of its answer', async () => {
  const [found] = await lookUpsOf([await tick(server.url, 'get_order')]).lookUp(ticket, signal);
  const record = found && toLookUpRecord(found);
  expect(record).toMatchObject({
    state: 'ok',
    tool: 'get_order',
    fieldNames: ['order › number', 'order › status', 'order › shipped at', 'order › customer › email'],
  });
  expect(JSON.stringify(record)).not.toMatch(/shipped"|NW-|ada@|2026-11-19/);
});

it('the key goes to the server that it was typed for, and nowhere else', async () => {
  const ticked = await tick(server.url, 'get_order');
  const headersSecretName = toHeadersSecretName(ticked);
  const readSecret = async (name: string) => (name === headersSecretName ? 'X-Shop-Key: sesame' : '');
  server.seen.length = 0;
  expect(await lookUpsOf([{ ...ticked, headersSecretName }], { readSecret }).lookUp(ticket, signal)).toMatchObject([
    { kind: 'found' },
  ]);
  expect(server.seen.every((one) => one.headers['x-shop-key'] === 'sesame')).toBe(true);
  const other = await startOrderServer();
  expect(
    await lookUpsOf([{ ...ticked, url: other.url, headersSecretName }], { readSecret }).lookUp(ticket, signal),
  ).toMatchObject([{ trouble: 'not-allowed' }]);
  expect(other.seen).toEqual([]);
  await other.close();
});

it.each(['http://shop.example/mcp', 'https://user:pass@shop.example/mcp'])('%s is not asked', async (url) => {
  const ticked = { ...(await tick(server.url, 'get_order')), url };
  const fetch = () => expect.fail('must not be asked');
  expect(await lookUpsOf([ticked], { fetch }).lookUp(ticket, signal)).toMatchObject([{ trouble: 'not-allowed' }]);
});
