import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { toFailure, type Result } from '../../utils/domain/failure.ts';
import { sourceIdSchema, type Source, type SourceId, type SourceOrigin } from '../../utils/domain/passage.ts';
import type { MessageName, MessageRequest } from '../../utils/messaging/contract.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { importFiles } from '../../utils/services/import-files.ts';
import { loadPdfParser } from '../../utils/sources/load-pdf-parser.ts';
import { readPastedText } from '../../utils/sources/read-files.ts';
import type { KnowledgeWriter } from '../../utils/ports/knowledge-writer.ts';
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
  readonly knowledge: Pick<KnowledgeStore, 'addSource' | keyof KnowledgeWriter>;
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

  const change = async (
    work: (signal: AbortSignal) => Promise<unknown>,
    started: ImportProgress,
    describeKept = () => '',
  ): Promise<void> => {
    const cancel = new AbortController();
    running.current = cancel;
    setImportProblem('');
    setImporting(started);
    try {
      await work(cancel.signal);
    } catch (thrown) {
      const { what, next } = describeFailure(toFailure(thrown));
      if (!cancel.signal.aborted) setImportProblem(`${what} ${describeKept()}${next}`);
    } finally {
      setImporting(undefined);
      await refresh();
    }
  };
  const tellChanged = async (): Promise<void> => {
    await send('knowledge-changed', {});
    await listSources();
  };
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
        const given = toSource('files', name, readers);
        const start = { name, sourceId: given.id, done: 0, total: files.length };
        let kept = '';
        const deps = {
          writer: store,
          now: () => new Date(),
          makeId: () => crypto.randomUUID(),
          rest: () => new Promise<void>((resolve) => setTimeout(resolve)),
          onSaved(done: number, total: number) {
            kept = `${format(done)} of ${format(total)} files were read before, and what they hold can be found. `;
            setImporting({ ...start, done, total });
          },
          tellChanged,
        };
        void change(
          (signal) => importFiles({ source: given, files, loadPdfParser }, deps, signal),
          start,
          () => kept,
        );
      },
      onPasteText(title, text, readers) {
        const given = toSource('pasted-text', title, readers);
        const { id: sourceId, audience, importedAt: fetchedAt, kind: _kind, name: _name, ...scope } = given;
        const article = { ...readPastedText(title, text, { sourceId, audience, fetchedAt }), ...scope };
        void change((signal) => store.addSource({ ...given, unreadable: [] }, [article], signal).then(tellChanged), {
          name: title,
          done: 0,
          total: undefined,
        });
      },
      onImportSample: () =>
        void change(() => send('sample-add', {}).then(tellChanged), {
          name: 'Sample help centre',
          done: 0,
          total: undefined,
        }),
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

/** What is handed over. One id for one name: importing a folder again replaces what it brought before. */
function toSource(kind: 'files' | 'pasted-text', name: string, { audience, segments = [] }: Readers): HandedOver {
  const id = sourceIdSchema.parse(`${kind === 'files' ? 'files' : 'pasted'} ${name}`);
  const scope = audience === 'segment' ? { segments: [...segments] } : {};
  return { id, kind, name, audience, ...scope, importedAt: new Date().toISOString() };
}

type HandedOver = Pick<Source, 'id' | 'kind' | 'name' | 'audience' | 'segments' | 'importedAt'>;

const format = (n: number): string => new Intl.NumberFormat('en').format(n);

/** The folder or zip that was picked, or the first file and how many more. */
function nameImport(files: readonly ImportFile[]): string {
  const first = files[0]?.name ?? 'Files';
  if (first.includes('/')) return first.split('/')[0] || first;
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
