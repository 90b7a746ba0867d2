import { expect, it } from 'vitest';
import { findStrategy, needsOf } from '../domain/strategy.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import {
  asks,
  assist,
  by,
  codes,
  deps,
  makeModel,
  quoted,
  ranked,
  reply,
  reset,
  stagesOf,
  textOf,
  withModel,
} from './test-support.ts';

const never = makeModel((): string => expect.fail('the model must not be asked'));

it('prompt only: no search, no passage in the request, and every statement is marked', async () => {
  const search = { search: async () => expect.fail('nothing must be searched'), count: async () => 1 };
  const chat = makeModel(reply('The link is valid for 60 minutes.'));
  const outcome = await assist(asks, deps([], { ...by('prompt-only'), search, models: { chat } }));
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { strategy: 'prompt-only', sources: [] } });
  const sentences = outcome.kind === 'drafted' ? outcome.draft.blocks.flatMap((block) => block.lines.flat()) : [];
  expect(sentences.find(({ text }) => text.includes('60 minutes'))?.support).toBe('unsupported');
});

it('prompt only, and the model fails: passages are looked for, so that the embedded drafter can answer', async () => {
  const chat = makeModel({ kind: 'backend-unreachable', host: 'model.example' });
  const outcome = await assist(asks, deps([reset], { ...by('prompt-only'), models: { chat } }));
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { writer: { because: { kind: 'backend-unreachable' } } } });
});

it('pinned context: the team’s articles are given whatever is asked', async () => {
  const search = { search: async () => expect.fail('nothing must be searched'), count: async () => 1 };
  const chat = makeModel(reply('Use the 8-digit code in the same mail instead. [1]'));
  const given = { ...by('pinned-context'), search, models: { chat }, readPinnedArticles: async () => [codes.passage] };
  expect(await assist(asks, deps([], given))).toMatchObject({
    kind: 'drafted',
    draft: { sources: [{ passage: { id: 'codes' } }] },
  });
});

it('pinned context: of an article in several languages, the one that the reply is in', async () => {
  const german = ranked('codes-de', 'Nutzen Sie stattdessen den achtstelligen Code aus derselben E-Mail.', 0.5);
  const pinned = [{ ...german.passage, locale: 'de' }, codes.passage];
  const chat = makeModel(reply('Use the 8-digit code in the same mail instead. [1]'));
  const outcome = await assist(
    asks,
    deps([], { ...by('pinned-context'), models: { chat }, readPinnedArticles: async () => pinned }),
  );
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { sources: [{ passage: { id: 'codes' } }] } });
  expect(JSON.stringify(chat.asked)).not.toContain('achtstellig');
});

it('managed retrieval asks the vector stores only', async () => {
  let asked: SearchQuery | undefined;
  const search = { search: async (query: SearchQuery) => ((asked = query), [reset]), count: async () => 1 };
  await assist(asks, deps([], { ...by('managed-retrieval'), search }));
  expect(asked?.from).toBe('vector-stores');
});

it('a fine-tuned model drafts in the place of the chat model', async () => {
  const styling = makeModel(reply('Thank you for asking.'));
  const outcome = await assist(asks, deps([], { ...by('fine-tuned'), models: { chat: never, styling } }));
  expect(textOf(outcome)).toContain('Thank you for asking.');
});

it('facts first: the checked draft is restyled, and keeps its facts and citations', async () => {
  const chat = makeModel(reply(quoted));
  const styling = makeModel('Dear Lucía,\n\nA password reset link is valid for 60 minutes and works once. [1]\n\nWarmly');
  const outcome = await assist(asks, deps([reset], { ...by('hybrid-facts-first'), models: { chat, styling } }));
  expect(textOf(outcome)).toContain('Warmly');
  expect(outcome).toMatchObject({ kind: 'drafted', draft: { sources: [{ passage: { id: 'reset' } }] } });
});

it('facts first: a restyled text that changes a fact is asked for once more and then not used', async () => {
  const chat = makeModel(reply(quoted));
  const styling = makeModel('Dear Lucía,\n\nA password reset link is valid for 90 minutes and works once. [1]\n\nWarmly');
  const outcome = await assist(asks, deps([reset], { ...by('hybrid-facts-first'), models: { chat, styling } }));
  expect(textOf(outcome)).toContain('60 minutes');
  expect(styling.asked).toHaveLength(2);
  const trace = outcome.kind === 'drafted' ? outcome.draft.trace : [];
  expect(trace.find(({ stage }) => stage === 'style')?.note).toMatch(/Kept as written/);
});

it('voice first: the styling model drafts without passages, then the chat model corrects and cites it', async () => {
  const styling = makeModel(reply('A reset link is valid for a day.'));
  const chat = makeModel(reply(quoted));
  const outcome = await assist(asks, deps([reset], { ...by('hybrid-voice-first'), models: { chat, styling } }));
  expect(stagesOf(outcome)).toEqual(['redact', 'understand', 'draft', 'retrieve', 'ground', 'check', 'policy', 'style']);
  expect(JSON.stringify(styling.asked)).not.toContain('60 minutes');
  expect(JSON.stringify(chat.asked)).toContain('valid for a day');
  expect(textOf(outcome)).toContain('60 minutes');
});

it('two passages that contradict each other are both there, the newer one preferred', async () => {
  const old = ranked('old', 'A password reset link is valid for 24 hours and works once.', 0.7);
  const older = { ...old, passage: { ...old.passage, updatedAt: '2024-01-01T00:00:00.000Z' } };
  const newer = { ...reset, passage: { ...reset.passage, updatedAt: '2026-10-01T00:00:00.000Z' } };
  const outcome = await assist(asks, deps([newer, older], withModel(reply(quoted))));
  expect(outcome).toMatchObject({
    kind: 'drafted',
    draft: {
      sources: [
        { number: 1, passage: { id: 'reset' } },
        { number: 2, passage: { id: 'old' } },
      ],
      conflicts: [{ because: 'newer' }],
    },
  });
  const conflict = outcome.kind === 'drafted' ? outcome.draft.conflicts?.[0] : undefined;
  expect(conflict && conflict.preferred !== 'none' && conflict[conflict.preferred].source).toBe(1);
});

it('facts first: a styling model that answers nothing leaves the checked draft as it is', async () => {
  const chat = makeModel(reply(quoted));
  const outcome = await assist(
    asks,
    deps([reset], { ...by('hybrid-facts-first'), models: { chat, styling: makeModel('NO_ANSWER') } }),
  );
  expect(textOf(outcome)).toContain('60 minutes');
});

it.each([
  ['retrieval', []],
  ['prompt-only', ['chat-model']],
  ['pinned-context', ['pinned-articles']],
  ['managed-retrieval', ['vector-store']],
  ['fine-tuned', ['styling-model']],
  ['hybrid-facts-first', ['styling-model']],
  ['hybrid-voice-first', ['chat-model', 'styling-model']],
] as const)('%s needs %j', (id, needs) => {
  expect(needsOf(findStrategy(id))).toEqual(needs);
});
