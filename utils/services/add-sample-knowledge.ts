import { z } from 'zod';
import { browser } from 'wxt/browser';
import { sourceIdSchema } from '../domain/passage.ts';
import { readFiles } from '../sources/read-files.ts';
import type { KnowledgeStore } from '../storage/knowledge-store.ts';

const indexSchema = z.array(z.string().regex(/^[\w./-]+\.md$/));
const SAMPLE_ID = sourceIdSchema.parse('sample');

/** Adds the help centre of a fictional company that comes with the extension, so that a first draft needs nothing else. */
export async function addSampleKnowledge(knowledge: Pick<KnowledgeStore, 'addSource'>): Promise<void> {
  const load = (name: string): Promise<Response> => fetch(`${browser.runtime.getURL('/')}sample-knowledge/${name}`);
  const names = indexSchema.parse(await (await load('index.json')).json());
  const files = names.map((name) => ({ name, bytes: async () => new Uint8Array(await (await load(name)).arrayBuffer()) }));
  const now = new Date().toISOString();
  const signal = new AbortController().signal;
  const read = await readFiles(files, { sourceId: SAMPLE_ID, audience: 'public', fetchedAt: now, signal });
  await knowledge.addSource(
    {
      id: SAMPLE_ID,
      kind: 'sample',
      name: 'Northwind Cloud (sample)',
      audience: 'public',
      importedAt: now,
      unreadable: read.unreadable,
    },
    read.articles,
    signal,
  );
}
