import type { DesksideDatabase } from './database.ts';

const KEY = 'triage';

/** The classifier that the team has fitted on its own tickets, as bytes; absent while it has not. */
export type TriageModelStore = {
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly remove: () => Promise<void>;
};

export function createTriageModelStore(open: () => Promise<DesksideDatabase>): TriageModelStore {
  return {
    read: async () => (await open()).get('models', KEY),
    async write(bytes) {
      await (await open()).put('models', bytes, KEY);
    },
    async remove() {
      await (await open()).delete('models', KEY);
    },
  };
}
