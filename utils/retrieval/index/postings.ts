import { readNumber, type ByteReader } from './bytes.ts';

/** Passages of a key in ascending order; `counts` is how often times 2, plus 1 when the key stands in the title. */
export type Postings = { readonly passages: Uint32Array; readonly counts: Uint16Array };

export function decodePostings(bytes: Uint8Array): Postings {
  const passages = new Uint32Array(bytes.length);
  const counts = new Uint16Array(bytes.length);
  const reader: ByteReader = { bytes, at: 0 };
  let passage = -1;
  let length = 0;
  for (; reader.at < bytes.length; length += 1) {
    const packed = readNumber(reader);
    passage += packed >>> 2;
    passages[length] = passage;
    counts[length] = ((packed & 1) === 0 ? 2 : Math.min(readNumber(reader), 32_767) * 2) | ((packed >>> 1) & 1);
  }
  return { passages: passages.subarray(0, length), counts: counts.subarray(0, length) };
}
