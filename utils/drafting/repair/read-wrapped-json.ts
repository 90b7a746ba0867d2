/** Where models put a reply when they answer in JSON, the most telling first. */
const KEYS = [
  'reply',
  'draft',
  'response',
  'answer',
  'final_answer',
  'message',
  'body',
  'text',
  'content',
  'output',
  'result',
  'arguments',
  'parameters',
  'input',
  'email',
  'choices',
  'data',
];
const TOOL =
  /^\s*(?:<tool_call>|<function_calls?>|<function=[\w-]*>|<invoke\b[^>]*>|\[TOOL_CALLS\]|functools)\s*|(?<!\s)\s*<\/(?:tool_call|function_calls?|function|invoke)>\s*$/g;
const VALUE = new RegExp(`"(?:${KEYS.slice(0, 10).join('|')})"\\s*:\\s*"((?:[^"\\\\]|\\\\[^])*)`);
const MAX_DEPTH = 6;

/** A reply found in JSON or a tool call; '' when it is JSON that holds none; `undefined` when the text is no JSON. */
export function readWrappedJson(raw: string): string | undefined {
  const isTool = raw.search(TOOL) !== -1 && /^\s*(?:<|\[TOOL|functools)/.test(raw);
  const text = isTool ? raw.replaceAll(TOOL, '').trim() : raw.trim();
  if (!/^\{\s*["}'a-z]|^\[\s*[{"\]]/i.test(text)) return isTool ? '' : undefined;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  for (const candidate of [text, text.slice(0, end + 1), escapeBreaks(text.slice(0, end + 1))]) {
    const value = parse(candidate);
    if (value !== undefined) return findReply(value, 0) ?? '';
  }
  const cut = VALUE.exec(text)?.[1];
  if (cut !== undefined) return unescape(cut);
  // Braces around prose are prose.
  return /^[[{]\s*"[\w-]+"\s*:/.test(text) || isTool ? '' : undefined;
}

function findReply(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') {
    const inner = /^\s*[{[]/.test(value) ? parse(value) : undefined;
    return inner === undefined ? value : findReply(inner, depth + 1);
  }
  if (Array.isArray(value)) {
    const texts = value.map((item) => findReply(item, depth + 1)).filter((item) => item !== undefined && item.trim() !== '');
    return texts.length === 0 ? undefined : texts.join('\n\n');
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = new Map(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
  for (const key of KEYS) {
    const found = entries.has(key) ? findReply(entries.get(key), depth + 1) : undefined;
    if (found !== undefined && found.trim() !== '') return found;
  }
  // One text alone is the reply, whatever its name.
  const texts = [...entries.values()].filter((item): item is string => typeof item === 'string' && item.trim().includes(' '));
  return texts.length === 1 ? texts[0] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Line breaks within strings, which JSON forbids and models write. */
function escapeBreaks(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\[^])*"/g, (string) => string.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
}

function unescape(text: string): string {
  const value = parse(
    `"${text
      .replaceAll('\n', '\\n')
      .replaceAll('\t', '\\t')
      .replace(/\\(?:u[0-9a-f]{0,3})?$/i, '')}"`,
  );
  return typeof value === 'string' ? value : text;
}
