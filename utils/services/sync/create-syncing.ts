import { browser } from 'wxt/browser';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';
import type { SecretStore } from '../../storage/secret-store.ts';
import { keepWorkerAlive } from '../keep-worker-alive.ts';
import { createSyncService, type SyncService } from './create-sync-service.ts';
import { sleep } from './race-abort.ts';
import { setSyncAlarm } from './sync-alarm.ts';
import type { SyncDeps } from './sync-deps.ts';
import { tryLock } from './try-lock.ts';

export type SyncingDeps = {
  readonly writer: KnowledgeWriter;
  readonly secrets: SecretStore;
  readonly findSource: SyncDeps['findSource'];
  readonly noteKnowledgeChanged: SyncDeps['noteKnowledgeChanged'];
};

/** Reading sources again as the worker does it, in this browser. Opens nothing and asks nobody until it is used. */
export function createSyncing(deps: SyncingDeps): SyncService {
  return createSyncService({
    ...deps,
    fetch: (input, init) => fetch(input, init),
    sleep,
    isAllowed: (patterns) => browser.permissions.contains({ origins: [...patterns] }),
    tryLock,
    keepAlive: keepWorkerAlive,
    setAlarm: setSyncAlarm,
    now: () => new Date(),
    makeId: () => crypto.randomUUID(),
  });
}
