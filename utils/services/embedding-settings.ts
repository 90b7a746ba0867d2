import { toFailure } from '../domain/failure.ts';
import type { Endpoint, Settings } from '../domain/settings.ts';
import type { MessageReply, MessageRequest } from '../messaging/contract.ts';
import type { EmbeddingState } from '../storage/embedding-state.ts';
import type { KnowledgeEmbedder } from './embed-knowledge.ts';

export type EmbeddingSettingsDeps = {
  readonly embedKnowledge: Pick<KnowledgeEmbedder, 'start' | 'cancel' | 'remove' | 'estimate'>;
  readonly readState: () => Promise<EmbeddingState>;
  /** Keeps a key for the endpoint's origin unless it is empty; tells whether one is stored then. */
  readonly saveKey: (endpoint: Omit<Endpoint, 'hasKey'>, key: string) => Promise<boolean>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<unknown>;
};

/** Search by meaning as Options turns it on and off. `settings.embedding` is there as long as anything may be sent for it. */
export function createEmbeddingSettings({ embedKnowledge, readState, saveKey, changeSettings }: EmbeddingSettingsDeps) {
  return {
    async estimate({
      endpoint,
      pricePerMillionTokens,
    }: MessageRequest<'embedding-estimate'>): Promise<MessageReply<'embedding-estimate'>> {
      try {
        return { kind: 'estimated', cost: await embedKnowledge.estimate(endpoint, pricePerMillionTokens) };
      } catch (thrown) {
        return { kind: 'failed', failure: toFailure(thrown) };
      }
    },
    /** Resolves when the run has begun, not when it has ended. */
    async start({ endpoint, pricePerMillionTokens }: MessageRequest<'embedding-estimate'>, key: string): Promise<void> {
      const hasKey = await saveKey(endpoint, key);
      const price = pricePerMillionTokens === undefined ? {} : { pricePerMillionTokens };
      await changeSettings({ embedding: { endpoint: { ...endpoint, hasKey }, ...price } });
      await new Promise<void>((resolve, reject) => {
        embedKnowledge.start(endpoint, { onBegun: resolve }).then(resolve, reject);
      });
    },
    /** What served before goes on serving, and is what the settings name again. */
    async cancel(): Promise<void> {
      await embedKnowledge.cancel();
      const { serving } = await readState();
      if (!serving) return void (await changeSettings({ embedding: undefined }));
      const { baseUrl, model } = serving;
      await changeSettings({ embedding: { endpoint: { baseUrl, model, hasKey: await saveKey({ baseUrl, model }, '') } } });
    },
    async remove(): Promise<void> {
      await embedKnowledge.remove();
      await changeSettings({ embedding: undefined });
    },
  };
}
