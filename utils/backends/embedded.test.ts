import { expect, it } from 'vitest';
import { toReplyText } from '../domain/draft.ts';
import { toPhrases } from '../drafting/phrases.ts';
import { toPassages, toTicket } from '../drafting/test-support.ts';
import { checkReply } from '../grounding/check-reply.ts';
import { parseReply } from '../grounding/parse-reply.ts';
import type { ReplyRequest } from '../domain/reply-request.ts';
import { createEmbeddedBackend } from './embedded.ts';

const ticket = toTicket('Reset link', ['requester', 'How long is the reset link valid?']);
const passages = toPassages(['Reset links', 'A reset link is valid for 60 minutes and works once.']);
const request: ReplyRequest = {
  ticket,
  passages,
  questions: ['How long is the reset link valid?'],
  language: 'en',
  agentName: 'Ana Ruiz',
};
const sources = passages.map(({ passage }, index) => ({ number: index + 1, passage }));

it('streams the reply in pieces, the same each time', async () => {
  const once = () => Array.fromAsync(createEmbeddedBackend().streamReply(request, new AbortController().signal));
  const pieces = await once();
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.join('')).toContain('A reset link is valid for 60 minutes and works once. [1]');
  expect(await once()).toEqual(pieces);
});

it('ends with the reason of an aborted signal', async () => {
  const stop = new AbortController();
  const read = async () => {
    for await (const piece of createEmbeddedBackend().streamReply(request, stop.signal))
      if (piece !== '') stop.abort(new Error('cancelled'));
  };
  await expect(read()).rejects.toThrow('cancelled');
});

it('writes nothing that its own check would not stand by', async () => {
  const marked = (await Array.fromAsync(createEmbeddedBackend().streamReply(request, new AbortController().signal))).join('');
  const blocks = checkReply(parseReply(marked), sources, ticket, 'en');
  const support = blocks.flatMap((block) => block.lines.flat().map((sentence) => sentence.support));
  expect(new Set(support)).toEqual(new Set(['plain', 'quoted']));
  expect(toReplyText(blocks)).not.toContain('[');
});

it.each(['en', 'de', 'es', 'fr', 'pt', 'it', 'nl'])('frames in %s with sentences that claim nothing', (language) => {
  const { phrases } = toPhrases(language);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const frame = [
    phrases.greeting('Maria'),
    phrases.thanks('Reset link'),
    phrases.thanksAgain,
    phrases.sorry,
    ...['en', 'de', 'es', 'fr'].map((one) => phrases.foreign(names.of(one) ?? one)),
    phrases.tellMore('How long is the reset link valid?'),
    phrases.next,
    phrases.clarify('Reset link'),
    phrases.clarifyTrouble(''),
    phrases.closing,
  ];
  const claims = frame.filter((text) =>
    checkReply(parseReply(text), sources, ticket, language).some((block) =>
      block.lines.flat().some(({ support }) => support !== 'plain'),
    ),
  );
  expect(claims).toEqual([]);
});
