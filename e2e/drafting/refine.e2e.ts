import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readDrafts } from '../support/own-data.ts';
import {
  arrange,
  askedFor,
  button,
  draftOf,
  insert,
  openRefine,
  refine,
  sayBy,
  shownText,
  waitForDraft,
  wordsOf,
} from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const DRAFT =
  'Hello Alex,\n\nA password reset link is valid for 60 minutes. [1] Asking for a new link makes every older link invalid. [1]';
const SHORTER = 'A reset link is valid for 60 minutes. [1] A new link makes every older link invalid. [1]';
const DROPS = 'A password reset link is valid for a while. [1] Asking for a new link makes every older link invalid. [1]';

let world: DraftingWorld;
let desk: Desk;
let asked = 0;
/** No request like another, so that no answer of before serves. */
const newQuestion = (): string => `${QUESTION} Case ${(asked += 1)}.`;
beforeAll(async () => {
  world = await createDraftingWorld();
  world.extension.context.setDefaultTimeout(10_000);
  desk = await openDesk(world);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await arrange(world, { strategy: 'retrieval', agentLanguage: 'en' });
  await world.useBackend(world.model.baseUrl);
  sayBy(world, { draft: DRAFT, edit: SHORTER });
});

it('“Shorter” makes a new version with its difference; the one before is taken back from the list, and is what gets inserted', async () => {
  await draftOf(world, desk, newQuestion());
  const first = await shownText(desk);
  await refine(desk, 'Shorter');
  await expect.poll(() => shownText(desk)).toContain('A reset link is valid');
  const request = world.model.requests.at(-1);
  expect(request && wordsOf(request)).toMatch(/shorter[\s\S]*A password reset link is valid for 60 minutes\. \[1\]/);

  await openRefine(desk);
  const versions = desk.panel.getByRole('region', { name: 'Versions' });
  const newest = versions.getByRole('listitem').first();
  expect(await newest.innerText()).toContain('Shorter');
  await newest.getByText('What changed').click();
  expect(await newest.locator('del').allInnerTexts()).toContain('password');
  await versions.getByRole('button', { name: /^First draft/ }).click();
  await button(desk.panel, /^Back/).click();
  await expect.poll(() => shownText(desk)).toBe(first);
  expect(await insert(desk)).toContain('A password reset link is valid for 60 minutes.');
});

it('a refinement after an edit starts from the edit, and Insert inserts the refinement that is shown', async () => {
  await draftOf(world, desk, newQuestion());
  await button(desk.panel, /^Edit/).click();
  await desk.panel.getByRole('textbox').fill('A password reset link is valid for 60 minutes, Alex.');
  await button(desk.panel, /^Done/).click();
  await expect.poll(() => shownText(desk)).toContain('60 minutes, Alex');
  sayBy(world, { edit: 'It is valid for 60 minutes, Alex. [1]' });
  await refine(desk, 'Shorter');
  await expect.poll(() => shownText(desk)).toContain('It is valid for 60 minutes');
  expect(wordsOf(world.model.requests.at(-1) ?? fail())).toContain('60 minutes, Alex');
  const inserted = await insert(desk);
  expect(inserted).toContain('It is valid for 60 minutes, Alex.');
  expect(inserted).not.toContain('A password reset link');
});

it('a refinement that drops a fact is asked for once more, then kept, marked and not used, until the agent uses it anyway', async () => {
  await draftOf(world, desk, newQuestion());
  sayBy(world, { edit: DROPS });
  const before = world.model.requests.length;
  await refine(desk, 'Friendlier');
  const notice = desk.panel.locator('.notice', { hasText: 'The new version changed facts, so it is not used' });
  await notice.waitFor();
  expect(world.model.requests.length - before).toBe(2);
  expect(await notice.innerText()).toContain('60 minutes');
  expect(await shownText(desk)).toContain('valid for 60 minutes');
  await notice.getByRole('button', { name: 'Use it anyway' }).click();
  await expect.poll(() => shownText(desk)).toContain('valid for a while');
  expect(await insert(desk)).toContain('valid for a while');
});

it('a fact for this ticket drafts again and is cited as from the agent', async () => {
  await draftOf(world, desk, newQuestion());
  sayBy(world, { draft: 'The outage ended at 14:05. [1] A password reset link is valid for 60 minutes. [2]' });
  const menu = await openRefine(desk);
  await menu.getByLabel('A fact for this ticket').fill('The outage ended at 14:05.');
  await menu.getByLabel('A fact for this ticket').press('Enter');
  await desk.panel.locator('.source-title', { hasText: 'From you' }).waitFor();
  await waitForDraft(desk);
  expect(await shownText(desk)).toContain('The outage ended at 14:05.');
  expect(await desk.panel.locator('.claim-unsupported').count()).toBe(0);
  expect(wordsOf(world.model.requests.at(-1) ?? fail())).toContain('The outage ended at 14:05.');
});

