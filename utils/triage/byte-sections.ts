/** A list of numbers that knows its bytes. */
type Numbers = Uint32Array | Float32Array | Uint8Array | Int8Array;

/** Takes lists of numbers from bytes one after another; `undefined` where too few are left. */
export type SectionReader = {
  readonly uint32: (count: number) => Uint32Array | undefined;
  readonly float32: (count: number) => Float32Array | undefined;
  readonly uint8: (count: number) => Uint8Array | undefined;
  readonly int8: (count: number) => Int8Array | undefined;
  readonly isAtEnd: () => boolean;
};

const MAGIC = [0x44, 0x53, 0x54, 0x52];
const HEAD_BYTES = 8;
const CHECKSUM_BYTES = 4;

/**
 * "DSTR", the header's length, the header as UTF-8 with spaces up to a multiple of four, the numbers, an FNV-1a checksum over all before it.
 * Numbers of four bytes come first. Little-endian, as every browser's machine is.
 */
export function writeSections(header: string, sections: readonly Numbers[]): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(header);
  const padding = (4 - (encoded.length % 4)) % 4;
  const total = HEAD_BYTES + encoded.length + padding + sections.reduce((sum, one) => sum + one.byteLength, 0) + CHECKSUM_BYTES;
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(4, encoded.length + padding, true);
  bytes.set(encoded, HEAD_BYTES);
  let at = HEAD_BYTES + encoded.length;
  bytes.fill(0x20, at, at + padding);
  at += padding;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += section.byteLength;
  }
  view.setUint32(at, checksum(bytes.subarray(0, at)), true);
  return bytes;
}

/** The header as JSON gives it and a reader for the numbers; `undefined` when these bytes were not written by `writeSections`. */
export function readSections(bytes: Uint8Array): { readonly header: unknown; readonly body: SectionReader } | undefined {
  if (bytes.length < HEAD_BYTES + CHECKSUM_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) return undefined;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - CHECKSUM_BYTES;
  let at = HEAD_BYTES + view.getUint32(4, true);
  if (at > end || at % 4 !== 0 || view.getUint32(end, true) !== checksum(copy.subarray(0, end))) return undefined;
  const take = <T>(count: number, size: number, make: (offset: number) => T): T | undefined => {
    if (at + count * size > end) return undefined;
    at += count * size;
    return make(at - count * size);
  };
  try {
    return {
      header: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(copy.subarray(HEAD_BYTES, at))),
      body: {
        uint32: (count) => take(count, 4, (offset) => new Uint32Array(copy.buffer, offset, count)),
        float32: (count) => take(count, 4, (offset) => new Float32Array(copy.buffer, offset, count)),
        uint8: (count) => take(count, 1, (offset) => new Uint8Array(copy.buffer, offset, count)),
        int8: (count) => take(count, 1, (offset) => new Int8Array(copy.buffer, offset, count)),
        isAtEnd: () => at === end,
      },
    };
  } catch {
    return undefined;
  }
}

function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
