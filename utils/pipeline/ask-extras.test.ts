import { expect, it } from 'vitest';
import { askExtras } from './ask-extras.ts';
import { asks, deps, makeModel, message, ticketWith } from './test-support.ts';

const good = {
  intent: 'reset_password',
  urgency: 'high',
  sentiment: 'negative',
  risks: [] as { kind: string; quote: string }[],
  tags: ['a', 'b', 'c', 'd', 'e', 'f'],
  summary: { goal: 'Reset', blocks: 'Link', promised: [], next: 'Reply' },
};
const ask = (said: unknown, ticket = asks, change = {}) =>
  askExtras(
    { ticket, language: 'de', draftId: 'd1' },
    deps([], { models: { chat: makeModel(JSON.stringify(said)) }, ...change }),
    new AbortController().signal,
  );

it('triage and summary are the model’s, at most five tags, in the language that was asked for', async () => {
  const { triage, summary } = await ask(good);
  expect(triage).toMatchObject({ by: 'model', urgency: 'high', intent: { label: 'reset_password' } });
  expect(triage?.tags).toHaveLength(5);
  expect(summary).toMatchObject({ by: 'model', language: 'de', goal: 'Reset' });
});

it('an answer that does not fit names the field, and nothing of it is used', async () => {
  await expect(ask({ ...good, urgency: 'very' })).rejects.toMatchObject({
    failure: { kind: 'model-nonsense', why: '"urgency" does not fit' },
  });
});

it('a risk counts only with words that the requester wrote, in public, and only as a warning', async () => {
  const ticket = ticketWith(
    message('requester', 'I want this sorted or else.'),
    message('agent', 'Secret: he may go elsewhere.', 'internal'),
  );
  const risks = [
    { kind: 'churn', quote: 'or else' },
    { kind: 'safety', quote: 'he may go elsewhere' },
    { kind: 'privacy', quote: 'never written' },
    { kind: 'abuse', quote: ' ' },
  ];
  const found = (await ask({ ...good, risks }, ticket)).risks ?? [];
  expect(found.map(({ kind, level }) => [kind, level])).toEqual([['churn', 'warn']]);
  expect(found[0]?.quotes[0]).toMatchObject({ text: 'or else', start: 19, end: 26 });
});

it('a kind of risk that is switched off is not added by a model', async () => {
  const { escalation } = deps([]);
  const risks = [{ kind: 'churn', quote: 'password' }];
  expect((await ask({ ...good, risks }, asks, { escalation: { ...escalation, churn: 'off' } })).risks).toEqual([]);
});

it('without a model there are none', async () => {
  await expect(ask(good, asks, { models: {} })).rejects.toMatchObject({ failure: { kind: 'model-unavailable' } });
});
