import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readDrafts } from '../support/own-data.ts';
import { arrange, askedFor, button, draftOf, insert, readSettings } from './desk-steps.ts';
import { createDraftingWorld, openDesk, QUESTION, type Desk, type DraftingWorld } from './drafting-world.ts';

const SCHEMA = {
  type: 'object',
  required: ['goal', 'urgency'],
  properties: {
    goal: { type: 'string', description: 'What the requester wants', maxLength: 60 },
    urgency: { type: 'string', enum: ['low', 'high'] },
    follow_up_on: { type: 'string', format: 'date' },
    solved: { type: 'boolean' },
  },
};

let world: DraftingWorld;
let desk: Desk;
let options: Page;
let asked = 0;
beforeAll(async () => {
  world = await createDraftingWorld();
  world.extension.context.setDefaultTimeout(10_000);
  desk = await openDesk(world);
  options = await world.extension.openOwnPage('options.html');
});
afterAll(() => world?.close());

/** The model drafts, and answers every question for JSON with this value. */
function answerJson(value: unknown): void {
  world.model.setMood((request) =>
    askedFor(request) === 'json'
      ? {
          body: JSON.stringify({
            object: 'chat.completion',
            model: 'obeying-model',
            choices: [{ index: 0, message: { role: 'assistant', content: JSON.stringify(value) }, finish_reason: 'stop' }],
          }),
        }
      : { text: 'A password reset link is valid for 60 minutes. [1]' },
  );
}

async function openInserted(): Promise<void> {
  await draftOf(world, desk, `${QUESTION} Case ${(asked += 1)}.`);
  await insert(desk);
}
const note = () => desk.panel.getByRole('region', { name: 'Case note' });

it('fields are taken from a JSON Schema; what is none is refused in words and changes nothing', async () => {
  const section = options.getByRole('region', { name: 'Case note' });
  await section.getByRole('button', { name: 'Define fields' }).click();
  const field = section.getByRole('textbox', { name: 'Fields' });
  for (const [text, said] of [
    ['{"type": "object", ', /This is not JSON\. Paste/],
    [JSON.stringify({ properties: { tags: { type: 'array' } } }), /tags/],
  ] as const) {
    await field.fill(text);
    await section.getByRole('button', { name: 'Save' }).click();
    await section.locator('.notice', { hasText: 'Not saved' }).getByText(said).waitFor();
    expect((await readSettings(world)).caseFields ?? []).toEqual([]);
  }
  await field.fill(JSON.stringify(SCHEMA));
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByRole('rowheader', { name: 'urgency' }).waitFor();
  expect((await readSettings(world)).caseFields).toMatchObject([
    { name: 'goal', kind: 'text', isRequired: true, maxLength: 60 },
    { name: 'urgency', kind: 'choice', choices: ['low', 'high'], isRequired: true },
    { name: 'follow_up_on', kind: 'date', isRequired: false },
    { name: 'solved', kind: 'yes-no', isRequired: false },
  ]);
});

it('a note by the model that fits says so; it was asked for in the team’s own schema', async () => {
  answerJson({ goal: 'Know how long the link is valid', urgency: 'low', follow_up_on: '2026-11-30', solved: true });
  await openInserted();
  await button(desk.panel, 'Write the case note').click();
  await note().getByText('Every field fits.').waitFor();
  await note().getByText('written by the model').waitFor();
  expect(await note().getByLabel(/^Goal/).inputValue()).toBe('Know how long the link is valid');
  expect(JSON.stringify(world.model.requests.at(-1)?.body.schema)).toContain('"enum":["low","high"]');
});

it('what does not fit is named beside its field, kept out of the note, and put right by hand', async () => {
  answerJson({ goal: 'Know how long the link is valid', urgency: 'apocalyptic', follow_up_on: 'next Tuesday' });
  await openInserted();
  await button(desk.panel, 'Write the case note').click();
  await note().getByText('2 of 4 fields need you.').waitFor();
  for (const name of [/^Urgency/, /^Follow up on/])
    expect(await note().getByLabel(name).getAttribute('aria-invalid'), String(name)).toBe('true');
  expect(await note().getByLabel(/^Goal/).getAttribute('aria-invalid')).toBeNull();
  const stored = (await readDrafts(world.own)).at(-1)?.caseNote;
  expect(stored?.problems.map(({ field }) => field)).toEqual(['urgency', 'follow_up_on']);
  expect(Object.keys(stored?.values ?? {})).toEqual(['goal']);
  await note()
    .getByLabel(/^Urgency/)
    .selectOption('low');
  await note()
    .getByLabel(/^Follow up on/)
    .fill('2026-11-24');
  await note().getByText('Every field fits.').waitFor();
});

it('a model that fails leaves the inserted reply, and says that no note was written', async () => {
  await openInserted();
  world.model.setMood({ status: 500 });
  await button(desk.panel, 'Write the case note').click();
  await desk.panel
    .locator('.notice', { hasText: 'No note was written' })
    .getByText(/Try|try|check/i)
    .first()
    .waitFor();
  await desk.panel.getByText('The reply is in the box.').waitFor();
});

it('without a model the note is filled from the ticket, and what it does not say is left to the agent', async () => {
  await arrange(world, { backend: { kind: 'embedded' } });
  const before = world.model.requests.length;
  await openInserted();
  await button(desk.panel, 'Write the case note').click();
  await note().getByText('filled from the ticket').waitFor();
  expect(await note().getByLabel(/^Goal/).inputValue()).toMatch(/reset link/i);
  expect(world.model.requests.length).toBe(before);
});

it('intent and summary are asked of the model only when that is set, once the draft is there', async () => {
  await world.useBackend(world.model.baseUrl);
  const extras = {
    intent: 'link_lifetime',
    urgency: 'high',
    sentiment: 'neutral',
    risks: [{ kind: 'churn', quote: 'password reset link' }],
    tags: ['reset'],
    summary: { goal: 'Learn how long a link lasts', blocks: '', promised: [], next: 'Answer' },
  };
  answerJson(extras);
  await draftOf(world, desk, `${QUESTION} Case ${(asked += 1)}.`);
  expect(world.model.requests.filter((request) => askedFor(request) === 'json' && request.text.includes('sentiment'))).toEqual(
    [],
  );
  await arrange(world, { askExtras: true });
  await draftOf(world, desk, `${QUESTION} Case ${(asked += 1)}.`);
  await desk.panel.getByText('Learn how long a link lasts').first().waitFor();
  expect((await readDrafts(world.own)).at(-1)).toMatchObject({
    outcome: {
      draft: {
        triage: { by: 'model', urgency: 'high', intent: { label: 'link_lifetime' } },
        summary: { by: 'model' },
        risks: [{ kind: 'churn' }],
      },
    },
  });
});
