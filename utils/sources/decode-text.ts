import { cleanText } from './clean-text.ts';

/** HTML and XML say their encoding this early, or not at all. */
const DECLARED_WITHIN = 4096;
/** Bytes looked at to tell text from other files. */
const SAMPLE = 8000;
/** Of the sampled pairs of bytes, so many have a zero in the same place in UTF-16 of a western language. */
const UTF16_SHARE = 0.7;

/**
 * Bytes as text without invisible characters, lines ended by "\n": by their mark, as `charset` or the file itself declares
 * it (HTML, XML), as UTF-16 without a mark, as UTF-8 where that is valid, else Windows-1252. `undefined` for what is no text.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string | undefined {
  const text = decodeRaw(bytes, charset);
  return text === undefined ? undefined : cleanText(text);
}

/** The same with its invisible characters, for who looks for them. */
export function decodeRaw(bytes: Uint8Array, charset?: string): string | undefined {
  const encoding = readMark(bytes) ?? guessUtf16(bytes);
  if (!encoding && bytes.subarray(0, SAMPLE).includes(0)) return undefined;
  const text = encoding ? decodeAs(encoding, bytes) : decodeUnmarked(bytes, charset);
  return text?.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

function decodeUnmarked(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const utf8 = decodeAs('utf-8', bytes, true);
  const declared = charset ?? findDeclared(bytes);
  // What is valid UTF-8 and has more than ASCII is UTF-8, whatever it says, unless it says an encoding of escapes only.
  if (utf8 !== undefined && !(declared && /^iso-2022/i.test(declared))) return utf8;
  return (declared && decodeAs(declared, bytes)) || decodeAs('windows-1252', bytes);
}

/** `undefined` for an encoding that the browser doesn't know, or bytes that are not of it where `fatal`. */
function decodeAs(encoding: string, bytes: Uint8Array, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function guessUtf16(bytes: Uint8Array): string | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (pairs < 2 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    if (first === 0 && isPrinted(second)) even += 1;
    if (second === 0 && isPrinted(first)) odd += 1;
  }
  if (even === 0 && odd >= pairs * UTF16_SHARE) return 'utf-16le';
  return odd === 0 && even >= pairs * UTF16_SHARE ? 'utf-16be' : undefined;
}

const isPrinted = (byte: number): boolean => byte >= 0x20 || (byte >= 9 && byte <= 13);

/** @see https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
function findDeclared(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN));
  const xml = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start);
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start);
  return xml?.[1] ?? meta?.[1];
}