it('translating changes the language of the reply, and what is inserted', async () => {
  await draftOf(world, desk, newQuestion());
  const german =
    'Hallo Alex,\n\nein Link zum Zurücksetzen des Passworts ist 60 Minuten gültig. [1] Ein neuer Link macht jeden älteren ungültig. [1]';
  sayBy(world, { edit: german });
  const menu = await openRefine(desk);
  await menu.getByLabel('Translate into').selectOption('de');
  await menu.getByRole('button', { name: 'Translate' }).click();
  await expect.poll(() => shownText(desk)).toContain('60 Minuten gültig');
  expect(await desk.panel.locator('.draft').getAttribute('lang')).toBe('de');
  expect(await desk.panel.locator('.ticket-people').innerText()).toContain('German');
  expect(await insert(desk)).toContain('60 Minuten gültig');
});

it('an instruction in the agent’s own words reaches the model and names the version', async () => {
  await draftOf(world, desk, newQuestion());
  const menu = await openRefine(desk);
  await menu.getByLabel('Or say it in your words').fill('mention the older links first');
  await menu.getByLabel('Or say it in your words').press('Enter');
  await expect.poll(() => shownText(desk)).toContain('A reset link is valid');
  expect(wordsOf(world.model.requests.at(-1) ?? fail())).toContain('mention the older links first');
  await openRefine(desk);
  await desk.panel.getByRole('button', { name: /^“mention the older links first”/ }).waitFor();
});

it('Stop during refining reaches the server and leaves the draft as it was', async () => {
  await draftOf(world, desk, newQuestion());
  const first = await shownText(desk);
  sayBy(world, { edit: SHORTER.repeat(20) }, { tokensPerSecond: 5 });
  const before = world.model.requests.length;
  await refine(desk, 'Simpler');
  const newest = () => world.model.requests.slice(before).find((request) => askedFor(request) === 'edit');
  await expect.poll(() => newest()?.tokens ?? 0).toBeGreaterThan(2);
  const request = newest();
  await button(desk.panel, /^Stop/).click();
  await waitForDraft(desk);
  expect(await shownText(desk)).toBe(first);
  await expect.poll(() => request?.closedAt).toBeDefined();
  expect((await readDrafts(world.own)).at(-1)?.versions).toHaveLength(1);
});

it('without a model the browser shortens, warms and formalises by itself; what needs a model says so', async () => {
  await arrange(world, { backend: { kind: 'embedded' } });
  const before = world.model.requests.length;
  await draftOf(world, desk, newQuestion());
  const first = await shownText(desk);
  for (const [step, check] of [
    ['Shorter', (text: string) => text.length < first.length],
    ['Friendlier', (text: string) => text !== first],
    ['More formal', (text: string) => text !== first],
  ] as const) {
    await refine(desk, step);
    await waitForDraft(desk);
    expect(check(await shownText(desk)), step).toBe(true);
    expect(await shownText(desk)).toContain('60 minutes');
  }
  const menu = await openRefine(desk);
  const simpler = menu.getByRole('button', { name: /^Simpler/ });
  expect(await simpler.getAttribute('aria-disabled')).toBe('true');
  expect(await simpler.getAttribute('title')).toBe('This needs a model. Choose one under Options → Backend.');
  expect(await menu.getByLabel('Translate into').isDisabled()).toBe(true);
  expect(await menu.getByLabel('Or say it in your words').isDisabled()).toBe(true);
  await menu.getByText('Simpler, translating and own words: this needs a model.').waitFor();
  await button(desk.panel, /^Back/).click();
  expect(world.model.requests.length).toBe(before);
});

it('“Read in English” shows a German reply in English, and never changes what is inserted', async () => {
  const german = 'Hallo Alex,\n\nein Link zum Zurücksetzen des Passworts ist 60 Minuten gültig. [1] Er funktioniert einmal. [1]';
  sayBy(world, {
    draft: german,
    translate: 'Hello Alex,\n\na link to reset the password is valid for 60 minutes. [1] It works once. [1]',
  });
  await draftOf(world, desk, `Guten Tag, wie lange ist ein Link zum Zurücksetzen des Passworts gültig? Fall ${(asked += 1)}.`);
  await button(desk.panel, 'Read in English').click();
  const aid = desk.panel.getByRole('region', { name: 'In English' });
  await aid.getByText('It works once.').waitFor();
  await aid.getByText('Only to read. What is inserted is the reply above.').waitFor();
  expect(await shownText(desk)).toContain('60 Minuten gültig');
  const inserted = await insert(desk);
  expect(inserted).toContain('60 Minuten gültig');
  expect(inserted).not.toContain('It works once');
});

function fail(): never {
  throw new Error('The server was asked nothing.');
}
