import type { Result } from '../../domain/failure.ts';
import type { Lead, TicketLayout } from '../../domain/ticket-layout.ts';
import { outermost } from '../layout/read-layout.ts';
import { findAuthor, type AuthorSample } from './find-author.ts';
import { findBody } from './find-body.ts';
import { findItems } from './find-items.ts';
import { findTime } from './find-time.ts';
import { findFirst } from './select-part.ts';
import { tellApart } from './tell-apart.ts';

export type ShownMessage = { readonly kind: AuthorSample['kind']; readonly click: Element };
/** Parts of a message that were shown by themselves, in any message. */
export type ShownParts = Partial<Record<'author' | 'time' | 'body', Element>>;

/** How the thread is read, and what may stop working. */
export type FoundThread = {
  readonly parts: TicketLayout['parts'];
  readonly tests: TicketLayout['tests'];
  readonly knownMarks: readonly string[];
  readonly messages: readonly Element[];
  readonly warnings: readonly string[];
};

/** Works out from one message of each kind how all of them are read. */
export function findThread(shown: readonly ShownMessage[], mended: ShownParts, document: Document): Result<FoundThread, string> {
  const list = findItems(
    shown.map(({ click }) => click),
    document,
  );
  if (!list.ok) return list;
  const samples = toSamples(shown, list.value.items, mended);
  // One that was only corrected is known as a whole, not by a click on its words.
  const clicked = samples.filter(({ item, click }) => item !== click);
  const lost = Object.values(mended).some((part) => !clicked.some(({ item }) => item.contains(part)));
  if (lost) return { ok: false, error: 'Click it in one of the messages that you have clicked before.' };
  const likes = outermost([...document.querySelectorAll(list.value.css)]);
  const parts = findMessageParts(clicked, likes, mended);
  if (!parts.ok) return parts;
  const { time, author, body } = parts.value;
  const bodyCss = body.css;
  const itemCss = toMessagesWithBody(list.value.css, bodyCss, likes);
  const all = likes.filter((item) => item.querySelector(bodyCss));
  const names = all.flatMap((item) => findFirst(item, author.css)?.textContent ?? []);
  const tests = tellApart({ samples, all, itemCss, bodyCss, names });
  if (!tests.ok) return tests;
  const { requester, agent, note, internal, knownMarks, isFragile } = tests.value;
  const messageId = findMessageId(all);
  const lead = (css: string): Lead[] => [{ css, sure: 'taught' }];
  return {
    ok: true,
    value: {
      parts: {
        message: lead(itemCss),
        author: [author],
        body: [body],
        ...(time ? { time: [time] } : {}),
        ...(messageId ? { messageId: [messageId] } : {}),
      },
      tests: {
        requester: [requester],
        agent: note === undefined ? [agent] : [agent, note],
        public: [requester, agent],
        internal: [...internal],
      },
      knownMarks,
      messages: all,
      warnings: [
        ...(time ? [] : ['No machine-readable time was found in the messages.']),
        ...(isFragile || list.value.isFragile
          ? ['Names made up by a tool had to be used. After an update of the helpdesk it may have to be taught again.']
          : []),
        ...(note === undefined
          ? ['No internal note was shown: every message of a kind that was not shown counts as internal.']
          : []),
      ],
    },
  };
}

type MessageParts = { readonly time: Lead | undefined; readonly author: Lead; readonly body: Lead };

/** Looked for twice: what stands between the messages has no body, and is not asked the second time. */
function findMessageParts(
  clicked: readonly AuthorSample[],
  likes: readonly Element[],
  mended: ShownParts,
): Result<MessageParts, string> {
  const first = findPartsOf(clicked, likes, mended);
  if (!first.ok) return first;
  const all = likes.filter((item) => item.querySelector(first.value.body.css));
  return all.length === likes.length ? first : findPartsOf(clicked, all, mended);
}

function findPartsOf(
  clicked: readonly AuthorSample[],
  all: readonly Element[],
  mended: ShownParts,
): Result<MessageParts, string> {
  // A part that was shown by itself is known in its own message first.
  const from = (part: Element | undefined): readonly AuthorSample[] =>
    part ? clicked.toSorted((a, b) => Number(b.item.contains(part)) - Number(a.item.contains(part))) : clicked;
  const timed = from(mended.time);
  const time = findTime(
    timed.map(({ item }) => item),
    timed.map(({ click }) => click),
    all,
    mended.time,
  );
  const author = findAuthor(from(mended.author), all, time?.css, mended.author);
  if (!author)
    return {
      ok: false,
      error:
        'Deskside finds no author inside the messages. If one is there, press “Author” under “Click again” and click it; a page that names authors elsewhere can’t be taught.',
    };
  const found = findBody(clicked, all, [author.css, ...(time ? [time.css] : [])]);
  if (!found)
    return {
      ok: false,
      error: 'The text of these messages has no place of its own. Click on the words of the message, not beside them.',
    };
  return { ok: true, value: { time, author, body: found.lead } };
}

/** A body that was shown by itself stands for the click in its message. */
function toSamples(shown: readonly ShownMessage[], items: readonly Element[], { body }: ShownParts): readonly AuthorSample[] {
  return shown.flatMap(({ kind, click }, index) => {
    const item = items[index];
    return item ? [{ kind, item, click: body && item.contains(body) ? body : click }] : [];
  });
}

/** Lines between the messages ("Ana changed the status") look like them and have no text of their own. */
function toMessagesWithBody(css: string, bodyCss: string, likes: readonly Element[]): string {
  if (likes.every((item) => item.querySelector(bodyCss))) return css;
  return `:is(${css}):has(${bodyCss})`;
}

/** An attribute with another number in every message. */
function findMessageId(messages: readonly Element[]): Lead | undefined {
  const [first] = messages;
  for (const { name, value } of first?.attributes ?? []) {
    if (!/^(?:id|data-[\w-]{1,50})$/.test(name)) continue;
    const prefix = /^[a-z_-]*/i.exec(value)?.[0] ?? '';
    const values = messages.map((message) => message.getAttribute(name) ?? '');
    const isIds = values.every((each) => each.startsWith(prefix) && /^\d[\w-]{0,60}$/.test(each.slice(prefix.length)));
    if (!isIds || new Set(values).size < values.length || /time|date|stamp/.test(name)) continue;
    return {
      css: prefix === '' ? `[${name}]` : `[${name}^="${prefix}"]`,
      attribute: name,
      ...(prefix === '' ? {} : { prefix }),
      sure: 'taught',
    };
  }
  return undefined;
}
