import { describe, expect, it } from 'vitest';
import { AGENT_SOURCE_ID, type ReplyRequest } from '../domain/reply-request.ts';
import { passageSchema, type RankedPassage } from '../domain/passage.ts';
import { composeReply } from './compose-reply.ts';
import { buildReplyPrompt } from './prompts/reply-prompt.ts';
import { toPassages, toTicket } from './test-support.ts';

const question = 'How long is a password reset link valid?';
const [pinned, reset] = toPassages(
  ['Status page', 'The status page lists every incident. Subscribe there to be told of new ones by e-mail.'],
  ['Password reset links', 'A password reset link is valid for 60 minutes and works once.'],
);
const toFact = (text: string, locale = 'en'): RankedPassage[] =>
  (pinned ? [pinned] : []).map(({ passage, ...ranking }) => ({
    ...ranking,
    score: 0,
    passage: passageSchema.parse({
      ...passage,
      id: `f${text.length}`,
      sourceId: AGENT_SOURCE_ID,
      title: 'From you',
      text,
      locale,
    }),
  }));
const requestFor = (passages: readonly (RankedPassage | undefined)[], required?: number): ReplyRequest => ({
  ticket: toTicket('Reset link', ['requester', question]),
  questions: [question],
  language: 'en',
  passages: passages.flatMap((passage) => passage ?? []),
  agentName: 'Ana Ruiz',
  ...(required === undefined ? {} : { required }),
});

describe('the embedded drafter', () => {
  it('says a required passage’s best sentence beside the answer, and only then', () => {
    expect(composeReply(requestFor([pinned, reset])).marked).not.toContain('[1]');
    const { marked } = composeReply(requestFor([pinned, reset], 1));
    expect(marked).toContain('valid for 60 minutes and works once. [2]');
    expect(marked).toMatch(/\[1\]/);
  });

  it('says an agent’s fact whole and first, once, however little it has to do with the question', () => {
    const fact = toFact('We unlocked the account. The outage ended at 14:05. Nobody else was affected.');
    const { marked } = composeReply(requestFor([...fact, reset], 1));
    for (const sentence of ['We unlocked the account. [1]', 'The outage ended at 14:05. [1]', 'Nobody else was affected. [1]'])
      expect(marked.split(sentence)).toHaveLength(2);
    expect(marked.indexOf('[1]')).toBeLessThan(marked.indexOf('[2]'));
  });

  it('says a fact that answers the question once', () => {
    const fact = toFact('A password reset link is valid for 90 minutes today.');
    const { marked } = composeReply(requestFor([...fact, reset], 1));
    expect(marked.split('90 minutes')).toHaveLength(2);
  });

  it('says that a fact is in another language', () => {
    const { marked } = composeReply(requestFor([...toFact('Das Konto ist wieder frei.', 'de'), reset], 1));
    expect(marked).toContain('Das Konto ist wieder frei. [1]');
    expect(marked).toContain('German');
  });

  it('replies with a fact alone', () => {
    expect(composeReply(requestFor(toFact('The outage ended at 14:05.'), 1)).marked).toContain('The outage ended at 14:05. [1]');
  });
});

describe('the reply prompt', () => {
  const ask = (request: ReplyRequest, maxTokens = 6000) =>
    buildReplyPrompt(request, { boundary: '0123456789abcdef0123456789abcdef', maxTokens });
  const rulesOf = (request: ReplyRequest): string => ask(request).messages[0]?.content ?? '';

  it('names the sources that must be used, and none where there is none', () => {
    expect(rulesOf(requestFor([pinned, reset], 1))).toContain('use and cite each: source 1.');
    expect(rulesOf(requestFor([pinned, reset]))).not.toContain('The agent wants');
  });

  it('gives a required source its room before all that ranks higher', () => {
    const long = toPassages(['Long', 'A reset link works once and is valid for a while. '.repeat(400)]);
    const { given } = ask(
      requestFor([...toFact('The outage ended at 14:05, and every account works again by now.'), ...long], 1),
      1200,
    );
    expect(given).toContain(1);
  });
});
