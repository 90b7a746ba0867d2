import { findMarks } from '../prompts/rewrite-prompt.ts';

/** The word as models write it: in bold, in code, with a space, in brackets; never as part of a sentence in small letters. */
const WORD = /[*_`"'“”([<]{0,6}\bNO[_ -]ANSWER\b[*_`"'“”)\]>]{0,6}[.!:]?/;

/**
 * The answer without the mark for "no answer"; `undefined` when that is what was meant: the mark begins the answer, or nothing
 * else in it is cited.
 */
export function readNoAnswer(text: string, given: readonly number[]): string | undefined {
  const found = WORD.exec(text);
  if (!found) return text;
  if (text.slice(0, found.index).trim() === '') return undefined;
  const without = text.replaceAll(new RegExp(WORD, 'g'), '').trim();
  return findMarks(without).some((number) => given.includes(number)) ? without : undefined;
}
