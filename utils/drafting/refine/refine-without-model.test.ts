import { describe, expect, it } from 'vitest';
import { draftBlockSchema, type DraftBlock } from '../../domain/draft.ts';
import { refineWithoutModel } from './refine-without-model.ts';

type Said = readonly [text: string, source: number, language?: string];

const toBlock = (said: readonly Said[], kind: DraftBlock['kind'] = 'paragraph'): DraftBlock => {
  const sentences = said.map(([text, source, language]) => ({
    text,
    language: language ?? 'en',
    support: source > 0 ? 'quoted' : 'plain',
    citations: source > 0 ? [{ source, spans: [{ start: 0, end: 5 }] }] : [],
  }));
  return draftBlockSchema.parse({ kind, lines: kind === 'paragraph' ? [sentences] : sentences.map((one) => [one]) });
};
const plain = (text: string): DraftBlock => toBlock([[text, 0]]);
const reply = (...answer: readonly DraftBlock[]): DraftBlock[] => [
  plain('Hello Maria,'),
  toBlock([
    ['Thank you for your message.', 0],
    ['I am sorry for the trouble.', 0],
  ]),
  ...answer,
  plain('If anything is still unclear, please reply to this message.'),
  plain('Kind regards,'),
];
const shorten = (blocks: readonly DraftBlock[], language = 'en'): string | undefined =>
  refineWithoutModel(blocks, 'shorter', language)
    ?.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(' ')).join('\n'))
    .join('\n');

const rule: Said = ['A reset link is valid for 60 minutes.', 1];
const again: Said = ['Use the newest reset link while it is valid.', 1];

describe('shorter', () => {
  it('keeps greeting, answer and closing and drops other courtesy', () => {
    expect(shorten(reply(toBlock([rule])))).toBe(`Hello Maria,\n${rule[0]}\nKind regards,`);
  });

  it('drops the sentence that adds least', () => {
    const long = toBlock([rule, again, ['Owners find other ways to sign in under Settings > Members.', 1]]);
    expect(shorten(reply(long))).toBe(
      'Hello Maria,\nA reset link is valid for 60 minutes. Owners find other ways to sign in under Settings > Members.\nKind regards,',
    );
  });

  it.each<[string, Said]>([
    ['a number', ['A reset link of the newest mail is valid for 14 days.', 1]],
    ['a name', ['A reset link is valid in the browser Firefox.', 1]],
    ['a path', ['Find the reset link under Settings > Security.', 1]],
    ['a source', ['A reset link is valid.', 2]],
    ['a negation', ['A reset link cannot be valid while others wait.', 1]],
  ])('keeps %s that nothing else says', (_, said) => {
    expect(shorten(reply(toBlock([rule, ['Reset your password with the link in the newest mail.', 1], said])))).toContain(
      said[0],
    );
  });

  it('keeps lists whole, and the line that opens one', () => {
    const list = toBlock(
      [
        ['Open the link.', 1],
        ['Open the link again.', 1],
      ],
      'ordered',
    );
    const text = shorten(reply(toBlock([rule, again, ['Open the newest reset link:', 1]]), list));
    expect(text).toContain('Open the newest reset link:\nOpen the link.\nOpen the link again.');
  });

  it('keeps what a sentence that stays leans on', () => {
    const said: Said[] = [
      rule,
      ['Members choose the link.', 1],
      ['It has 12 letters.', 1],
      ['Owners find other ways to sign in.', 1],
    ];
    expect(shorten(reply(toBlock(said)))).toContain('Members choose the link. It has 12 letters.');
  });

  it('leaves every paragraph that answers a sentence', () => {
    const text = shorten(reply(toBlock([rule]), toBlock([['The link is valid.', 1]])));
    expect(text).toContain('The link is valid.');
  });

  it('keeps what is asked back and the note that sources are in another language', () => {
    const german: Said = ['Der Link ist 60 Minuten gültig.', 1, 'de'];
    const note = 'The following sentences are quoted from our documentation, which is in German.';
    const text = shorten([
      plain('Hello,'),
      toBlock([
        ['Thank you.', 0],
        [note, 0],
      ]),
      toBlock([german]),
      toBlock([
        ['Could you tell me more?', 0],
        ['Please reply.', 0],
      ]),
      plain('Kind regards,'),
    ]);
    expect(text).toBe(`Hello,\n${note}\n${german[0]}\nCould you tell me more?\nKind regards,`);
  });

  it('ends: nothing can go when only greeting, answer and closing are left', () => {
    const blocks = [plain('Hello,'), toBlock([rule]), plain('Kind regards,')];
    expect(refineWithoutModel(blocks, 'shorter', 'en')).toBeUndefined();
  });
});
