import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Triage } from '../../utils/domain/triage.ts';
import { readDrafts } from '../support/own-data.ts';
import { arrange, draftOf } from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const topics = {
  'sign-in trouble': ['password reset link', 'reset link expired', 'forgot my password', 'password link does not work'],
  'team invoices': ['invoice is missing', 'VAT number on the invoice', 'charged twice on my invoice', 'send the invoice again'],
  'export wishes': ['export the project', 'download all files', 'export as archive', 'copy of our data as archive'],
} as const;
const openings = ['Hello,', 'Hi team,', 'Good morning,', 'Please help:', 'Dear support,'];
const closings = ['thanks', 'how long does it take?', 'what should I do?', 'it is urgent', 'regards from Ada'];

/** Tagged tickets of three topics, no two alike; `more` of each make the fitting longer. */
function makeTable(more = 1): string {
  const rows = Object.entries(topics).flatMap(([label, phrases]) =>
    phrases.flatMap((phrase) =>
      openings.flatMap((opening) =>
        closings.flatMap((closing) =>
          Array.from({ length: more }, (_, at) => `"${opening} ${phrase}, ${closing} ${at === 0 ? '' : `ref${at}`}",${label}`),
        ),
      ),
    ),
  );
  return ['text,label', ...rows].join('\n');
}

let world: DraftingWorld;
let desk: Desk;
let options: Page;
let intents: Locator;
let asked = 0;
beforeAll(async () => {
  world = await createDraftingWorld();
  world.extension.context.setDefaultTimeout(10_000);
  await arrange(world, { backend: { kind: 'embedded' } });
  desk = await openDesk(world);
  options = await world.extension.openOwnPage('options.html');
  intents = options.getByRole('region', { name: 'Intents' });
});
afterAll(() => world?.close());

const learn = (text: string, name = 'tagged.csv'): Promise<void> =>
  intents.getByLabel('File with tagged tickets').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function triageOfNext(): Promise<Triage | undefined> {
  await draftOf(world, desk, `${QUESTION} Case ${(asked += 1)}.`);
  const outcome = (await readDrafts(world.own)).at(-1)?.outcome;
  return outcome?.kind === 'drafted' ? outcome.draft.triage : undefined;
}

it('before, the general classifier that comes along names the intent', async () => {
  await intents.getByText('27 general support intents are used.').waitFor();
  expect((await triageOfNext())?.intent?.label).not.toBe('sign-in trouble');
});

it('fitting on a few hundred tagged tickets ends, shows how often it is right, and the next draft has the team’s label', async () => {
  await learn(makeTable());
  await intents.getByText('3 intents of yours').waitFor({ timeout: 40_000 });
  expect(await intents.innerText()).toMatch(/learnt from 300 tickets\.\s+Right on (?:\d+%|\d+ of) /);
  const triage = await triageOfNext();
  expect(triage?.intent?.label).toBe('sign-in trouble');
  expect(triage?.intent?.probability).toBeGreaterThan(0.5);
}, 240_000);

it('cancelling leaves the old one in use', async () => {
  await learn(makeTable(30));
  await intents.getByText('Learning from 9,000 tickets.').waitFor();
  await intents.getByRole('button', { name: 'Cancel' }).click();
  await intents.getByRole('button', { name: 'Learn from tagged tickets' }).waitFor();
  expect(await intents.innerText()).toContain('learnt from 300 tickets');
  expect((await triageOfNext())?.intent?.label).toBe('sign-in trouble');
});

it.each<[string, string, string, RegExp]>([
  ['a row without text', 'text,label\nHello,billing\n,billing\n', 'tagged.csv', /Row 3 has a label but no text\. Fill in/],
  ['no column of labels', 'text,queue\nHello,billing\n', 'tagged.csv', /Row 2 has no “label”.*Name the label “label”/],
  ['an open quotation mark', 'text,label\n"Hello,billing\n', 'tagged.csv', /quotation mark is not closed\. Close it/],
  ['a line that is no JSON', '{"text": "Hello", "label": "billing"}\n{"text": \n', 'tagged.jsonl', /Line 2/],
  ['too few of a label', 'text,label\nHello there,a\nBye now,b\n', 'tagged.csv', /at least 10|10 tickets/],
])('a bad file is refused with where and what to do, and the old one stays: %s', async (_what, text, name, said) => {
  await learn(text, name);
  await intents.locator('.notice', { hasText: 'Nothing was learnt' }).getByText(said).waitFor();
  expect(await intents.innerText()).toContain('learnt from 300 tickets');
});

it('“Use the general ones” takes the team’s away, from the next draft on', async () => {
  await intents.getByRole('button', { name: 'Use the general ones' }).click();
  await intents.getByText('27 general support intents are used.').waitFor();
  expect((await triageOfNext())?.intent?.label).not.toBe('sign-in trouble');
});
