import { z } from 'zod';

/** What a `Failure` carries of a server's words. */
const MAX_SAID_CHARS = 300;
/** Enough of a key's beginning to know it again in "Incorrect API key provided: sk-abc1***9xyz". */
const KEY_HEAD_CHARS = 6;

/** Where servers put their words, from the outside in: `error.message`, `message.detail[0].msg`, a list around all of it. */
const WORD_FIELDS = ['error', 'message', 'detail', 'msg'] as const;
const fieldsSchema = z.looseObject({});

/** Did a web page come instead of an answer? */
export function isHtml(body: string): boolean {
  return /^\uFEFF?\s*</.test(body);
}

/** What the server said, for a person: its error message, an HTML page's title, or the beginning of the text; at most 300 characters, without the key. */
export function readSaid(body: string, key: string): string {
  return toSaid(isHtml(body) ? `A web page: ${/<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? 'no title'}` : readMessage(body), key);
}

/** Any text of a server's, shortened and without the key. */
export function toSaid(text: string, key: string): string {
  return redactKey(text, key)
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_SAID_CHARS);
}

/** `undefined` when the text is not JSON or has no error in it. */
export function readErrorMessage(body: string): string | undefined {
  try {
    return findWords(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function findWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return findWords(value[0]);
  const fields = fieldsSchema.safeParse(value).data;
  if (!fields) return undefined;
  for (const name of WORD_FIELDS) {
    const words = findWords(fields[name]);
    if (words !== undefined) return words;
  }
  return fieldsSchema.safeParse(fields.error).success ? JSON.stringify(fields.error) : undefined;
}

function readMessage(body: string): string {
  return readErrorMessage(body) ?? body;
}

function redactKey(text: string, key: string): string {
  if (key === '') return text;
  const whole = text.replaceAll(key, '[key]').replaceAll(encodeURIComponent(key), '[key]');
  const head = key.slice(0, KEY_HEAD_CHARS);
  return key.length < 2 * KEY_HEAD_CHARS
    ? whole
    : whole.replaceAll(/[^\s"',;:<>()[\]{}]+/g, (word) => (word.startsWith(head) ? '[key]' : word));
}
