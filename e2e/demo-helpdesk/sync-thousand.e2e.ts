import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleSchema } from '../../utils/domain/passage.ts';
import { syncSchema, type Sync } from '../../utils/domain/sync.ts';
import { startHelpCentreServer, type HelpCentreServer } from '../servers/help-centre-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readStore, sendFromPage } from '../support/own-data.ts';

const WORDS =
  'account invoice refund link password device export import team seat plan upgrade owner billing address card bank transfer receipt period month year renewal trial domain user group role access token session browser app phone message file folder share report chart filter column field value rule alert limit storage backup history region'.split(
    ' ',
  );

let extension: Extension;
let place: HelpCentreServer;
let own: Page;

beforeAll(async () => {
  place = await startHelpCentreServer({ size: 1000, pageSize: 50 });
  for (const article of place.articles) article.text = writeText(article.id);
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
});
afterAll(async () => {
  await extension.close();
  await place.close();
});

/** Six paragraphs of about forty words, always the same for one seed. */
function writeText(seed: number): string {
  let state = seed;
  const next = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return WORDS[state % WORDS.length] ?? '';
  };
  const lines = Array.from({ length: 6 }, () => `${Array.from({ length: 40 }, next).join(' ')}.`);
  return [`Device ${seed} keeps its reset link for ${seed} minutes.`, ...lines].join('\n');
}

const readRow = async (): Promise<Sync | undefined> => (await readStore(own, 'syncs')).map((row) => syncSchema.parse(row))[0];

it('a help centre of a thousand articles can be searched while it is read, and says how far it is', async () => {
  await sendFromPage(own, 'source-add', {
    source: {
      id: 'thousand',
      kind: 'help-centre',
      name: 'Thousand',
      audience: 'public',
      importedAt: '2026-11-21T10:00:00.000Z',
      origin: { kind: 'help-centre', product: 'zendesk', baseUrl: place.url },
    },
    key: '',
  });
  const seen: number[] = [];
  const waits: number[] = [];
  let row: Sync | undefined;
  for (;;) {
    row = await readRow();
    if (row?.state !== 'running' && row?.state !== 'waiting') break;
    if (row.done !== seen.at(-1)) seen.push(row.done);
    if (row.done < 50) continue;
    const asked = performance.now();
    const answer = await sendFromPage(own, 'knowledge-search', {
      text: 'How long does device 1007 keep its reset link?',
      mayUse: ['public'],
      pool: 'articles',
      limit: 5,
    });
    waits.push(performance.now() - asked);
    expect(JSON.stringify(answer)).toContain('Device 1007 keeps its reset link for 1007 minutes');
  }
  expect(row).toMatchObject({ state: 'done', done: 1000, added: 1000 });
  expect(new Set((await readStore(own, 'articles')).map((each) => articleSchema.parse(each).id)).size).toBe(1000);
  expect(seen.length, 'steps that a page could see').toBeGreaterThan(10);
  expect(waits.length, 'searches that were answered meanwhile').toBeGreaterThan(20);
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number): string => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
  const tookMs = Date.parse(row?.steppedAt ?? '') - Date.parse(row?.startedAt ?? '');
  console.log(
    `Read in ${tookMs} ms; ${waits.length} searches meanwhile, from page to page: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}.`,
  );
}, 180_000);
