import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sourceIdSchema, type Passage } from '../../utils/domain/passage.ts';
import { cutPassages } from '../../utils/retrieval/cut-passages.ts';
import { readFiles } from '../../utils/sources/read-files.ts';

export type KnowledgeFolder = {
  readonly articles: number;
  readonly passages: readonly Passage[];
  readonly unreadable: readonly { readonly name: string; readonly said: string }[];
};

/** Every file below a folder, read as the extension imports it, for a public reply. Rejects when the folder cannot be read or holds no article. */
export async function readKnowledgeFolder(folder: string): Promise<KnowledgeFolder> {
  const info = await stat(folder).catch(() => undefined);
  if (!info?.isDirectory())
    throw new Error(`--knowledge ${folder} is no folder. Give one with Markdown, HTML or other article files.`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const read = await readFiles(
    files.map((file) => ({
      name: relative(folder, file).replaceAll('\\', '/'),
      bytes: async () => new Uint8Array(await readFile(file)),
    })),
    {
      sourceId: sourceIdSchema.parse('folder'),
      audience: 'public',
      fetchedAt: new Date().toISOString(),
      signal: new AbortController().signal,
    },
  );
  const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
  const passages = (await Promise.all(read.articles.map((article) => cutPassages(article, digest)))).flat();
  const unreadable = read.unreadable.map(({ name, reason }) => ({ name, said: reason }));
  if (passages.length === 0) {
    const looked = files.length === 0 ? 'it is empty' : `${files.length} files looked at`;
    throw new Error(
      `--knowledge ${folder} holds no article that could be read: ${looked}. Put Markdown, HTML or text files into it.`,
    );
  }
  return { articles: read.articles.length, passages, unreadable };
}
