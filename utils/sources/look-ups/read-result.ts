import type { LookUpFound } from '../../domain/look-up.ts';

/** Shown and given to a drafter, in characters: an order with its lines, not a customer's whole history. */
const MAX_TEXT_CHARS = 8000;
const MAX_FIELDS = 60;
const MAX_VALUE_CHARS = 500;
const MAX_LABEL_CHARS = 120;
const MAX_DEPTH = 6;

export type ToolAnswer = {
  readonly content: readonly { readonly type: string; readonly text?: string | undefined }[];
  readonly structuredContent?: unknown;
};

export type ReadAnswer = Pick<LookUpFound, 'fields' | 'text' | 'isCut'> & {
  /** What stands at a dotted path of the answer, where it is a text. */
  readonly valueAt: (path: string) => string | undefined;
};

/**
 * A tool's answer as data: fields of its structured content (or of a text that is JSON), or its text; invisible characters out,
 * 8,000 characters at most. Images, sounds, links and embedded files are left out and not fetched. `undefined` when nothing is left.
 */
export function readResult(answer: ToolAnswer): ReadAnswer | undefined {
  const said = answer.content.flatMap((block) => (block.type === 'text' && block.text !== undefined ? [block.text] : []));
  const data = answer.structuredContent ?? parseJson(said.join('\n'));
  const all = [...flatten(data, [], 0)].slice(0, MAX_FIELDS + 1);
  const fields = all.slice(0, MAX_FIELDS);
  const whole =
    fields.length > 0 ? fields.map(({ label, value }) => `${label}: ${value}`).join('\n') : cleanText(said.join('\n\n'));
  if (whole === '') return undefined;
  const text = cutText(whole);
  return {
    fields,
    text,
    isCut: all.length > fields.length || text.length < whole.length,
    valueAt: (path) => readPath(data, path),
  };
}

function* flatten(value: unknown, path: readonly string[], depth: number): Generator<{ label: string; value: string }> {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    if (depth >= MAX_DEPTH) return;
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      const step = isList ? [...path.slice(0, -1), `${path.at(-1) ?? ''} ${Number(key) + 1}`.trim()] : [...path, toWords(key)];
      yield* flatten(inner, step, depth + 1);
    }
    return;
  }
  if (path.length === 0 || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) return;
  const text = cleanText(String(value)).replaceAll('\n', ' ').slice(0, MAX_VALUE_CHARS);
  if (text !== '') yield { label: path.join(' › ').slice(0, MAX_LABEL_CHARS), value: text };
}

/** `shippedAt`, `shipped_at` → "shipped at". */
function toWords(key: string): string {
  return cleanText(key)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, (_all, low: string, high: string) => `${low} ${high.toLowerCase()}`)
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
}

/** Without control characters, joiners, marks of direction and tags, which a person would not see. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .trim();
}

function cutText(text: string): string {
  return text.length <= MAX_TEXT_CHARS ? text : text.slice(0, MAX_TEXT_CHARS).replace(/[\uD800-\uDBFF]$/, '');
}

function readPath(data: unknown, path: string): string | undefined {
  let value = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'string' ? value : undefined;
}

/** An object or a list; `undefined` for any other text. */
function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
