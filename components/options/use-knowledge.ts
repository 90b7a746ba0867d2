import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { toFailure, type Result } from '../../utils/domain/failure.ts';
import { sourceIdSchema, type Article, type Source, type SourceId, type SourceOrigin } from '../../utils/domain/passage.ts';
import type { MessageName, MessageRequest } from '../../utils/messaging/contract.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { loadPdfParser } from '../../utils/sources/load-pdf-parser.ts';
import { readFiles, readPastedText } from '../../utils/sources/read-files.ts';
import type { KnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import type { FindingsReader } from '../knowledge/article-findings.ts';
import { searchKnowledge } from '../knowledge/search-knowledge.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { useReadings } from './knowledge-readings.ts';
import type { ImportFile, ImportProgress, KnowledgeActions, Readers, ReadingActions, Readings } from './options-value.ts';
import { toSitePatterns, toSourceHost } from './source-check.ts';

export type Knowledge = {
  readonly sources: readonly Source[];
  readonly importing: ImportProgress | undefined;
  readonly importProblem: string;
  readonly readings: Readings;
  readonly actions: KnowledgeActions & ReadingActions & { readonly onSourceRemove: (id: SourceId, forget: boolean) => void };
};

/** The stores as pages use them. */
export type KnowledgePageStores = {
  readonly knowledge: Pick<KnowledgeStore, 'listSources' | 'addSource' | 'listSyncs'>;
  readonly articles: FindingsReader;
  /** Everywhere; with `forget` its text goes from drafts and outcomes too. Throws `FailureError`. */
  readonly removeSource: (id: SourceId, forget: boolean) => Promise<unknown>;
};

/**
 * The knowledge as pages that may change it see it: what there is, what is being imported or read, what of it has to be
 * looked at, and how to change it.
 */
export function useKnowledge({ knowledge: store, articles, removeSource: removeEverywhere }: KnowledgePageStores): Knowledge {
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [importing, setImporting] = useState<ImportProgress>();
  const [importProblem, setImportProblem] = useState('');
  const running = useRef<AbortController>(undefined);

  const listSources = useCallback((): Promise<void> => store.listSources().then(setSources, () => undefined), [store]);
  const { readings, refresh } = useReadings({
    listSyncs: store.listSyncs,
    articles,
    onStep: () => void listSources(),
  });
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
  const add = (id: SourceId, kind: Source['kind'], name: string, readers: Readers, read: Reader): Promise<void> =>
    change(async (signal) => {
      const importedAt = new Date().toISOString();
      const { articles: found, unreadable } = await read({
        sourceId: id,
        audience: readers.audience,
        fetchedAt: importedAt,
        signal,
      });
      const source = { id, kind, name, audience: readers.audience, ...toSegmentPart(readers), importedAt, unreadable };
      await store.addSource(
        source,
        found.map((article) => ({ ...article, ...toSegmentPart(readers) })),
        signal,
      );
    }, name);
  const order = async <N extends OrderName>(name: N, request: MessageRequest<N>): Promise<Result<undefined>> => {
    const answer = await send(name, request);
    await refresh();
    if (!answer.ok) return answer;
    return answer.value.kind === 'done' ? { ok: true, value: undefined } : { ok: false, error: answer.value.failure };
  };

  return {
    sources,
    importing,
    importProblem,
    readings,
    actions: {
      onImportFiles(files, readers) {
        const name = nameImport(files);
        const onProgress = (done: number, total: number): void => setImporting({ name, done, total });
        void add(toSourceId(`files ${name}`), 'files', name, readers, (options) =>
          readFiles(files, { ...options, onProgress, loadPdfParser }),
        );
      },
      onPasteText(title, text, readers) {
        void add(toSourceId(`pasted ${title}`), 'pasted-text', title, readers, async (options) => ({
          articles: [readPastedText(title, text, options)],
          unreadable: [],
        }));
      },
      onImportSample: () => void change(() => send('sample-add', {}), 'Sample help centre'),
      onImportCancel: () => running.current?.abort(new Error('The import was cancelled.')),
      async onSourceAdd(source, key) {
        const refused = source.origin && (await askForSites(source.origin));
        return refused ?? order('source-add', { source, key });
      },
      async onSyncStart({ id, origin }) {
        const refused = origin && (await askForSites(origin));
        return refused ?? order('sync-start', { sourceId: id });
      },
      onSyncCancel: (id) => order('sync-cancel', { sourceId: id }),
      onReview: ({ sourceId, id }, state) => order('article-review', { sourceId, articleId: id, state }),
      onSearch: searchKnowledge,
      onSourceRemove: (id, forget) => void removeSource(id, forget),
    },
  };

  async function removeSource(id: SourceId, forget: boolean): Promise<void> {
    // What is being read would come back: the worker stops first.
    if (sources.some((source) => source.id === id && source.origin)) await send('sync-cancel', { sourceId: id });
    await removeEverywhere(id, forget).catch((thrown: unknown) => {
      const { what, next } = describeFailure(toFailure(thrown));
      setImportProblem(`${what} ${next}`);
    });
    await send('knowledge-changed', {});
    await refresh();
  }
}

type OrderName = Extract<MessageName, 'source-add' | 'sync-start' | 'sync-cancel' | 'article-review'>;

/** Asks the browser for every site that a source is read from; must run in the turn of a click. What is allowed already is not asked. */
async function askForSites(origin: SourceOrigin): Promise<Result<undefined> | undefined> {
  const isAllowed = await browser.permissions.request({ origins: toSitePatterns(origin) });
  return isAllowed ? undefined : { ok: false, error: { kind: 'source-not-allowed', host: toSourceHost(origin) } };
}

function toSegmentPart({ audience, segments }: Readers): { segments?: string[] } {
  return audience === 'segment' ? { segments: [...(segments ?? [])] } : {};
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
