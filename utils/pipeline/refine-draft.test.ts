import { expect, it } from 'vitest';
import { toReplyText, type DraftSource, type RefineStep } from '../domain/draft.ts';
import { defaultVoiceProfile } from '../domain/voice.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { checkMarked } from './check-marked.ts';
import { refineDraft } from './refine-draft.ts';
import { asks, deps, makeModel, quoted, reply, reset } from './test-support.ts';

const sources: DraftSource[] = [{ number: 1, passage: reset.passage }];
const blocks = checkMarked(reply(quoted), sources, { ticket: asks, language: 'en', voice: defaultVoiceProfile });
const shorter = reply('A reset link is valid for 60 minutes and works once. [1]');
const dropped = reply('A reset link is valid for a while and works once. [1]');
const refine = (step: RefineStep, chat?: LanguageModel, styling?: LanguageModel) =>
  refineDraft(
    { draftId: 'd1', ticket: asks, blocks, sources, language: 'en', step },
    { ...deps([]), voice: defaultVoiceProfile, models: { ...(chat ? { chat } : {}), ...(styling ? { styling } : {}) } },
    new AbortController().signal,
    () => undefined,
  );

it('a refinement that keeps its facts is a version with its step, checked sentence by sentence', async () => {
  const chat = makeModel(shorter);
  const version = await refine({ kind: 'shorter' }, chat);
  expect(version).toMatchObject({ by: 'refiner', step: { kind: 'shorter' } });
  expect(version.text).toContain('A reset link is valid for 60 minutes');
  expect(version.blocks && toReplyText(version.blocks)).toBe(version.text);
  expect(version.changedFacts).toBeUndefined();
  expect(chat.asked).toHaveLength(1);
});

it('a changed fact is asked for once more, and a good second answer is the version', async () => {
  const chat = makeModel(dropped, shorter);
  expect((await refine({ kind: 'friendlier' }, chat)).changedFacts).toBeUndefined();
  expect(chat.asked).toHaveLength(2);
  expect(JSON.stringify(chat.asked[1])).toContain('60 minutes');
});

it('what changes facts twice is kept with the facts that it lost', async () => {
  const version = await refine({ kind: 'friendlier' }, makeModel(dropped));
  expect(version.changedFacts?.lost.join()).toContain('60');
  expect(version.text).toContain('for a while');
});

it('when nothing comes of the second try, the first is kept and marked', async () => {
  const version = await refine({ kind: 'friendlier' }, makeModel(dropped, { kind: 'backend-unreachable', host: 'h' }));
  expect(version.changedFacts?.lost.join()).toContain('60');
});

it('a model that fails or writes no reply makes no version', async () => {
  const unreachable = { kind: 'backend-unreachable', host: 'h' } as const;
  await expect(refine({ kind: 'shorter' }, makeModel(unreachable))).rejects.toMatchObject({ failure: unreachable });
  await expect(refine({ kind: 'shorter' }, makeModel('NO_ANSWER'))).rejects.toMatchObject({
    failure: { kind: 'model-nonsense' },
  });
});

it('a translation says its language, and is the chat model’s work', async () => {
  const styling = makeModel((): string => expect.fail('the styling model does not translate'));
  const german =
    'Hallo Lucía,\n\nein Link zum Zurücksetzen des Passworts ist 60 Minuten gültig und funktioniert einmal. [1]\n\nViele Grüße';
  const version = await refine({ kind: 'translate', language: 'de' }, makeModel(german), styling);
  expect(version).toMatchObject({ language: 'de', step: { kind: 'translate' } });
  expect(version.text).toContain('60 Minuten');
});

it('an instruction in the agent’s own words goes to the model for voice where there is one', async () => {
  const styling = makeModel(shorter);
  const chat = makeModel((): string => expect.fail('the styling model is there'));
  await refine({ kind: 'own', instruction: 'mention the older links' }, chat, styling);
  expect(JSON.stringify(styling.asked)).toContain('mention the older links');
});

it('without a model the browser does what needs none, and says so of the rest', async () => {
  expect((await refine({ kind: 'more-formal' })).text).toContain('60 minutes');
  for (const step of [{ kind: 'simpler' }, { kind: 'translate', language: 'de' }, { kind: 'own', instruction: 'x' }] as const)
    await expect(refine(step)).rejects.toMatchObject({ failure: { kind: 'model-unavailable', state: 'not-set' } });
});
