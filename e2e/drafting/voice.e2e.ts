import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { readDrafts } from '../support/own-data.ts';
import { arrange, askedFor, draftOf, openDraft, sayBy, shownText, wordsOf } from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

let world: DraftingWorld;
let desk: Desk;
let options: Page;
let voice: Locator;
let asked = 0;
const newQuestion = (): string => `${QUESTION} Case ${(asked += 1)}.`;
beforeAll(async () => {
  world = await createDraftingWorld();
  world.extension.context.setDefaultTimeout(10_000);
  await arrange(world, { backend: { kind: 'embedded' } });
  desk = await openDesk(world);
  options = await world.extension.openOwnPage('options.html');
  voice = options.getByRole('region', { name: 'Voice' });
});
afterAll(() => world?.close());

async function save(change: Readonly<Record<string, string>>): Promise<void> {
  await options.bringToFront();
  for (const [label, text] of Object.entries(change)) await voice.getByLabel(label, { exact: false }).first().fill(text);
  await voice.getByRole('button', { name: 'Save as new version' }).click();
  await voice.getByText(/is in use from the next draft on/).waitFor();
}

it('a version saved in Options greets and closes the next draft of the embedded drafter', async () => {
  await save({ Greeting: 'Ahoy {name},', Closing: 'Fair winds,' });
  await draftOf(world, desk, newQuestion());
  const text = await shownText(desk);
  expect(text).toMatch(/^Ahoy Alex,/);
  expect(text).toContain('Fair winds,');
  expect(text).toContain('60 minutes');
  expect((await readDrafts(world.own)).at(-1)).toMatchObject({ outcome: { draft: { voice: { version: 1 } } } });
});

it('it reaches the prompt of a model, with its house rules', async () => {
  await world.useBackend(world.model.baseUrl);
  sayBy(world, { draft: 'Ahoy Alex,\n\nA password reset link is valid for 60 minutes. [1]\n\nFair winds,' });
  await options.bringToFront();
  const rules = voice.getByLabel('House rules');
  await rules.fill('Never promise a discount.');
  await save({});
  await draftOf(world, desk, newQuestion());
  const request = world.model.requests.findLast((one) => askedFor(one) === 'draft');
  const words = request ? wordsOf(request) : '';
  expect(words).toContain('Ahoy {name},');
  expect(words).toContain('Fair winds,');
  expect(words).toContain('Never promise a discount.');
  expect(await desk.panel.locator('.claim-unsupported').count()).toBe(0);
});

it('a queue with a voice of its own gets that one, and others go on with theirs', async () => {
  await arrange(world, { backend: { kind: 'embedded' } });
  await options.bringToFront();
  await voice.getByRole('button', { name: 'Add a voice' }).click();
  await voice.getByLabel('Name of the new voice').fill('Billing voice');
  await voice.getByRole('button', { name: 'Add', exact: true }).click();
  await voice.getByLabel('Queues').fill('Billing');
  await voice.getByRole('button', { name: 'Save tickets and name' }).click();
  await voice.getByText('Saved. The next draft goes by it.').waitFor();
  await save({ Greeting: 'Dear {name},' });
  await openDraft(desk, world.helpdesk.idOf('proration'));
  expect(await shownText(desk)).toMatch(/^Dear Hannah/);
  await openDraft(desk, world.helpdesk.idOf('invite-member'));
  expect(await shownText(desk)).toMatch(/^Ahoy Owen/);
});

it('going back to a version adds one that equals it; the next draft is as it was then', async () => {
  await options.bringToFront();
  await voice.getByRole('list', { name: 'Voices' }).getByRole('button').first().click();
  await save({ Greeting: 'Moin {name},' });
  await draftOf(world, desk, newQuestion());
  expect(await shownText(desk)).toMatch(/^Moin Alex,/);
  await options.bringToFront();
  await voice.getByRole('button', { name: 'Go back to version 1' }).click();
  await voice.getByText('The same as version 1 again.').waitFor();
  await draftOf(world, desk, newQuestion());
  expect(await shownText(desk)).toMatch(/^Ahoy Alex,/);
  expect((await readDrafts(world.own)).at(-1)).toMatchObject({ outcome: { draft: { voice: { version: 4 } } } });
});
