import { z } from 'zod/mini';
import { browser } from 'wxt/browser';
import { failureSchema, toFailure, type Failure, type Result } from '../domain/failure.ts';
import type { Contract } from './page-contract.ts';
import { identifySender } from './sender.ts';

const envelopeSchema = z.object({ name: z.string(), request: z.unknown() });
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);

/** Where a message came from, as the browser says. `host` is the page's, with its port. */
export type MessageContext = { readonly tabId: number | undefined; readonly host?: string | undefined };
type RequestOf<C extends Contract, N extends keyof C> = z.infer<C[N]['request']>;
type ReplyOf<C extends Contract, N extends keyof C> = z.infer<C[N]['reply']>;
export type Handlers<C extends Contract> = {
  readonly [N in keyof C]?: (request: RequestOf<C, N>, context: MessageContext) => Promise<ReplyOf<C, N>>;
};

export type Messenger<C extends Contract> = {
  /**
   * Answers the messages named in `handlers`; call it once, in the first turn. A message from a sender that may not send
   * it, or that does not fit its schema, is refused and reaches no handler. Returns a function that stops listening.
   */
  readonly serveMessages: (handlers: Handlers<C>) => () => void;
  /**
   * Sends to the worker (or, from the worker, to the content script of `tabId`). Every message may safely be sent twice;
   * one that went unanswered because the worker ended is sent a second time.
   */
  readonly send: <N extends keyof C & string>(
    name: N,
    request: RequestOf<C, N>,
    tabId?: number,
  ) => Promise<Result<ReplyOf<C, N>>>;
};

const refused = (said: string): { ok: false; error: Failure } => ({ ok: false, error: { kind: 'message-refused', said } });

/** Which fields do not fit. */
const describeIssues = ({ issues }: z.core.$ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`).join('; ');

/** Sends and answers the messages of one contract. */
export function createMessenger<C extends Contract>(messages: C): Messenger<C> {
  const isName = (name: string): name is keyof C & string => Object.hasOwn(messages, name);

  async function answer<N extends keyof C & string>(
    handlers: Handlers<C>,
    name: N,
    raw: unknown,
    context: MessageContext,
  ): Promise<unknown> {
    const schema = messages[name]?.request;
    const request = schema && z.safeParse(schema, raw);
    if (!request?.success) {
      const said = request ? describeIssues(request.error) : 'no such message';
      return refused(`${name} does not fit its schema: ${said}`.slice(0, 300));
    }
    try {
      // The schema that was just applied is the one the handler's type comes from.
      return { ok: true, value: await handlers[name]?.(request.data as RequestOf<C, N>, context) };
    } catch (thrown) {
      return { ok: false, error: toFailure(thrown) };
    }
  }

  return {
    serveMessages(handlers) {
      const extensionOrigin = browser.runtime.getURL('/').replace(/\/$/, '');
      const listener = (
        raw: unknown,
        sender: Parameters<typeof identifySender>[0],
        respond: (answer: unknown) => void,
      ): true | undefined => {
        const envelope = envelopeSchema.safeParse(raw);
        if (!envelope.success || !isName(envelope.data.name)) return undefined;
        const { name, request } = envelope.data;
        if (!handlers[name]) return undefined;
        if (identifySender(sender, browser.runtime.id, extensionOrigin) !== messages[name]?.from) {
          respond(refused(`${name} came from a sender that may not send it`));
          return undefined;
        }
        void answer(handlers, name, request, { tabId: sender?.tab?.id, host: URL.parse(sender?.url ?? '')?.host }).then(respond);
        return true;
      };
      browser.runtime.onMessage.addListener(listener);
      return () => browser.runtime.onMessage.removeListener(listener);
    },
    async send<N extends keyof C & string>(name: N, request: RequestOf<C, N>, tabId?: number) {
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
        const schema = messages[name]?.reply;
        const reply = schema && z.safeParse(schema, parsed.data.value);
        if (!reply?.success) return refused(`the reply to ${name} does not fit its schema`);
        return { ok: true, value: reply.data as ReplyOf<C, N> };
      } catch (thrown) {
        const said = thrown instanceof Error ? thrown.message : String(thrown);
        if (/context invalidated/i.test(said)) return { ok: false, error: { kind: 'extension-updated' } };
        return { ok: false, error: { kind: 'message-refused', said: said.slice(0, 300) } };
      }
    },
  };
}
