import type { Ticket } from '../domain/ticket.ts';
import type { Triage } from '../domain/triage.ts';
import { judgeTicket } from '../triage/judge-ticket.ts';
import { parseTriageModel } from '../triage/model-bytes.ts';
import type { TriageModel } from '../triage/triage-model.ts';
import type { TriageModelStore } from '../storage/triage-model-store.ts';

export type TriageReader = {
  /** Judges tickets by the team's classifier, or by the general one that comes with the extension. */
  readonly readTriage: () => Promise<(ticket: Ticket) => Triage>;
  /** The team's classifier was fitted anew or removed: it is read again. */
  readonly forget: () => void;
};

export type TriageReaderDeps = {
  readonly models: Pick<TriageModelStore, 'read'>;
  /** Bytes of the general classifier. */
  readonly readGeneral: () => Promise<Uint8Array>;
};

/** Reads the classifier once in a worker's life. One that can't be read is left out: rules alone tell urgency, sentiment and tags. */
export function createTriageReader({ models, readGeneral }: TriageReaderDeps): TriageReader {
  let known: Promise<TriageModel | undefined> | undefined;
  const parse = (bytes: Uint8Array | undefined): TriageModel | undefined => {
    const read = bytes && parseTriageModel(bytes);
    return read?.ok ? read.value : undefined;
  };
  const load = async (): Promise<TriageModel | undefined> =>
    parse(await models.read().catch(() => undefined)) ?? parse(await readGeneral().catch(() => undefined));
  return {
    async readTriage() {
      known ??= load();
      const model = await known;
      return (ticket) => judgeTicket(ticket, model);
    },
    forget() {
      known = undefined;
    },
  };
}
