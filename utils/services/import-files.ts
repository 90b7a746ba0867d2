import type { Source, SourceId } from '../domain/passage.ts';
import type { Sync } from '../domain/sync.ts';
import type { KnowledgeWriter } from '../ports/knowledge-writer.ts';
import { readFileSteps, type PdfParser, type SourceFile } from '../sources/read-file-steps.ts';
import { checkStep } from './sync/check-step.ts';
import { toFresh } from './sync/sync-row.ts';

/** Searches elsewhere are told at most this often that there is more to find. */
const TOLD_EVERY_MS = 1000;

export type FileImport = {
  readonly source: Omit<Source, 'articles' | 'passages' | 'unreadable'>;
  readonly files: readonly SourceFile[];
  readonly loadPdfParser?: () => Promise<PdfParser>;
};

export type FileImportDeps = {
  readonly writer: KnowledgeWriter;
  readonly now: () => Date;
  readonly makeId: () => string;
  /** Lets the page draw, and hear the button that stops the import. */
  readonly rest: () => Promise<void>;
  /** What was read up to `done` of `total` files is saved. */
  readonly onSaved: (done: number, total: number) => void;
  /** What can be found has changed; resolves when those who search know it. */
  readonly tellChanged: () => Promise<void>;
};

/**
 * Adds files as a source, or replaces the source with its id, some at a time: what is saved can be found while the rest is
 * read, and stays when the import ends early. What the files no longer hold is removed at the end, and only then. The source's
 * row says `cancelled` until all is read, for a page that is closed tells nobody. Throws `FailureError` (`storage-full`,
 * `storage-broken`) and the signal's reason; ends quietly when the source was removed or is imported anew elsewhere.
 */
export async function importFiles(request: FileImport, deps: FileImportDeps, signal: AbortSignal): Promise<void> {
  const { source, files, loadPdfParser } = request;
  const { writer, now, rest, onSaved } = deps;
  const { id, audience, segments } = source;
  const telling = createTelling(deps);
  const last = await findSync(writer, id);
  let row: Sync = { ...toFresh(id, deps.makeId(), now(), last), state: 'cancelled' };
  await writer.saveSync(row);
  await writer.putSource({ ...source, unreadable: [] });
  const options = {
    sourceId: id,
    audience,
    fetchedAt: source.importedAt,
    signal,
    ...(segments ? { segments } : {}),
    ...(loadPdfParser ? { loadPdfParser } : {}),
  };
  try {
    for await (const step of readFileSteps(files, options)) {
      if ((await findSync(writer, id))?.runId !== row.runId) return;
      const checked = await checkStep({ ...step, unchanged: [], removed: [], cursor: '' }, id, writer);
      const sync = { ...row, done: step.done, total: step.total, steppedAt: now().toISOString() };
      row = await writer.saveStep({ ...checked, sync });
      onSaved(step.done, step.total);
      await telling.noteSaved();
      await rest();
      signal.throwIfAborted();
    }
    await writer.finishRun(row);
  } finally {
    await deps.tellChanged();
  }
}

/** Tells at once what comes first, and after that once a second; the last is told by the import itself. */
function createTelling({ now, tellChanged }: FileImportDeps): { readonly noteSaved: () => Promise<void> } {
  let toldMs = -Infinity;
  return {
    async noteSaved() {
      const nowMs = now().getTime();
      if (nowMs - toldMs < TOLD_EVERY_MS) return;
      toldMs = nowMs;
      await tellChanged();
    },
  };
}

async function findSync(writer: KnowledgeWriter, id: SourceId): Promise<Sync | undefined> {
  return (await writer.listSyncs()).find(({ sourceId }) => sourceId === id);
}
