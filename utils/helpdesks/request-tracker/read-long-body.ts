import type { Result } from '../../domain/failure.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { splitQuoted, type SplitMessage } from '../split-quoted.ts';
import { toMessageLines } from '../to-message-lines.ts';
import { readRest, restAttachmentSchema, restTransactionSchema } from './rest.ts';

/** The text of one message from its attachments, for bodies that RT's pages leave out. Empty for a message without text. */
export async function readLongBody(page: HelpdeskPage, messageId: string, signal: AbortSignal): Promise<Result<SplitMessage>> {
  const what = `the text of message ${messageId}`;
  const transaction = await readRest(page, `/transaction/${messageId}`, restTransactionSchema, what, signal);
  if (!transaction.ok) return transaction;
  // Only the number is taken from the address that the answer names.
  const ids = transaction.value._hyperlinks
    .filter(({ ref }) => ref === 'attachment')
    .flatMap(({ _url }) => /\/attachment\/(\d+)$/.exec(_url ?? '')?.[1] ?? []);
  const texts: { readonly type: string; readonly content: string }[] = [];
  for (const id of ids) {
    const part = await readRest(page, `/attachment/${id}`, restAttachmentSchema, what, signal);
    if (!part.ok) return part;
    const { ContentType, Filename, Content } = part.value;
    const type = ContentType ?? '';
    if (!Filename && /^text\/(?:plain|html)/.test(type)) texts.push({ type, content: decodeBase64(Content ?? '') });
  }
  const body = texts.find(({ type }) => type.startsWith('text/plain')) ?? texts[0];
  if (!body) return { ok: true, value: { text: '', quoted: '' } };
  if (body.type.startsWith('text/plain'))
    return { ok: true, value: splitQuoted(body.content.split(/\r?\n/).map((text) => ({ text, quoted: false }))) };
  const Parser = page.document.defaultView?.DOMParser ?? DOMParser;
  return { ok: true, value: splitQuoted(toMessageLines(new Parser().parseFromString(body.content, 'text/html').body)) };
}

/** REST gives contents as base64 of UTF-8, broken into lines. */
function decodeBase64(content: string): string {
  const bytes = Uint8Array.from(atob(content.replace(/\s/g, '')), (char) => char.codePointAt(0) ?? 0);
  return new TextDecoder().decode(bytes);
}
