import { describe, expect, it } from 'vitest';
import { createThinkingFilter, stripThinking } from './strip-thinking.ts';

const cases: readonly (readonly [string, string])[] = [
  ['<think>The source says 5.</think>\n\nFive days. [1]', 'Five days. [1]'],
  ['<thinking>Hm.</thinking>Five days.', 'Five days.'],
  ['<THINK>Hm.</Think>Five days.', 'Five days.'],
  ['Five<think>is it?</think> days.', 'Five days.'],
  ['<think>one</think><think>two</think>Five days.', 'Five days.'],
  ['<think></think>Five days.', 'Five days.'],
  ['[THINK]Hm.[/THINK]Five days.', 'Five days.'],
  ['◁think▷Hm.◁/think▷Five days.', 'Five days.'],
  ['<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Five days.<|return|>', 'Five days.'],
  ['<|channel|>analysis<|message|>Hm.<|channel|>final<|message|>Five days.', 'Five days.'],
  ['<think>never closed, with <b>marks</b> < and more', ''],
  ['Five days. <think>never closed', 'Five days. '],
  ['Type <th and 3 < 4 in <thin> air.', 'Type <th and 3 < 4 in <thin> air.'],
  ['See [1] and <', 'See [1] and <'],
  ['İ<think>hm</think>stanbul', 'İstanbul'],
];

function inPieces(text: string, size: number): string {
  const filter = createThinkingFilter();
  const letters = Array.from(text);
  let shown = '';
  for (let at = 0; at < letters.length; at += size) shown += filter.push(letters.slice(at, at + size).join(''));
  return shown + filter.end();
}

describe.each(cases)('%s', (text, shown) => {
  it.each([1, 2, 3, 7, 1000])('in pieces of %i', (size) => {
    expect(inPieces(text, size)).toBe(shown);
  });
});

it('holds back no more than may become a mark', () => {
  const filter = createThinkingFilter();
  expect(filter.push('Five days')).toBe('Five days');
  expect(filter.push(' <th')).toBe(' ');
  expect(filter.push('ree>')).toBe('<three>');
});

it('an end without a beginning: in a stream the mark goes, in a whole text what stands before it too', () => {
  expect(inPieces('So five.</think>Five days.', 3)).toBe('So five.Five days.');
  expect(stripThinking('So five.</think>Five days.')).toBe('Five days.');
});
