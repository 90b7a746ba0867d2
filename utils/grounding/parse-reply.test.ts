import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftBlockSchema, toReplyText, type DraftBlock } from '../domain/draft.ts';
import { parseReply, type ParsedReply } from './parse-reply.ts';

const sentencesOf = (reply: ParsedReply) => reply.blocks.flatMap((block) => block.lines.flat());
const toBlocks = (reply: ParsedReply): DraftBlock[] =>
  reply.blocks.map((block) => ({
    kind: block.kind,
    lines: block.lines.map((line) => line.map(({ text }) => ({ text, language: 'en', support: 'plain', citations: [] }))),
  }));
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('citations', () => {
  it.each([
    ['The link is valid for 60 minutes. [1]', [1]],
    ['The link is valid for 60 minutes [1].', [1]],
    ['The link is valid for 60 minutes.[1][2]', [1, 2]],
    ['The link is valid for 60 minutes [1, 2].', [1, 2]],
    ['The link is valid for 60 minutes [^1].', [1]],
    ['The link is valid for 60 minutes 【1】.', [1]],
    ['[1] The link is valid for 60 minutes.', [1]],
  ])('reads %j', (marked, cites) => {
    expect(sentencesOf(parseReply(marked))).toEqual([{ text: 'The link is valid for 60 minutes.', cites }]);
  });

  it('gives a mark after the full stop to the sentence before it', () => {
    expect(sentencesOf(parseReply('Links end after an hour. [1] Codes do too. [2]'))).toEqual([
      { text: 'Links end after an hour.', cites: [1] },
      { text: 'Codes do too.', cites: [2] },
    ]);
  });

  it('gives a mark on a line of its own to the sentence above', () => {
    expect(sentencesOf(parseReply('Links end after an hour.\n[1]'))).toEqual([{ text: 'Links end after an hour.', cites: [1] }]);
  });

  it.each(['See items[0] and [2026].', 'Use `rows[1]` here.', 'Read [1](not a link).'])(
    'leaves %j without a citation',
    (text) => {
      expect(sentencesOf(parseReply(text)).flatMap((sentence) => sentence.cites)).toEqual([]);
    },
  );
});

describe('Markdown and HTML', () => {
  it('becomes plain text, and a link keeps its address in sight', () => {
    const marked = '## Reset\n**Open** the _page_ `snake_case` at [our site](https://good.example/a?b=1).';
    expect(toReplyText(toBlocks(parseReply(marked)))).toBe('Reset\n\nOpen the page snake_case at our site (good.example/a?b=1).');
  });

  it('leaves tags and unsafe links as the text they are', () => {
    const text = '<img src=x onerror=alert(1)> and [click](javascript:alert(1)) stay.';
    expect(toReplyText(toBlocks(parseReply(text)))).toBe(text);
  });
});

describe('blocks', () => {
  it('reads numbered and dashed lists, over blank lines and with a paragraph around them', () => {
    const reply = parseReply('Do this:\n1. Open Settings. [1]\n\n2. Save. [1]\n\nOr:\n- wait\n- ask');
    expect(reply.blocks.map((block) => [block.kind, block.lines.length])).toEqual([
      ['paragraph', 1],
      ['ordered', 2],
      ['paragraph', 1],
      ['bulleted', 2],
    ]);
  });

  it('does not take a date at the start of a line for a list', () => {
    expect(toReplyText(toBlocks(parseReply('Der Tarif endet am\n3. November.')))).toBe('Der Tarif endet am 3. November.');
  });

  it('joins wrapped prose, and keeps closing and name apart', () => {
    const marked = 'The link that you were sent this morning is valid for\nsixty minutes.\n\nKind regards,\nAna Ruiz';
    expect(toReplyText(toBlocks(parseReply(marked)))).toBe(
      'The link that you were sent this morning is valid for sixty minutes.\n\nKind regards,\n\nAna Ruiz',
    );
  });
});

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '[1]',
      '[2, 3]',
      '【1】',
      '**',
      '*',
      '_',
      '`',
      '\n',
      '\n\n',
      '- ',
      '# ',
      '. ',
      ' ',
      '[a](',
      'https://x.example',
      ')',
      '<b>',
      'word',
      'z. B. ',
      '> ',
    ),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  /** What a citation, a list number or a link scheme is made of is not a word of the reply. */
  const withoutMarks = (text: string) =>
    text
      .replaceAll(/[\r\u2028\u2029]/g, '\n')
      .replaceAll(/^\s*(?:#{1,6}\s+)?\s*\d{1,2}[.)]\s+/gm, '')
      .replaceAll(/(?:\[|【)[\s\d,;^]*(?:\]|】)/g, ' ')
      .replaceAll(/https?/gi, '');

  it('is parsed without throwing, to blocks that fit the schema', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const block of toBlocks(parseReply(text))) draftBlockSchema.parse(block);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every word in its order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const out = wordsOf(withoutMarks(toReplyText(toBlocks(parseReply(text))))).join('');
        expect(out).toBe(wordsOf(withoutMarks(text)).join(''));
      }),
      { numRuns: 500 },
    );
  });
});
