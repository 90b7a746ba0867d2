import { Inflate } from 'fflate';
import { UnreadableError } from './unreadable-error.ts';
import { readDirectory, type StoredFile } from './zip-directory.ts';

/** One file may unpack to this much: more is no page of a help centre, and no book. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Text packs to a tenth, logs to a fiftieth; only what is made to burst packs to less than a three-hundredth. */
const MAX_RATIO = 300;
/** Below this a ratio says nothing: a page of one letter is no bomb. */
const RATIO_FROM_BYTES = 1024 * 1024;
/** At most a thousandfold comes out of what goes in, so memory is bounded by 16 MB beyond what is allowed. */
const PUSH_BYTES = 16 * 1024;

/** What all archives of one import may unpack to together. */
export type UnzipBudget = { bytes: number; files: number };

/** 300 MB and 20,000 files: the largest help centre that we know of has a fifth of that. */
export const createUnzipBudget = (): UnzipBudget => ({ bytes: 300 * 1024 * 1024, files: 20_000 });

export type ZipEntry = { readonly name: string; readonly read: () => Uint8Array };

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Files in a zip, each unpacked only when it is read, and never further than the limits: counted are the bytes that come
 * out, whatever the zip says of itself. Throws `UnreadableError`, as does reading.
 */
export function listZip(bytes: Uint8Array, budget: UnzipBudget): ZipEntry[] {
  return readDirectory(bytes)
    .filter(({ name }) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name))
    .map((file) => ({ name: file.name, read: () => inflate(file, budget) }));
}

function inflate({ packed, method, isLocked }: StoredFile, budget: UnzipBudget): Uint8Array {
  if ((budget.files -= 1) < 0) throw new UnreadableError('the zip holds more than 20,000 files');
  if (isLocked) throw new UnreadableError('it is locked with a password');
  if (method !== 0 && method !== 8) throw new UnreadableError('it is packed in a way that only its own program unpacks');
  if (packed.length === 0 && method === 8) throw new UnreadableError('the zip does not hold it whole');
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    budget.bytes -= part.length;
    if (size > MAX_FILE_BYTES) throw new UnreadableError('it unpacks to something larger than a page of text can be');
    if (size > RATIO_FROM_BYTES && size > packed.length * MAX_RATIO)
      throw new UnreadableError('it unpacks to something larger than a page of text can be: a zip bomb');
    if (budget.bytes < 0) throw new UnreadableError('the zip unpacks to more than 300 MB; import it in parts');
    parts.push(part);
  };
  if (method === 0) take(packed);
  else {
    const stream = new Inflate(take);
    // Pieces, so that what bursts is stopped before it is large.
    for (let at = 0; at < packed.length; at += PUSH_BYTES) {
      const end = Math.min(at + PUSH_BYTES, packed.length);
      stream.push(packed.subarray(at, end), end === packed.length);
    }
  }
  return join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
