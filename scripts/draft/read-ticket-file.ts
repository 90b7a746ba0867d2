import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { readMail } from './read-mail.ts';
import { ticketSchema, type Ticket } from '../../utils/domain/ticket.ts';

/** A ticket as people write one for a test: only what matters to a reply, or the extension's own form with everything. */
const ticketFileSchema = z.looseObject({
  id: z.coerce.string().default('1'),
  subject: z.string().default(''),
  queue: z.string().default(''),
  requester: z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]).default(''),
  agent: z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]).default(''),
  messages: z
    .array(
      z.looseObject({
        from: z.enum(['requester', 'agent', 'note']).optional(),
        role: z.enum(['requester', 'agent', 'participant']).optional(),
        visibility: z.enum(['public', 'internal']).optional(),
        at: z.iso.datetime().optional(),
        text: z.string(),
      }),
      'is missing; it is a list of messages',
    )
    .min(1, 'has no message; give at least one with "from" and "text"'),
});

/** Reads JSON, or any other text as the requester's one message. Rejects with what is wrong and where. */
export async function readTicketFile(path: string): Promise<Ticket> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`--ticket ${path} cannot be read. Give a file with a ticket as JSON or plain text.`);
  });
  if (text.trim() === '')
    throw new Error(`--ticket ${path} is empty. Write the requester's message into it, or a ticket as JSON.`);
  if (!/^\s*\{/.test(text) && extname(path) !== '.json') {
    const mail = readMail(text) ?? { from: '', subject: '', text };
    return toTicket({ subject: mail.subject, requester: mail.from, messages: [{ from: 'requester', text: mail.text }] }, path);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : '';
    throw new Error(`--ticket ${path} is no whole JSON: ${why}. Mend it, or give the requester's message as plain text.`, {
      cause: thrown,
    });
  }
  return toTicket(raw, path);
}

function toTicket(raw: unknown, path: string): Ticket {
  const file = ticketFileSchema.safeParse(raw);
  if (!file.success) {
    const [issue] = file.error.issues;
    const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}" ` : '';
    throw new Error(
      `--ticket ${basename(path)}: ${where}${issue?.message ?? 'does not fit'}. A ticket is {"messages": [{"from": "requester", "text": "…"}]}.`,
    );
  }
  const { id, subject, queue, requester, agent, messages } = file.data;
  const start = Date.now() - messages.length * 60_000;
  return ticketSchema.parse({
    host: 'file',
    helpdesk: 'demo',
    id,
    url: 'https://ticket.invalid/',
    subject,
    queue,
    requester: { id: 'requester', name: requester },
    ...(agent === '' ? {} : { agent: { id: 'agent', name: agent } }),
    messages: messages.map((message, index) => {
      const isRequester = (message.from ?? message.role ?? 'requester') === 'requester';
      return {
        id: String(index + 1),
        author: isRequester ? { id: 'requester', name: requester } : { id: 'agent', name: agent || 'Agent' },
        role: isRequester ? 'requester' : (message.role ?? 'agent'),
        visibility: message.from === 'note' ? 'internal' : (message.visibility ?? 'public'),
        at: message.at ?? new Date(start + index * 60_000).toISOString(),
        text: message.text,
      };
    }),
  });
}
