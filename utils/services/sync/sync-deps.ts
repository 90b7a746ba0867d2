import type { Source, SourceId, SourceOrigin } from '../../domain/passage.ts';
import type { Sync } from '../../domain/sync.ts';
import type { KnowledgeSource, SourceDeps } from '../../ports/knowledge-source.ts';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';
import type { SecretStore } from '../../storage/secret-store.ts';
import type { Readable } from './choose-sync.ts';

/** Everything that reading sources again rests on. */
export type SyncDeps = {
  readonly writer: KnowledgeWriter;
  readonly secrets: SecretStore;
  /** The reader of a place; none for what is not read but asked. */
  readonly findSource: (origin: SourceOrigin) => KnowledgeSource | undefined;
  /** The browser's own; what a source gets of it is `createSourceFetch`. */
  readonly fetch: SourceDeps['fetch'];
  readonly sleep: SourceDeps['sleep'];
  /** May the browser read all of these match patterns? */
  readonly isAllowed: (patterns: readonly string[]) => Promise<boolean>;
  /** Does the work unless another context holds the lock of this name; says which. Freed when the context ends. */
  readonly tryLock: (name: string, work: () => Promise<void>) => Promise<boolean>;
  /** Keeps the worker from being ended until the returned function is called. */
  readonly keepAlive: () => () => void;
  /** Has `wake` called at that time and, should that fail, each minute after it; `undefined`: never. */
  readonly setAlarm: (at: Date | undefined) => Promise<void>;
  /** Called when a reading has ended, whether or not it brought something. */
  readonly noteKnowledgeChanged: () => void;
  readonly now: () => Date;
  readonly makeId: () => string;
};

export type PlacedSource = Source & { readonly origin: SourceOrigin };

export async function listReadable(writer: KnowledgeWriter): Promise<Readable[]> {
  const [sources, syncs] = await Promise.all([writer.listSources(), writer.listSyncs()]);
  const bySource = new Map<SourceId, Sync>(syncs.map((sync) => [sync.sourceId, sync]));
  return sources.map((source) => ({ source, sync: bySource.get(source.id) }));
}

export async function findReadable(writer: KnowledgeWriter, sourceId: SourceId): Promise<Readable | undefined> {
  return (await listReadable(writer)).find(({ source }) => source.id === sourceId);
}

export function hasPlace(source: Source): source is PlacedSource {
  return source.origin !== undefined;
}
