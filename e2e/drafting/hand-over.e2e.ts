import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOutcomes } from '../support/own-data.ts';
import { boxText, button, sayBy, shownText, waitForDraft } from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const THREAT = `${QUESTION} If this is not solved today, my lawyer will sue you.`;

let world: DraftingWorld;
let desk: Desk;
beforeAll(async () => {
  world = await createDraftingWorld();
  world.extension.context.setDefaultTimeout(10_000);
  desk = await openDesk(world);
  sayBy(world, { draft: 'A password reset link is valid for 60 minutes. [1]' });
  await desk.show(await world.ask(THREAT));
  await desk.panel.getByRole('heading', { name: 'This needs a person' }).waitFor();
});
afterAll(() => world?.close());

it('a ticket with a legal threat gets no draft: no request is sent, and the words that gave the reason are shown', async () => {
  expect(world.model.requests).toEqual([]);
  expect(await desk.panel.locator('.ledger-line').innerText()).toBe('Nothing was sent: risk found in the browser');
  expect(await desk.panel.getByRole('region', { name: 'What it says' }).locator('mark').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/lawyer|sue/)]),
  );
  expect(await desk.panel.locator('.draft').count()).toBe(0);
  expect((await readOutcomes(world.own)).at(-1)).toMatchObject({ step: 'abstained', reason: 'handed-over' });
});

it('the note for colleagues is refused by a box that writes to the requester, and goes into an internal note', async () => {
  const before = await boxText(desk);
  await button(desk.panel, /^Insert as internal note/).click();
  await desk.panel.getByText('Not inserted: the box writes to the requester').waitFor();
  expect(await boxText(desk)).toBe(before);
  await desk.ticket.getByRole('button', { name: 'Internal note' }).click();
  await button(desk.panel, /^Insert as internal note/).click();
  await desk.panel.getByText('The note is in the box. It is not saved.').waitFor();
  expect(await boxText(desk)).toMatch(/lawyer|sue/);
  expect((await readOutcomes(world.own)).map(({ step }) => step)).not.toContain('inserted');
  expect(world.model.requests).toEqual([]);
});

it('“Draft anyway” drafts with the risk in sight', async () => {
  await button(desk.panel, 'Draft anyway').click();
  await waitForDraft(desk);
  expect(await shownText(desk)).toContain('60 minutes');
  expect(world.model.requests.length).toBeGreaterThan(0);
  await desk.panel.locator('.notice', { hasText: /lawyer|sue/ }).waitFor();
});

it('who says too little is asked one question, which can be inserted', async () => {
  await desk.show(await askAboutNothing('It does not work.'));
  await desk.panel.getByRole('heading', { name: /^No draft/ }).waitFor();
  const question = await desk.panel.getByRole('region', { name: 'Question to ask' }).locator('.card-quote').innerText();
  expect(question).toMatch(/\?/);
  await button(desk.panel, /^Insert the question/).click();
  await desk.panel.getByText('The question is in the box. It is not sent.').waitFor();
  expect(await boxText(desk)).toContain(question.split('\n')[0]);
});

/** A ticket whose subject says nothing either. */
async function askAboutNothing(text: string): Promise<string> {
  const id = await world.helpdesk.addTicket({ subject: 'Help' });
  await fetch(`${world.helpdesk.url}/simulate/tickets/${id}/requester-message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  return id;
}
