import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { OfferedTool } from '../../utils/domain/look-up.ts';
import type { StrategyId } from '../../utils/domain/strategy.ts';
import { startModelServer, type ModelServer } from '../servers/model-server/start-model-server.ts';
import { startOrderServer, type OrderServer } from '../servers/order-server.ts';
import { readDrafts, readOutcomes, readStore, sendFromPage } from '../support/own-data.ts';
import { arrange, askedFor, button, draftOf, readSettings, sayBy, shownText, waitForDraft, wordsOf } from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const FACTS = 'A password reset link is valid for 60 minutes. [1] Asking for a new link makes every older link invalid. [1]';

let world: DraftingWorld;
let desk: Desk;
let options: Page;
/** The team's own model for voice, at a server of its own. */
let styling: ModelServer;
let orders: OrderServer;
/** Who was asked for what, in the order in which the requests came. */
let log: string[] = [];
let asked = 0;
const newQuestion = (): string => `${QUESTION} Case ${(asked += 1)}.`;

beforeAll(async () => {
  [world, styling, orders] = await Promise.all([createDraftingWorld(), startModelServer(), startOrderServer()]);
  await sendFromPage(world.own, 'styling-save', { endpoint: { baseUrl: styling.baseUrl, model: 'voice-model' }, key: '' });
  world.extension.context.setDefaultTimeout(10_000);
  desk = await openDesk(world);
  options = await world.extension.openOwnPage('options.html');
});
afterAll(async () => {
  await world?.close();
  await styling?.close();
  await orders?.close();
});
beforeEach(async () => {
  log = [];
  say({ draft: FACTS, ground: FACTS }, { draft: FACTS, edit: FACTS });
  await arrange(world, { strategy: 'retrieval' });
  await world.useBackend(world.model.baseUrl);
});

type Texts = Parameters<typeof sayBy>[1];
function say(chat: Texts, voice: Texts): void {
  world.model.setMood((request) => {
    log.push(`chat ${askedFor(request)}`);
    const text = chat[askedFor(request)];
    return text === undefined ? {} : { text };
  });
  styling.setMood((request) => {
    log.push(`styling ${askedFor(request)}`);
    const text = voice[askedFor(request)];
    return text === undefined ? {} : { text };
  });
}

async function choose(name: RegExp): Promise<void> {
  const radio = options.getByRole('region', { name: 'Drafting' }).getByRole('radio', { name });
  await options.bringToFront();
  await radio.check();
  await expect.poll(() => radio.isChecked()).toBe(true);
}

const ledger = (): Promise<string> => desk.panel.locator('.ledger-line').innerText();

describe('what is changed in Options while the panel is open', () => {
  it('strategy: the draft in sight stays, the next one is made the new way, without a reload', async () => {
    await draftOf(world, desk, newQuestion());
    const first = await shownText(desk);
    const loaded = await desk.panel.evaluate(() => performance.timeOrigin);
    await choose(/^Prompt only/);
    await expect.poll(async () => (await readSettings(world)).strategy).toBe('prompt-only');
    expect(await shownText(desk)).toBe(first);
    await draftOf(world, desk, newQuestion());
    await button(desk.panel, 'How it was made').click();
    await desk.panel.getByText('Prompt only').waitFor();
    expect(await desk.panel.evaluate(() => performance.timeOrigin)).toBe(loaded);
    expect(await readDrafts(world.own)).toMatchObject([
      { outcome: { draft: { strategy: 'retrieval' } } },
      { outcome: { draft: { strategy: 'prompt-only' } } },
    ]);
  });

  it('backend: the draft in sight stays, the next one is written by the other', async () => {
    await draftOf(world, desk, newQuestion());
    const first = await shownText(desk);
    expect(await ledger()).toContain(`Sent to ${world.model.host}`);
    await options
      .getByRole('region', { name: 'Backend' })
      .getByRole('radio', { name: /^Embedded/ })
      .check();
    await expect.poll(async () => (await readSettings(world)).backend.kind).toBe('embedded');
    expect(await shownText(desk)).toBe(first);
    const before = log.length;
    await draftOf(world, desk, newQuestion());
    expect(await ledger()).toBe('Nothing was sent: drafted in the browser');
    expect(log.length).toBe(before);
  });

  it('voice: the draft in sight stays, the next one greets in the new one', async () => {
    await arrange(world, { backend: { kind: 'embedded' } });
    await draftOf(world, desk, newQuestion());
    const first = await shownText(desk);
    await options.bringToFront();
    const voice = options.getByRole('region', { name: 'Voice' });
    await voice.getByLabel('Greeting').first().fill('Ahoy {name},');
    await voice.getByRole('button', { name: 'Save as new version' }).click();
    await voice.getByText(/is in use from the next draft on/).waitFor();
    expect(await shownText(desk)).toBe(first);
    expect(first).not.toContain('Ahoy');
    await draftOf(world, desk, newQuestion());
    expect(await shownText(desk)).toContain('Ahoy Alex,');
  });
});

