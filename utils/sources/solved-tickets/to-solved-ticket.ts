import { cleanMessage } from '../../drafting/clean-message.ts';
import { headOf, type FoundItem, type Place } from '../paged/paged-product.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { readOwnWords } from './read-own-words.ts';

/** Takes personal data out of a text; throws when it can't be sure, and then nothing of the text is kept. */
export type Redact = (text: string) => string;

/** A message that the requester can read. `other`: neither asks nor answers (a colleague of the requester, a robot). */
export type ThreadMessage = { readonly by: 'requester' | 'agent' | 'other'; readonly body: string };

export type Thread = {
  readonly subject: string;
  readonly url: string;
  readonly updatedAt?: string | undefined;
  /** The oldest first; internal notes are not in it. */
  readonly messages: readonly ThreadMessage[];
};

/** Between texts that are redacted in one go, so that a name that one of them gives away is found in all of them. */
const BETWEEN = '\n\u001e\n';

/**
 * A solved ticket as an internal article: what was asked first, and the last answer that says something. None for a ticket
 * without both.
 */
export function toSolvedTicket(place: Place, thread: Thread, redact: Redact): FoundItem[] {
  const say = ({ body }: ThreadMessage): boolean => toWords(readOwnWords(body)) !== '';
  const asked = thread.messages.findIndex((message) => message.by === 'requester' && say(message));
  const question = thread.messages[asked];
  const answer = thread.messages.slice(asked + 1).findLast((message) => message.by === 'agent' && say(message));
  if (!question || !answer) return [];
  const page = () => {
    const [title, ...texts] = redactTogether([thread.subject, readOwnWords(question.body), readOwnWords(answer.body)], redact);
    const headings = ['Question', 'Answer'];
    const sections = texts.map((text, index) => ({ headings: headings.slice(index, index + 1), text: toWords(text) }));
    return { title: title?.trim() || 'Solved ticket', url: thread.url, sections: sections.filter(({ text }) => text !== '') };
  };
  const { updatedAt } = thread;
  return [{ ...headOf(place), audience: 'internal', ...(updatedAt ? { updatedAt } : {}), page }];
}

function redactTogether(texts: readonly string[], redact: Redact): string[] {
  let redacted: string[];
  try {
    redacted = redact(texts.map((text) => text.replaceAll('\u001e', ' ')).join(BETWEEN)).split(BETWEEN);
  } catch (thrown) {
    throw new UnreadableError('personal data could not be taken out of it', { cause: thrown });
  }
  if (redacted.length !== texts.length) throw new UnreadableError('personal data could not be taken out of it');
  return redacted;
}

/** Without greeting, farewell, signature and what a mail program quoted. */
function toWords(text: string): string {
  return cleanMessage(text, '')
    .map((part) => (part.kind === 'item' ? `- ${part.text}` : part.text))
    .join('\n\n')
    .trim();
}
