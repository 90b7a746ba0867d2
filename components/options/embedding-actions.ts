import type { Failure, Result } from '../../utils/domain/failure.ts';
import type { MessageReply, MessageRequest } from '../../utils/messaging/contract.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { askForOrigin } from './ask-for-origin.ts';

/** An embedding endpoint as it was filled in, with the team's own price. */
export type EmbeddingInput = MessageRequest<'embedding-estimate'>;
/** What would be sent. */
export type EmbeddingCost = Extract<MessageReply<'embedding-estimate'>, { kind: 'estimated' }>['cost'];

/** Search by meaning as the page orders it. A failure is shown where the button was pressed. */
export type EmbeddingActions = {
  /** Sends nothing. */
  readonly onEstimate: (input: EmbeddingInput) => Promise<Result<EmbeddingCost>>;
  /** Called in the turn of the click, so that the browser's permission may be asked for. An empty key keeps the stored one. */
  readonly onStart: (input: EmbeddingInput, key: string) => Promise<Result<undefined>>;
  readonly onPause: () => Promise<Result<undefined>>;
  readonly onCancel: () => Promise<Result<undefined>>;
  readonly onRemove: () => Promise<Result<undefined>>;
};

/** Orders given to the worker, which alone holds the key and asks the endpoint. */
export const embeddingActions: EmbeddingActions = {
  async onEstimate(input) {
    const answer = await send('embedding-estimate', input);
    if (!answer.ok) return answer;
    return answer.value.kind === 'estimated'
      ? { ok: true, value: answer.value.cost }
      : { ok: false, error: answer.value.failure };
  },
  async onStart(input, key) {
    const refused = await askForOrigin(input.endpoint);
    return refused ?? toResult(await send('embedding-start', { ...input, key }));
  },
  onPause: async () => toResult(await send('embedding-pause', {})),
  onCancel: async () => toResult(await send('embedding-cancel', {})),
  onRemove: async () => toResult(await send('embedding-remove', {})),
};

function toResult(answer: Result<{ kind: 'done' } | { kind: 'failed'; failure: Failure }>): Result<undefined> {
  if (!answer.ok) return answer;
  return answer.value.kind === 'done' ? { ok: true, value: undefined } : { ok: false, error: answer.value.failure };
}
