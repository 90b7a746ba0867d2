import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toEvent, type FaultAnswer } from '../../../e2e/servers/fault-server.ts';
import { makeDeps } from '../test-support.ts';
import { tryReply } from './try-reply.test-support.ts';

/** Letters of one to four bytes, an emoji of two, and a mark that combines with the letter before it. */
const TEXT = 'Größe 5 € — 返金 👍🏽 é [1]';
const DONE = 'data: [DONE]\n\n';
const whole = [toEvent('Größe 5 '), toEvent('€ — 返金 👍🏽 é [1]'), toEvent(undefined, 'stop'), DONE].join('');
const bytes = new TextEncoder().encode(whole);
const good: FaultAnswer = { pieces: [whole] };
const json = { 'content-type': 'application/json' };
const html = '<!doctype html><html><title>502 Bad Gateway</title><body>nginx</body></html>';

const everyByte = Array.from(bytes, (_, at) => at).slice(1);
const chunksOf = (size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.slice(size * index, size * (index + 1)));

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void printed.push(said.join(' ')));
  }
});
afterEach(() => vi.restoreAllMocks());

describe('bytes', () => {
  it('split anywhere, in two or in packets of one, two, three and five bytes, are the same text', async () => {
    for (const at of everyByte) {
      expect(await tryReply([{ pieces: [bytes.slice(0, at), bytes.slice(at)] }]), `split at byte ${at}`).toMatchObject({
        text: TEXT,
        tries: 1,
      });
    }
    for (const size of [1, 2, 3, 5]) expect((await tryReply([{ pieces: chunksOf(size) }])).text, `packets of ${size}`).toBe(TEXT);
  }, 60_000);

  it.each(['end', 'cut'] as const)(
    'that end anywhere (%s) are never taken for a whole reply, and what came is kept without mojibake',
    async (ending) => {
      const finished = new TextEncoder().encode(whole.slice(0, whole.indexOf(`\n\n${DONE}`))).length;
      // Connections that break are waited for, so only every eighth byte is tried.
      for (const at of everyByte.filter((one) => one < finished && (ending === 'end' || one % 8 === 0))) {
        const cut = await tryReply([{ pieces: [bytes.slice(0, at)], ending }]);
        expect(cut.failure, `${ending} at byte ${at}`).toMatchObject({
          kind: expect.stringMatching(/^backend-(cut-off|garbled|unreachable)$/),
        });
        expect(TEXT.startsWith(cut.text), `${ending} at byte ${at}: ${cut.text}`).toBe(true);
        expect(cut.tries, 'no new try once a word was shown').toBeLessThanOrEqual(cut.text === '' ? 3 : 1);
      }
    },
    120_000,
  );
});

describe('forms of the stream', () => {
  const lines = whole.split('\n');
  it.each<[string, string]>([
    ['CRLF', lines.join('\r\n')],
    ['CR', lines.join('\r')],
    ['line ends of each kind in turn', lines.map((line, index) => line + ['\n', '\r', '\r\n'][index % 3]).join('')],
    ['a byte order mark in front', `\uFEFF${whole}`],
    ['no space behind data:', whole.replaceAll('data: ', 'data:')],
    ['ids, event names and retry times', whole.replaceAll('data: {', 'id: 7\nevent: message\nretry: 3000\ndata: {')],
    ['data over two lines', whole.replaceAll('"choices":', '"choices":\ndata: ')],
    ['comments between all events', whole.replaceAll('data: ', ': keep-alive\n\ndata: ')],
    ['blank lines in front and between', `\n\n${whole.replaceAll('\n\n', '\n\n\n\n')}`],
    ['more after [DONE]', `${whole}: bye\n\n`],
  ])('%s', async (_what, wire) => {
    expect(await tryReply([{ pieces: [wire] }])).toEqual({ text: TEXT, waits: [], tries: 1 });
    const split = new TextEncoder().encode(wire);
    expect((await tryReply([{ pieces: Array.from(split, (byte) => Uint8Array.of(byte)) }])).text, 'byte by byte').toBe(TEXT);
  });
  it.each(['text/event-stream; charset=utf-8', 'application/json', 'text/plain', 'application/octet-stream'])(
    'a stream that calls itself %s is a stream',
    async (type) => {
      expect((await tryReply([{ headers: { 'content-type': type }, pieces: [whole] }])).text).toBe(TEXT);
    },
  );
});

/** Faults that come before any text, and what each is told as. */
const faults: [string, FaultAnswer, { kind: string; status?: number }][] = [
  ...[408, 409, 429, 500, 502, 503, 504, 520, 522, 529].map((status): [string, FaultAnswer, { kind: string; status: number }] => [
    `${status} with nothing in it`,
    { status, headers: json },
    { kind: 'backend-rejected', status },
  ]),
  ...[400, 403, 404, 500, 502].map((status): [string, FaultAnswer, { kind: string; status: number }] => [
    `${status} with a web page`,
    { status, headers: { 'content-type': 'text/html' }, pieces: [html] },
    { kind: 'backend-rejected', status },
  ]),
  [
    '500 with broken JSON',
    { status: 500, headers: json, pieces: ['{"error":{"mess'] },
    { kind: 'backend-rejected', status: 500 },
  ],
  ['500 with JSON of another form', { status: 500, headers: json, pieces: ['[1,2]'] }, { kind: 'backend-rejected', status: 500 }],
  ['a web page with a good status', { headers: { 'content-type': 'text/html' }, pieces: [html] }, { kind: 'backend-garbled' }],
  ['nothing with a good status', {}, { kind: 'backend-garbled' }],
  ['broken JSON with a good status', { headers: json, pieces: ['{"choices":[{"mess'] }, { kind: 'backend-garbled' }],
  ['JSON of another form', { headers: json, pieces: ['{"reply":"Hi"}'] }, { kind: 'backend-garbled' }],
  ['broken JSON in an event', { pieces: ['data: {"choices":\n\n', DONE] }, { kind: 'backend-garbled' }],
  [
    'an error object with a good status',
    { headers: json, pieces: ['{"error":{"message":"no GPU"}}'] },
    { kind: 'backend-garbled' },
  ],
  ['an error text with a good status', { headers: json, pieces: ['{"error":"no GPU"}'] }, { kind: 'backend-garbled' }],
  ['an error in the first event', { pieces: ['data: {"error":{"message":"no GPU"}}\n\n'] }, { kind: 'backend-garbled' }],
  ['only [DONE]', { pieces: [DONE] }, { kind: 'backend-garbled' }],
  ['a connection that breaks at once', { ending: 'cut' }, { kind: 'backend-unreachable' }],
  ['headers and then a broken connection', { pieces: [''], ending: 'cut' }, { kind: 'backend-cut-off' }],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, { kind: 'backend-unreachable' }],
];
const mends = (answer: FaultAnswer): boolean => [408, 409, 429].includes(answer.status ?? 200) || (answer.status ?? 0) >= 500;

