import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { defaultBudget } from '../../utils/domain/spending.ts';
import { arrange, button, draftOf, readSettings, sayBy, shownText } from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const REPLY = 'A password reset link is valid for 60 minutes. [1]';

let world: DraftingWorld;
let desk: Desk;
let asked = 0;
const newQuestion = (): string => `${QUESTION} Case ${(asked += 1)}.`;
beforeAll(async () => {
  world = await createDraftingWorld();
  world.extension.context.setDefaultTimeout(10_000);
  desk = await openDesk(world);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await arrange(world, { budget: defaultBudget });
  sayBy(world, { draft: REPLY, edit: REPLY });
});

/** Options, opened anew: figures are read when the page opens. */
async function withOptions(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.extension.openOwnPage('options.html');
  await use(page);
  await page.close();
}

/** Today and this month. */
async function readSpent(page: Page): Promise<string[]> {
  const spent = page.locator('.spent dd');
  await spent.first().waitFor();
  return spent.allInnerTexts();
}

it('prices given in Options are counted for each request, and the day’s sum is shown there', async () => {
  await withOptions(async (page) => {
    const backend = page.getByRole('region', { name: 'Backend' });
    await backend.getByLabel('Price of a million tokens sent').fill('1000');
    await backend.getByLabel('Price of a million tokens received').fill('2000');
    await backend.getByRole('button', { name: 'Save', exact: true }).click();
    await backend.getByText('Saved. The next draft is written by it.').waitFor();
    expect(await readSpent(page)).toEqual(['no request', 'no request']);
  });
  const before = world.model.requests.length;
  await draftOf(world, desk, newQuestion());
  await draftOf(world, desk, newQuestion());
  const sent = world.model.requests.slice(before);
  expect(sent).toHaveLength(2);
  // As the server counts: four characters a token.
  const count = (text: string): number => Math.ceil(text.length / 4);
  const input = sent.map(({ body }) => count(body.messages.map(({ content }) => content).join('')));
  const tokens = { input: input.reduce((sum, one) => sum + one, 0), output: 2 * count(REPLY) };
  const money = (tokens.input * 1000 + tokens.output * 2000) / 1_000_000;
  await withOptions(async (page) => {
    const [today = '', month] = await readSpent(page);
    expect(today).toContain(`2 requests, ${(tokens.input + tokens.output).toLocaleString()} tokens`);
    expect(today).toContain(money.toFixed(2));
    expect(month).toBe(today);
  });
  await button(desk.panel, 'How it was made').click();
  await desk.panel
    .getByRole('region', { name: 'How this draft was made' })
    .getByText(/tokens · .*\d\.\d\d/)
    .waitFor();
});

it('once the day’s limit is reached nothing is sent: the embedded drafter writes, and says why and where the limit is', async () => {
  await withOptions(async (page) => {
    const field = page.getByRole('region', { name: 'Spending' }).getByLabel('At most a day, tokens');
    await field.fill('100');
    await field.blur();
    await expect.poll(async () => (await readSettings(world)).budget.dayTokens).toBe(100);
  });
  const before = world.model.requests.length;
  await draftOf(world, desk, newQuestion());
  expect(await shownText(desk)).toContain('60 minutes');
  const notice = desk.panel.locator('.notice', { hasText: 'put together in your browser' });
  expect(await notice.innerText()).toContain('Today’s tokens are used up.');
  expect(await desk.panel.locator('.ledger-line').innerText()).toContain('drafted in the browser');
  await button(desk.panel, /^Refine/).click();
  await button(desk.panel, /^Simpler/).click();
  await desk.panel
    .locator('.notice', { hasText: 'Not refined: Today’s tokens are used up.' })
    .getByText(/Spending/)
    .waitFor();
  expect(world.model.requests.length, 'nothing was sent').toBe(before);
});

it('a day’s money and one draft’s money are limits too', async () => {
  const before = world.model.requests.length;
  for (const [limit, said] of [
    [{ dayMoney: 0.01 }, 'Today’s money is used up.'],
    [{ draftMoney: 0.01 }, 'This draft has used up its money.'],
    [{ team: { monthMoney: 0.02, agents: 2 } }, 'This browser’s share of the team’s money for the month is used up.'],
  ] as const) {
    await arrange(world, { budget: { ...defaultBudget, ...limit } });
    await draftOf(world, desk, newQuestion());
    await desk.panel.locator('.notice', { hasText: said }).waitFor();
  }
  expect(world.model.requests.length).toBe(before);
});

it('an identical request is answered from the last one: the server sees one; drafting again asks anew', async () => {
  const before = world.model.requests.length;
  const question = newQuestion();
  await draftOf(world, desk, question);
  const first = await shownText(desk);
  await draftOf(world, desk, question);
  expect(await shownText(desk)).toBe(first);
  expect(world.model.requests.length - before).toBe(1);
  await desk.panel.locator('.panel-scroll').focus();
  await desk.panel.keyboard.press('g');
  await expect.poll(() => world.model.requests.length - before).toBe(2);
});

it('a limit that is no number is refused beside its field, and nothing is saved', async () => {
  await withOptions(async (page) => {
    const field = page.getByRole('region', { name: 'Spending' }).getByLabel('At most a day, money');
    await field.fill('ten');
    await field.blur();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect((await readSettings(world)).budget).toEqual(defaultBudget);
  });
});
