import { expect, it } from 'vitest';
import { defaultVoiceProfile, type VoiceProfile } from '../domain/voice.ts';
import { composeReply } from '../drafting/compose-reply.ts';
import { toPassages, toTicket } from '../drafting/test-support.ts';
import { markFrame } from '../drafting/voice/mark-frame.ts';
import { checkReply } from '../grounding/check-reply.ts';
import { parseReply } from '../grounding/parse-reply.ts';

const passages = toPassages(['Reset links', 'A reset link is valid for 60 minutes and works once. Open the newest mail only.']);
const sources = passages.map(({ passage }, index) => ({ number: index + 1, passage }));
const said = 'This is unacceptable, I am furious!! How long is the reset link valid? Where may I park my bicycle?';
const ticket = toTicket('Reset link expired', ['requester', said]);

const voices: Partial<VoiceProfile>[] = ([0, 0.5, 1] as const).flatMap((warmth) =>
  (['auto', 'first-name', 'formal'] as const).flatMap((address) =>
    (['acknowledge-explain-next', 'assure-then-action', 'numbered-steps'] as const).map((order) => ({
      warmth,
      address,
      order,
      length: warmth === 0 ? ('short' as const) : ('thorough' as const),
    })),
  ),
);

it.each(['en', 'de', 'es', 'fr', 'pt', 'it', 'nl'])('in %s every voice writes what its own check stands by', (language) => {
  for (const part of voices) {
    const voice = { ...defaultVoiceProfile, ...part, signature: '{agent}\nNorthwind Cloud crew' };
    const request = { ticket, language, passages, agentName: 'Ana Ruiz', voice };
    const { marked } = composeReply({
      ...request,
      questions: ['How long is the reset link valid?', 'Where may I park my bicycle?'],
    });
    const blocks = markFrame(checkReply(parseReply(marked), sources, ticket, language), request);
    const doubtful = blocks
      .flatMap(({ lines }) => lines.flat())
      .filter(({ support }) => support !== 'plain' && support !== 'quoted');
    expect(doubtful.map(({ text }) => text)).toEqual([]);
  }
});
