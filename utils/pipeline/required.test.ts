import { expect, it } from 'vitest';
import { assist, asks, codes, deps, makeModel, quoted, reply, reset, textOf } from './test-support.ts';

const readPinned = async () => [codes.passage];

it('what the agent pinned and said stands in the embedded drafter’s reply', async () => {
  const facts = ['Your account is unlocked again.'];
  const text = textOf(await assist(asks, deps([reset], { readPinned }), { pinned: ['codes'], facts }));
  expect(text).toContain('Your account is unlocked again.');
  expect(text).toContain('8-digit code');
  expect(text).toContain('valid for 60 minutes');
});

it('a model is told which sources the agent wants, and not of those that were taken back', async () => {
  const orders = async (without: ReadonlySet<string>): Promise<string> => {
    const chat = makeModel(reply(quoted));
    await assist(asks, deps([reset], { models: { chat }, readPinned }), { pinned: ['codes'], facts: ['It works.'], without });
    return chat.asked[0]?.messages[0]?.content ?? '';
  };
  expect(await orders(new Set())).toContain('use and cite each: source 1, source 2.');
  expect(await orders(new Set(['codes']))).toContain('use and cite each: source 1.');
});

it('a fact is a source in the language that the agent wrote it in', async () => {
  const outcome = await assist(asks, deps([reset]), { facts: ['Das Konto ist wieder frei und die Störung ist vorbei.'] });
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { language: 'en', sources: [{ passage: { locale: 'de' } }, {}] } });
});
