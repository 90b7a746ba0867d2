import { UnreadableError } from './unreadable-error.ts';

/** A file as it lies in a zip. `method`: 0 as it is, 8 deflated. */
export type StoredFile = {
  readonly name: string;
  readonly method: number;
  readonly isLocked: boolean;
  /** As it lies there; a view, not a copy. */
  readonly packed: Uint8Array;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record and the longest comment after it. */
const END_WITHIN = 22 + 0xffff;
const IN_EXTRA = 0xffffffff;

/**
 * The files that a zip's directory lists, without unpacking any. Throws `UnreadableError` for what is cut short or no zip.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12, 4.3.16, 4.5.3
 */
export function readDirectory(bytes: Uint8Array): StoredFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (at === IN_EXTRA || count === 0xffff) throw new UnreadableError('the zip holds more files than can be read; divide it');
    const files: StoredFile[] = [];
    for (let index = 0; index < count; index += 1) {
      const { file, next } = readEntry(view, bytes, at);
      files.push(file);
      at = next;
    }
    return files;
  } catch (thrown) {
    if (thrown instanceof UnreadableError) throw thrown;
    throw new UnreadableError('the zip is cut short or damaged');
  }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_WITHIN); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new UnreadableError('the zip is cut short or damaged');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { file: StoredFile; next: number } {
  if (view.getUint32(at, true) !== ENTRY) throw new UnreadableError('the zip is cut short or damaged');
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const [packedSize, local] = readLarge(view, at, nameEnd, extraEnd);
  const method = view.getUint16(at + 10, true);
  const name = decodeName(bytes.subarray(at + 46, nameEnd));
  return {
    file: { name, method, isLocked: (flags & 1) === 1, packed: readPacked(view, bytes, local, packedSize) },
    next: extraEnd + view.getUint16(at + 32, true),
  };
}

/** Packed size and place; where the 32-bit field says so, as 64-bit numbers in the extra field 1, in a fixed order. */
function readLarge(view: DataView, at: number, extraAt: number, extraEnd: number): [packed: number, local: number] {
  const fields = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let extra = extraAt; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let value = extra + 4;
    for (const [index, field] of fields.entries()) {
      if (field !== IN_EXTRA) continue;
      fields[index] = Number(view.getBigUint64(value, true));
      value += 8;
    }
    break;
  }
  return [fields[1] ?? 0, fields[2] ?? 0];
}

/** A damaged place makes one file unreadable, not the zip: it holds nothing then. */
function readPacked(view: DataView, bytes: Uint8Array, local: number, size: number): Uint8Array {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return new Uint8Array();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return bytes.subarray(start, start + size);
}

function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}