describe('faults before the first word', () => {
  it.each(faults)('%s: told as what it is, after at most three tries', async (_what, answer, failure) => {
    const tried = await tryReply([answer]);
    expect(tried).toMatchObject({ text: '', failure });
    expect(tried.tries).toBeLessThanOrEqual(3);
    if (mends(answer)) expect(tried.tries, 'a fault that may pass is tried three times').toBe(3);
    if (failure.status !== undefined && !mends(answer)) expect(tried.tries, 'a refusal is final').toBe(1);
  });
  it.each(faults.filter(([, answer]) => mends(answer)))('%s: a later try is taken', async (_what, answer) => {
    expect(await tryReply([answer, answer, good])).toMatchObject({ text: TEXT, tries: 3 });
  });
  it('a web page is named by its title', async () => {
    expect((await tryReply([{ status: 502, pieces: [html] }])).failure).toMatchObject({ said: 'A web page: 502 Bad Gateway' });
  });
});

describe('faults after the first word', () => {
  it.each<[string, FaultAnswer]>([
    ['a broken connection', { pieces: [toEvent('Größe')], ending: 'cut' }],
    ['an early end', { pieces: [toEvent('Größe')] }],
    ['an error object', { pieces: [toEvent('Größe'), 'data: {"error":{"message":"no GPU"}}\n\n'] }],
    ['an error event', { pieces: [toEvent('Größe'), 'event: error\ndata: {"error":{"message":"no GPU"}}\n\n'] }],
    ['broken JSON', { pieces: [toEvent('Größe'), 'data: {"choices":[\n\n'] }],
    ['the limit of tokens', { pieces: [toEvent('Größe'), toEvent(undefined, 'length'), DONE] }],
  ])('%s: what came is kept, and nothing is asked again', async (_what, answer) => {
    const tried = await tryReply([answer, good]);
    expect(tried).toMatchObject({ text: 'Größe', tries: 1, waits: [] });
    expect(tried.failure?.kind).toMatch(/^backend-(cut-off|garbled)$/);
  });
});

it('nothing of a broken answer is printed to the console: it holds what the ticket said', async () => {
  await tryReply([{ pieces: [toEvent('Größe'), 'data: {"choices":[{"delta":{"content":"Ada Lovelace\n\n'] }]);
  expect(printed.join(' ')).not.toMatch(/Ada|Größe/);
});

describe('waiting between tries', () => {
  it.each<[string, Record<string, string>, number | 'jitter' | 'not at all']>([
    ['nothing asked', {}, 'jitter'],
    ['seconds', { 'retry-after': '7' }, 7000],
    ['parts of a second', { 'retry-after': '1.5' }, 1500],
    ['a date', { 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' }, 30_000],
    ['a date of the past', { 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT' }, 'jitter'],
    ['a date too far off', { 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 'not at all'],
    ['milliseconds', { 'retry-after-ms': '250' }, 250],
    ['milliseconds before seconds', { 'retry-after-ms': '1250', 'retry-after': '2' }, 1250],
    ['milliseconds that say nothing', { 'retry-after-ms': '0', 'retry-after': '2' }, 2000],
    ['zero', { 'retry-after': '0' }, 'jitter'],
    ['a negative number', { 'retry-after': '-5' }, 'jitter'],
    ['a word', { 'retry-after': 'later' }, 'jitter'],
    ['a minute', { 'retry-after': '60' }, 60_000],
    ['more than a minute', { 'retry-after': '61' }, 'not at all'],
    ['an hour', { 'retry-after': '3600' }, 'not at all'],
  ])('%s', async (_what, headers, wait) => {
    for (const status of [429, 503]) {
      const tried = await tryReply([{ status, headers }, good], { ...makeDeps(), random: () => 0.75 });
      if (wait === 'not at all')
        expect(tried, `${status}`).toMatchObject({ failure: { kind: 'backend-rejected', status }, tries: 1, waits: [] });
      else expect(tried, `${status}`).toMatchObject({ text: TEXT, tries: 2, waits: [wait === 'jitter' ? 375 : wait] });
    }
  });

  it('is spread over the whole of a room that doubles: full jitter', async () => {
    const waits: (readonly number[])[] = [];
    for (const random of [0, 0.25, 0.5, 0.999])
      waits.push((await tryReply([{ status: 500 }], { ...makeDeps(), random: () => random })).waits);
    expect(waits).toEqual([
      [0, 0],
      [125, 250],
      [250, 500],
      [499.5, 999],
    ]);
  });
});