it('prompt only marks every statement and shows no source', async () => {
  await arrange(world, { strategy: 'prompt-only' });
  say({ draft: 'Hello Alex,\n\nA password reset link is valid for 60 minutes. It works once.\n\nKind regards' }, {});
  await draftOf(world, desk, newQuestion());
  expect(await desk.panel.locator('.claim-unsupported').count()).toBe(2);
  expect(await desk.panel.locator('.sources').count()).toBe(0);
  await desk.panel.getByText('0 of 2 statements supported').waitFor();
  expect(wordsOf(world.model.requests.at(-1) ?? nobody())).not.toMatch(/BEGIN source/);
});

it('prompt only still takes what the agent knows of the ticket, and cites it as from them', async () => {
  await arrange(world, { strategy: 'prompt-only' });
  await draftOf(world, desk, newQuestion());
  say({ draft: 'The outage ended at 14:05. [1]' }, {});
  await button(desk.panel, /^Refine/).click();
  const fact = desk.panel.getByLabel('A fact for this ticket');
  await fact.fill('The outage ended at 14:05.');
  await fact.press('Enter');
  await desk.panel.locator('.draft', { hasText: '14:05' }).waitFor();
  await waitForDraft(desk);
  expect(wordsOf(world.model.requests.at(-1) ?? nobody())).toContain('The outage ended at 14:05.');
  expect(await desk.panel.locator('.source-title').allInnerTexts()).toEqual(['From you']);
});

it('pinned context drafts from the article that is pinned in Options, and from no other', async () => {
  await options.bringToFront();
  const drafting = options.getByRole('region', { name: 'Drafting' });
  await drafting.getByText('Pinned articles').click();
  await drafting.getByLabel('Find an article to pin').fill('export projects');
  await drafting.getByRole('button', { name: 'Find' }).click();
  await drafting.getByRole('button', { name: /^Pin .*Exporting a single project/ }).click();
  await choose(/^Pinned context/);
  say({}, {});
  await draftOf(world, desk, newQuestion());
  expect(await desk.panel.locator('.source-title').allInnerTexts()).toEqual(['Exporting a single project']);
  const prompt = wordsOf(world.model.requests.at(-1) ?? nobody());
  expect(prompt).toContain('Exporting a single project');
  expect(prompt).not.toContain('valid for 60 minutes');
});

describe('hybrids ask the right model for the right thing, in their order', () => {
  it.each<[StrategyId, readonly string[]]>([
    ['hybrid-facts-first', ['chat draft', 'styling edit']],
    ['hybrid-voice-first', ['styling draft', 'chat ground']],
    ['fine-tuned', ['styling draft']],
  ])('%s', async (strategy, expected) => {
    await arrange(world, { strategy });
    await draftOf(world, desk, newQuestion());
    expect(log).toEqual(expected);
    expect(await shownText(desk)).toContain('valid for 60 minutes');
    const draft = (await readDrafts(world.own)).at(-1)?.outcome;
    const askedOf = draft?.kind === 'drafted' ? draft.draft.trace.flatMap((stage) => stage.asked?.model ?? []) : [];
    expect(askedOf).toEqual(expected.map((one) => (one.startsWith('chat') ? 'obeying-model' : 'voice-model')));
  });

  it('facts first: the styling model is given the checked reply and no source; a fact it changes is not taken over', async () => {
    await arrange(world, { strategy: 'hybrid-facts-first' });
    // Not a reply that was restyled before: an answer that is kept would stand in.
    say({ draft: `Thank you for asking. ${FACTS}` }, { edit: FACTS.replace('60 minutes', '90 minutes') });
    await draftOf(world, desk, newQuestion());
    expect(await shownText(desk)).toContain('60 minutes');
    expect(log).toEqual(['chat draft', 'styling edit', 'styling edit']);
    const given = wordsOf(styling.requests.at(-1) ?? nobody());
    expect(given).toContain('valid for 60 minutes. [1]');
    expect(given).not.toMatch(/BEGIN source/);
  });
});

