import type { ImportFile } from './options-value.ts';

/** Files of one drop beyond this many are left; a folder this large belongs into a zip. */
const MAX_FILES = 20_000;

/** The picked files of an `<input type="file">`, with folders where one was picked. */
export function toPickedFiles(files: FileList): ImportFile[] {
  return [...files].map((file) => toImportFile(file.webkitRelativePath || file.name, file));
}

/**
 * The files of a drop, with those inside dropped folders. Must be called in the turn of the `drop` event: the browser
 * empties the list afterwards. What can't be read is left out, as is all beyond `MAX_FILES`.
 */
export async function readDroppedFiles(transfer: DataTransfer): Promise<ImportFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: ImportFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < MAX_FILES; entry = waiting.shift()) {
    // One after the other: a folder's content decides what comes next.
    if (isDirectory(entry)) waiting.push(...(await readDirectory(entry)));
    else if (isFile(entry)) found.push(...(await readFile(entry)));
  }
  return found;
}

const toImportFile = (name: string, file: File): ImportFile => ({
  name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader gives at most 100 entries at a time and an empty list at the end. */
async function readDirectory(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const next = (): Promise<FileSystemEntry[]> => new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
  const all: FileSystemEntry[] = [];
  for (let batch = await next(); batch.length > 0; batch = await next()) all.push(...batch);
  return all;
}

function readFile(entry: FileSystemFileEntry): Promise<ImportFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve([toImportFile(path, file)]),
      () => resolve([]),
    ),
  );
}
