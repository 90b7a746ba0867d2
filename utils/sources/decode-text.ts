/** Characters that no one sees; they would be indexed, quoted and sent unseen. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u00AD]|[\u{E0000}-\u{E007F}]/gu;

/** Bytes as text: UTF-8 or UTF-16 by their mark, UTF-8 where it is valid, else Windows-1252. `undefined` for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (encoding) return clean(new TextDecoder(encoding).decode(bytes));
  if (bytes.subarray(0, 8000).includes(0)) return undefined;
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return clean(new TextDecoder('windows-1252').decode(bytes));
  }
}

function clean(text: string): string {
  return text.replaceAll(INVISIBLE, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}
