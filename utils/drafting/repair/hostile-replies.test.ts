import { expect, it } from 'vitest';
import { parseReply } from '../../grounding/parse-reply.ts';
import { repairReply } from './repair-reply.ts';

const context = {
  language: 'en',
  prompt: { parts: [], given: [1], questions: [], boundary: '0123456789abcdef', answer: 'reply' },
} as const;

/** Least of three runs over so many characters, in milliseconds. */
function measure(unit: string, length: number): number {
  const raw = `Hello,\n\n${unit.repeat(Math.ceil(length / unit.length))} end.`;
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    repairReply(raw, context);
    return performance.now() - from;
  });
  return Math.min(...times);
}

// What makes a careless pattern try every place again for every place: eight times as much took up to 500 times as long.
it.each([
  '<a href="http://',
  '![',
  '[1',
  '[',
  ' \t',
  '“',
  '"',
  '!',
  'a.b.',
  '`',
  '*a',
  '\n\nNote: ',
  'Sources:\n[1]\n',
  '<svg ',
  '{"a":',
])('reading %j over and over takes time in proportion', (unit) => {
  expect(measure(unit, 40_000)).toBeLessThan(30 * measure(unit, 5000) + 100);
});

it.each([
  '<form action="https://evil.example"><input name="card" value="x"></form>',
  '<link rel="stylesheet" href="https://evil.example/f.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example">',
])('%s is taken out', (mark) => {
  const read = repairReply(`Hello,\n\nThe link is valid for 60 minutes. [1]\n\n${mark}\n\nBest regards`, context);
  expect(read).toMatchObject({ kind: 'reply', marked: 'Hello,\n\nThe link is valid for 60 minutes. [1]\n\nBest regards' });
});

it('a placeholder in angle brackets is no HTML', () => {
  const read = repairReply('Hello,\n\nOpen <link> or <input> for your account. [1]\n\nBest regards', context);
  expect(read.kind === 'reply' && parseReply(read.marked).blocks.length).toBe(3);
  expect(read).toMatchObject({ marked: expect.stringContaining('<link> or <input>') as string });
});
