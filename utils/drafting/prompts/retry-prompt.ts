import { cleanLine, countTokens, toFenceTokens, type Prompt } from './prompt.ts';
import { findTokenEnd } from '../../text/estimate-tokens.ts';

const PLAIN = 'Your last answer could not be used. Answer again, exactly as the rules say, with nothing before or after.';
const EXPLAINED =
  'Your last answer could not be used; "fault" says why. Answer again, exactly as the rules say, with nothing before or after.';

/**
 * The same request once more, after an answer that could not be used: names what was wrong (`why`, plain words; it may hold words
 * of that answer and is fenced) as far as the budget allows. The answer itself is not shown: it would be repeated.
 */
export function buildRetryPrompt(prompt: Prompt, why: string): Prompt {
  const { boundary } = prompt;
  const line = cleanLine(why, boundary);
  const room =
    prompt.maxTokens -
    prompt.tokens -
    countTokens([{ role: 'user', content: EXPLAINED }], boundary) -
    toFenceTokens('fault', boundary);
  const fault = line.slice(0, findTokenEnd(line, room - 2)).trim();
  const content = fault === '' ? PLAIN : `BEGIN fault ${boundary}\n${fault}\nEND fault ${boundary}\n\n${EXPLAINED}`;
  const messages = [...prompt.messages.slice(0, -1), ...joinLast(prompt, content)];
  return {
    ...prompt,
    messages,
    parts: [
      ...prompt.parts,
      { name: 'retry', text: fault === '' ? PLAIN : fault, tokens: countTokens([{ role: 'user', content }], boundary) },
    ],
    tokens: countTokens(messages, boundary),
    fingerprint: JSON.stringify(messages).replaceAll(boundary, '<boundary>'),
  };
}

/** In the same message: some chat templates refuse two of one role in a row. */
function joinLast({ messages }: Prompt, content: string): Prompt['messages'] {
  const last = messages.at(-1);
  return last ? [{ role: last.role, content: `${last.content}\n\n${content}` }] : [];
}
