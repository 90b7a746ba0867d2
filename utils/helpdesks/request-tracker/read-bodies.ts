import type { Result } from '../../domain/failure.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { readAnswer, unreadable } from '../read-json.ts';
import { splitQuoted, type SplitMessage } from '../split-quoted.ts';
import { toMessageLines } from '../to-message-lines.ts';
import { readLongBody } from './read-long-body.ts';
import { NAME } from './rest.ts';
import { toWebPath } from './web-path.ts';

export type MessageBody = SplitMessage & { readonly attachments: string[] };

/**
 * The texts of the messages with these transaction ids: from the page where it has loaded all of them, else from RT's
 * history page of the same ticket. A message that neither has makes the whole read fail.
 */
export async function readBodies(
  page: HelpdeskPage,
  id: TicketId,
  messageIds: readonly string[],
  signal: AbortSignal,
): Promise<Result<Map<string, MessageBody>>> {
  const here = page.document.readyState === 'complete' ? findTransactions(page.document, id) : new Map<string, Element>();
  const found = messageIds.every((each) => here.has(each))
    ? ({ ok: true, value: here } as const)
    : await fetchTransactions(page, id, signal);
  if (!found.ok) return found;
  const bodies = new Map<string, MessageBody>();
  for (const messageId of messageIds) {
    const transaction = found.value.get(messageId);
    if (!transaction) return unreadable(NAME, `the text of message ${messageId}`);
    const shown = toBody(transaction);
    const body = shown ? ({ ok: true, value: shown } as const) : await readLongBody(page, messageId, signal);
    if (!body.ok) return body;
    bodies.set(messageId, { ...body.value, attachments: findAttachmentNames(transaction) });
  }
  return { ok: true, value: bodies };
}

function findTransactions(document: Document, id: TicketId): Map<string, Element> {
  const entries = document.querySelectorAll(`#ticket-${id}-history .transaction.message[data-transaction-id]`);
  return new Map([...entries].map((entry) => [entry.getAttribute('data-transaction-id') ?? '', entry]));
}

async function fetchTransactions(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<Map<string, Element>>> {
  const path = `${toWebPath(page.url)}/Ticket/History.html?id=${id}`;
  const answer = await readAnswer(page, path, 'text/html', NAME, 'the history of the ticket', signal);
  if (!answer.ok) return answer;
  const { body, status } = answer.value;
  if (status >= 400) return unreadable(NAME, `the history of the ticket (HTTP ${status})`);
  const Parser = page.document.defaultView?.DOMParser ?? DOMParser;
  const parsed = new Parser().parseFromString(body, 'text/html');
  if (parsed.querySelector('input[type=password]')) return { ok: false, error: { kind: 'signed-out', helpdesk: NAME } };
  if (!/<\/html>\s*$/i.test(body)) return unreadable(NAME, 'the end of the history');
  return { ok: true, value: findTransactions(parsed, id) };
}

/** Nothing when RT left the body out (too long, or not to be shown inline) and only says so in the agent's language. */
function toBody(transaction: Element): SplitMessage | undefined {
  const bodies = [...transaction.querySelectorAll('.messagebody')].filter((body) => !body.parentElement?.closest('.messagebody'));
  const shown = bodies.filter((body) => body.querySelector('.message-stanza'));
  if (shown.length === 0) return undefined;
  return splitQuoted(
    shown.flatMap((body, index) => [...(index > 0 ? [{ text: '', quoted: false }] : []), ...toMessageLines(body)]),
  );
}

function findAttachmentNames(transaction: Element): string[] {
  const names = [...transaction.querySelectorAll('a[href*="Attachment/"]')].map((link) => {
    const [, name = ''] = /Attachment\/\d+\/\d+\/([^?#]+)/.exec(link.getAttribute('href') ?? '') ?? [];
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  });
  return [...new Set(names.filter((name) => name !== ''))];
}
