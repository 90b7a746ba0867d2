import { z } from 'zod';
import { browser } from 'wxt/browser';
import { failureSchema, toFailure, type Failure, type Result } from '../domain/failure.ts';
import { messages, type MessageName, type MessageReply, type MessageRequest } from './contract.ts';
import { identifySender } from './sender.ts';

const envelopeSchema = z.object({ name: z.string(), request: z.unknown() });
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);

export type MessageContext = { readonly tabId: number | undefined };
type Handlers = {
  readonly [N in MessageName]?: (request: MessageRequest<N>, context: MessageContext) => Promise<MessageReply<N>>;
};

const isMessageName = (name: string): name is MessageName => Object.hasOwn(messages, name);
const refused = (said: string): { ok: false; error: Failure } => ({ ok: false, error: { kind: 'message-refused', said } });

/**
 * Answers the messages named in `handlers`; call it once, in the first turn. A message from a sender that may not send
 * it, or that does not fit its schema, is refused and reaches no handler. Returns a function that stops listening.
 */
export function serveMessages(handlers: Handlers): () => void {
  const extensionOrigin = browser.runtime.getURL('/').replace(/\/$/, '');
  const listener = (
    raw: unknown,
    sender: Parameters<typeof identifySender>[0],
    respond: (answer: unknown) => void,
  ): true | undefined => {
    const envelope = envelopeSchema.safeParse(raw);
    if (!envelope.success || !isMessageName(envelope.data.name)) return undefined;
    const { name, request } = envelope.data;
    if (!handlers[name]) return undefined;
    if (identifySender(sender, browser.runtime.id, extensionOrigin) !== messages[name].from) {
      respond(refused(`${name} came from a sender that may not send it`));
      return undefined;
    }
    void answer(handlers, name, request, { tabId: sender?.tab?.id }).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function answer<N extends MessageName>(
  handlers: Handlers,
  name: N,
  raw: unknown,
  context: MessageContext,
): Promise<unknown> {
  const request = messages[name].request.safeParse(raw);
  if (!request.success) return refused(`${name} does not fit its schema: ${z.prettifyError(request.error)}`.slice(0, 300));
  try {
    const handler: ((request: MessageRequest<N>, context: MessageContext) => Promise<MessageReply<N>>) | undefined =
      handlers[name];
    // The schema that was just applied is the one the handler's type comes from.
    return { ok: true, value: await handler?.(request.data as MessageRequest<N>, context) };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}

/**
 * Sends to the worker (or, from the worker, to the content script of `tabId`). Every message may safely be sent twice;
 * one that went unanswered because the worker ended is sent a second time.
 */
export async function send<N extends MessageName>(
  name: N,
  request: MessageRequest<N>,
  tabId?: number,
): Promise<Result<MessageReply<N>>> {
  const post = (): Promise<unknown> =>
    tabId === undefined
      ? browser.runtime.sendMessage({ name, request })
      : browser.tabs.sendMessage(tabId, { name, request }, { frameId: 0 });
  try {
    const raw = await post()
      .catch(() => undefined)
      .then((first) => first ?? post());
    const parsed = answerSchema.safeParse(raw);
    if (!parsed.success) return { ok: false, error: { kind: 'message-refused', said: `${name} was not answered` } };
    if (!parsed.data.ok) return parsed.data;
    const reply = messages[name].reply.safeParse(parsed.data.value);
    if (!reply.success) return refused(`the reply to ${name} does not fit its schema`);
    return { ok: true, value: reply.data as MessageReply<N> };
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    if (/context invalidated/i.test(said)) return { ok: false, error: { kind: 'extension-updated' } };
    return { ok: false, error: { kind: 'message-refused', said: said.slice(0, 300) } };
  }
}
