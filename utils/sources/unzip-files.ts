import { unzipSync } from 'fflate';

/** One file may unpack to this much, all of them to that much: more is no help centre. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_ALL_BYTES = 300 * 1024 * 1024;

export type ZipEntry = { readonly name: string; readonly read: () => Uint8Array };

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Files in a zip, each unpacked only when it is read. Reading throws an `Error` with the reason in plain words. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const entries: { name: string; originalSize: number }[] = [];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) entries.push({ name, originalSize });
      return false;
    },
  });
  let sum = 0;
  return entries.map(({ name, originalSize }) => ({
    name,
    read() {
      sum += originalSize;
      if (originalSize > MAX_FILE_BYTES || sum > MAX_ALL_BYTES) throw new Error('it is larger than a page of text can be');
      const unpacked = unzipSync(bytes, { filter: (file) => file.name === name })[name];
      if (!unpacked) throw new Error('the zip does not hold it whole');
      return unpacked;
    },
  }));
}
