/** Deeper than anything that is asked for. */
const MAX_DEPTH = 40;
/** Places in a text where an object may begin that are looked at. */
const MAX_BEGINNINGS = 20;

/**
 * The first JSON object in a text that a model wrote, or `undefined`. Takes code fences, words around it, comments, single and curly quotes,
 * names without quotes, `True`/`None`, line breaks in strings, commas too many or too few, and an end that is missing; a string
 * that was cut off is left out rather than taken for a whole one. Time O(n) for each place where an object may begin.
 */
export function readLooseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  const strict = parseStrict(text.trim());
  if (strict) return strict;
  let at = text.indexOf('{');
  for (let tries = 0; at >= 0 && tries < MAX_BEGINNINGS; tries += 1) {
    const object = createReader(text, at).readObject();
    if (object && Object.keys(object).length > 0) return object;
    at = text.indexOf('{', at + 1);
  }
  return undefined;
}

function parseStrict(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stands for a value that was cut off or is none. */
const NOTHING = Symbol('nothing');
const closingQuotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '„': '“', '‘': '’', '`': '`' };
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null, none: null, undefined: null };

function createReader(text: string, start: number) {
  let at = start;

  const skip = (): void => {
    const space = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
  };
  const readString = (): string | typeof NOTHING => {
    const end = closingQuotes[text.charAt(at)] ?? '"';
    let read = '';
    for (at += 1; at < text.length; at += 1) {
      const letter = text.charAt(at);
      if (letter === '\\') {
        at += 1;
        const escaped = text.charAt(at);
        const code = escaped === 'u' ? /^[\da-f]{4}/i.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
        read += code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[escaped] ?? escaped);
        if (code) at += 4;
      } else if (letter === end && /^\s*(?:[,}\]:]|$|\/[/*])|^\s*\n/.test(text.slice(at + 1, at + 40))) {
        // A quotation mark that nothing ends after is one of the text's own.
        at += 1;
        return read;
      } else read += letter;
    }
    return NOTHING;
  };
  const readWord = (): unknown => {
    const word = /[^\s,:{}[\]"']+/y;
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) return NOTHING;
    at += found.length;
    const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(found) ? Number(found) : undefined;
    const known = words[found.toLowerCase()];
    return number ?? (known === undefined ? found : known);
  };
  const readArray = (depth: number): unknown[] => {
    const values: unknown[] = [];
    for (at += 1; ;) {
      skip();
      const letter = text.charAt(at);
      if (letter === '' || letter === '}') return values;
      if (letter === ']' || letter === ',') {
        at += 1;
        if (letter === ']') return values;
        continue;
      }
      const value = readValue(depth + 1);
      if (value === NOTHING) return values;
      values.push(value);
    }
  };
  const readObject = (depth = 0): Record<string, unknown> | undefined => {
    const fields: [string, unknown][] = [];
    for (at += 1; ;) {
      skip();
      const letter = text.charAt(at);
      if (letter === '' || letter === ']') return Object.fromEntries(fields);
      if (letter === '}' || letter === ',') {
        at += 1;
        if (letter === '}') return Object.fromEntries(fields);
        continue;
      }
      const name = letter in closingQuotes ? readString() : readWord();
      skip();
      if (name === NOTHING || text.charAt(at) !== ':') return fields.length > 0 ? Object.fromEntries(fields) : undefined;
      at += 1;
      const value = readValue(depth + 1);
      if (value === NOTHING) return Object.fromEntries(fields);
      fields.push([String(name), value]);
    }
  };
  const readValue = (depth: number): unknown => {
    skip();
    if (depth > MAX_DEPTH) return NOTHING;
    const letter = text.charAt(at);
    if (letter === '{') return readObject(depth) ?? NOTHING;
    if (letter === '[') return readArray(depth);
    return letter in closingQuotes ? readString() : readWord();
  };
  return { readObject };
}
