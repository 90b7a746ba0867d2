import { expect, it } from 'vitest';
import { NO_ANSWER } from '../prompts/reply-prompt.ts';
import { tidyStreaming } from './tidy-streaming.ts';

const reply = 'Hello Ada,\n\nRefunds take 5 days. [1]\n\nKind regards,\nTom';
const shownWhile = (whole: string): string[] => Array.from(whole, (_, index) => tidyStreaming(whole.slice(0, index + 1)));

it.each([
  ['alone', reply],
  ['behind thinking', `<think>The requester <b>wants</b> it.\n\nSure.</think>\n\n${reply}`],
  ['behind an introduction', `Sure! Here is the reply:\n\n${reply}`],
  ['behind a role', `Assistant: ${reply}`],
  ['in a fence', `\`\`\`\n${reply}`],
  ['in JSON', JSON.stringify({ reply })],
  ['behind template marks', `<|im_start|>${reply}<|im_end|>`],
])('a reply %s is shown growing, and nothing else ever', (_, whole) => {
  for (const shown of shownWhile(whole)) expect(reply.startsWith(shown)).toBe(true);
  expect(tidyStreaming(whole)).toBe(reply);
});

it('never shows a mark for "no answer", not even begun', () => {
  expect(new Set(shownWhile(NO_ANSWER))).toEqual(new Set(['']));
  expect(new Set(shownWhile(`**${NO_ANSWER}**\n\nBecause of this.`))).toEqual(new Set(['']));
});

it('holds nothing back for long', () => {
  expect(tidyStreaming('Hello A')).toBe('Hello A');
  expect(
    tidyStreaming(`Here is how it works, step by step, and it is not long at all if you keep at it until the end, so`),
  ).not.toBe('');
});
