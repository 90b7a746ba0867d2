/** A growing run of bytes. Numbers are written as varints: seven bits a byte, lowest first, the high bit says that more follow. */
export type ByteWriter = {
  readonly write: (value: number) => void;
  readonly append: (bytes: Uint8Array) => void;
  readonly length: () => number;
  /** A copy of what was written. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
};

export function createByteWriter(capacity = 1024): ByteWriter {
  let bytes = new Uint8Array(capacity);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes);
    bytes = larger;
  };
  return {
    write(value) {
      reserve(5);
      let rest = value;
      while (rest > 127) {
        bytes[length] = (rest & 127) | 128;
        length += 1;
        rest >>>= 7;
      }
      bytes[length] = rest;
      length += 1;
    },
    append(more) {
      reserve(more.length);
      bytes.set(more, length);
      length += more.length;
    },
    length: () => length,
    finish: () => bytes.slice(0, length),
  };
}

/** Reads varints from `at` on; the caller knows where they end. */
export type ByteReader = { bytes: Uint8Array; at: number };

export function readNumber(reader: ByteReader): number {
  const { bytes } = reader;
  let at = reader.at;
  let byte = bytes[at] ?? 0;
  at += 1;
  let value = byte & 127;
  let shift = 7;
  while (byte > 127) {
    byte = bytes[at] ?? 0;
    at += 1;
    value |= (byte & 127) << shift;
    shift += 7;
  }
  reader.at = at;
  return value >>> 0;
}