describe('how it was made', () => {
  it('shows each stage, its tokens and exactly what was sent', async () => {
    await draftOf(world, desk, newQuestion());
    await button(desk.panel, 'How it was made').click();
    const trace = desk.panel.getByRole('region', { name: 'How this draft was made' });
    for (const stage of ['Understand the ticket', 'Find passages', 'Draft', 'Check each sentence'])
      await trace.getByText(stage, { exact: true }).waitFor();
    const drafted = trace.locator('details.ledger-part', { has: trace.page().getByText('Draft', { exact: true }) });
    expect(await drafted.locator('summary').first().innerText()).toMatch(/[\d,]+ \+ [\d,]+ tokens|tokens/);
    await drafted.locator('summary').first().click();
    await drafted.locator('.trace-part').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    const given = (await drafted.locator('.payload').allInnerTexts()).join('\n');
    expect(given).toContain(`Case ${asked}.`);
    expect(given).toContain('valid for 60 minutes');
    const sent = world.model.requests.at(-1)?.body.messages ?? [];
    // Every line between the fences is shown; fences themselves and the heading over the voice's list are form.
    const lines = sent.flatMap(({ content }) => content.split('\n').map((line) => line.replace(/^- /, '').trim()));
    const form = /[0-9a-f]{16}|^The team's voice\. /;
    const missing = lines.filter((line) => !form.test(line) && !given.includes(line));
    expect(lines.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it('values of live look-ups are in no stored draft, no trace and no kept answer', async () => {
    orders.mood.owner = 'alex@visitor.example';
    const server = { id: 'orders', url: orders.url };
    const offer = (await sendFromPage(world.own, 'look-up-offer', { server, secret: '' })) as {
      value: { tools: OfferedTool[] };
    };
    const tool = offer.value.tools.find(({ name }) => name === 'get_order') ?? nobody();
    await sendFromPage(world.own, 'look-up-save', {
      server: {
        ...server,
        name: 'Orders',
        timeoutMs: 5000,
        tools: [
          {
            name: tool.name,
            when: 'always',
            arguments: { number: { from: 'pattern', pattern: 'NW-\\d{6}' } },
            schemaHash: tool.schemaHash,
            mayChangeThings: false,
            ownerField: 'order.customer.email',
          },
        ],
      },
      secret: '',
    });
    say({ draft: 'Your order is on its way: it is shipped. [1] A password reset link is valid for 60 minutes. [2]' }, {});
    const id = await world.ask(`${newQuestion()} And where is my order NW-123456?`);
    await desk.show(id);
    await desk.panel.locator('.ticket-number', { hasText: `#${id}` }).waitFor();
    await waitForDraft(desk);
    expect(orders.calls).toHaveLength(1);
    expect(wordsOf(world.model.requests.at(-1) ?? nobody()), 'the model was given it').toContain('2026-11-19');
    const kept = JSON.stringify([
      ...(await readStore(world.own, 'drafts')),
      ...(await readStore(world.own, 'answers')),
      ...(await readOutcomes(world.own)),
    ]);
    expect(kept).not.toContain('2026-11-19');
    await button(desk.panel, 'How it was made').click();
    const trace = desk.panel.getByRole('region', { name: 'How this draft was made' });
    await trace.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    expect(await trace.innerText()).not.toContain('2026-11-19');
    await arrange(world, { lookUps: [] });
  });
});

it('the compare page drafts both ways side by side, keeps nothing and counts nothing', async () => {
  await draftOf(world, desk, newQuestion());
  await expect.poll(async () => (await readOutcomes(world.own)).at(-1)?.step).toBe('seen');
  const [drafts, outcomes] = [await readStore(world.own, 'drafts'), await readOutcomes(world.own)];
  const tabId = new URL(desk.panel.url()).searchParams.get('tab');
  const page = await world.extension.openOwnPage(`compare.html?tab=${tabId}`);
  await page.getByText('Reset link').waitFor();
  await page.getByRole('combobox', { name: 'Second strategy' }).selectOption('prompt-only');
  await page.getByRole('button', { name: 'Draft both' }).click();
  const left = page.getByRole('region', { name: 'First strategy' });
  const right = page.getByRole('region', { name: 'Second strategy' });
  await left.getByText('All 2 statements quoted').waitFor();
  await right.getByText('0 of 2 statements supported').waitFor();
  expect(await left.locator('.draft').innerText()).toContain('60 minutes');
  expect(await right.innerText()).toMatch(/1 request · [\d,]+/);
  expect(await readStore(world.own, 'drafts')).toEqual(drafts);
  expect(await readOutcomes(world.own)).toEqual(outcomes);
  await page.close();
});

function nobody(): never {
  throw new Error('Nothing was found or asked.');
}
