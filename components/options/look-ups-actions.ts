import { browser } from 'wxt/browser';
import type { LookUpServer, OfferedTool } from '../../utils/domain/look-up.ts';
import type { Failure, Result } from '../../utils/domain/failure.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { describeLookUpTrouble } from './look-ups-words.ts';

export type LookUpsActions = {
  /** Called in the turn of a click, since it may ask for the browser's permission. The error is a text for people. */
  readonly onOffer: (server: Pick<LookUpServer, 'id' | 'url'>, secret: string) => Promise<Result<readonly OfferedTool[], string>>;
  /** Resolves to what went wrong; empty when nothing did. */
  readonly onSave: (server: Omit<LookUpServer, 'headersSecretName'>, secret: string) => Promise<string>;
  readonly onRemove: (serverId: string) => Promise<string>;
};

/** Sets up live look-ups through the worker, which alone holds the keys and asks the servers. */
export const lookUpsActions: LookUpsActions = {
  async onOffer(server, secret) {
    const { protocol, hostname, host } = new URL(server.url);
    if (!(await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] }))) {
      return { ok: false, error: `The browser was not allowed to ask ${host}. Ask again and choose Allow.` };
    }
    const answer = await send('look-up-offer', { server, secret });
    if (!answer.ok) return { ok: false, error: toWords(answer.error) };
    return answer.value.kind === 'offered'
      ? { ok: true, value: answer.value.tools }
      : { ok: false, error: describeLookUpTrouble(answer.value.why) };
  },
  onSave: async (server, secret) => toProblem(await send('look-up-save', { server, secret })),
  onRemove: async (serverId) => toProblem(await send('look-up-remove', { serverId })),
};

function toProblem(answer: Result<{ kind: 'done' } | { kind: 'failed'; failure: Failure }>): string {
  if (!answer.ok) return toWords(answer.error);
  return answer.value.kind === 'done' ? '' : toWords(answer.value.failure);
}

function toWords(failure: Failure): string {
  const { what, next } = describeFailure(failure);
  return `${what} ${next}`;
}
