import { useEffect, useRef, useState } from 'react';
import { toFailure } from '../../utils/domain/failure.ts';
import { sourceIdSchema, type Article, type Audience, type Source, type SourceId } from '../../utils/domain/passage.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { readFiles, readPastedText } from '../../utils/sources/read-files.ts';
import type { KnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import type { ImportFile, ImportProgress, KnowledgeActions } from './options-value.ts';

export type Knowledge = {
  readonly sources: readonly Source[];
  readonly importing: ImportProgress | undefined;
  readonly importProblem: string;
  readonly actions: KnowledgeActions & { readonly onSourceRemove: (id: SourceId) => void };
};

/** The knowledge as pages that may change it see it: what there is, what is being imported, and how to change it. */
export function useKnowledge(store: KnowledgeStore): Knowledge {
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [importing, setImporting] = useState<ImportProgress>();
  const [importProblem, setImportProblem] = useState('');
  const running = useRef<AbortController>(undefined);

  const refresh = (): Promise<void> => store.listSources().then(setSources, () => undefined);
  useEffect(() => void store.listSources().then(setSources, () => undefined), [store]);

  const change = async (work: (signal: AbortSignal) => Promise<unknown>, name: string): Promise<void> => {
    const cancel = new AbortController();
    running.current = cancel;
    setImportProblem('');
    setImporting({ name, done: 0, total: undefined });
    try {
      await work(cancel.signal);
      await send('knowledge-changed', {});
    } catch (thrown) {
      const { what, next } = describeFailure(toFailure(thrown));
      if (!cancel.signal.aborted) setImportProblem(`${what} ${next}`);
    } finally {
      setImporting(undefined);
      await refresh();
    }
  };
  const add = (id: SourceId, kind: Source['kind'], name: string, audience: Audience, read: Reader): Promise<void> =>
    change(async (signal) => {
      const importedAt = new Date().toISOString();
      const { articles, unreadable } = await read({ sourceId: id, audience, fetchedAt: importedAt, signal });
      await store.addSource({ id, kind, name, audience, importedAt, unreadable }, articles, signal);
    }, name);

  return {
    sources,
    importing,
    importProblem,
    actions: {
      onImportFiles(files, audience) {
        const name = nameImport(files);
        const onProgress = (done: number, total: number): void => setImporting({ name, done, total });
        void add(toSourceId(`files ${name}`), 'files', name, audience, (options) => readFiles(files, { ...options, onProgress }));
      },
      onPasteText(title, text, audience) {
        void add(toSourceId(`pasted ${title}`), 'pasted-text', title, audience, async (options) => ({
          articles: [readPastedText(title, text, options)],
          unreadable: [],
        }));
      },
      onImportSample: () => void change(() => send('sample-add', {}), 'Sample help centre'),
      onImportCancel: () => running.current?.abort(new Error('The import was cancelled.')),
      onSourceRemove: (id) =>
        void store
          .removeSource(id)
          .then(() => send('knowledge-changed', {}))
          .then(refresh),
    },
  };
}

type Reader = (options: Parameters<typeof readFiles>[1]) => Promise<{ articles: Article[]; unreadable: Source['unreadable'] }>;

/** One id for one name: importing a folder again replaces what it brought before. */
function toSourceId(name: string): SourceId {
  return sourceIdSchema.parse(name);
}

/** The folder or zip that was picked, or the first file and how many more. */
function nameImport(files: readonly ImportFile[]): string {
  const first = files[0]?.name ?? 'Files';
  if (first.includes('/')) return first.split('/')[0] || first;
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
