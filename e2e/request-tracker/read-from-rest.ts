import { Window } from 'happy-dom';
import { z } from 'zod';
import { askRest } from './rt.ts';

const link = z.object({ id: z.coerce.string() });
const ticketSchema = z.object({ Subject: z.string(), Requestor: z.array(link) });
const historySchema = z.object({
  items: z.array(z.object({ id: z.coerce.string(), Type: z.string(), Creator: link, Created: z.string() })),
});
const attachmentsSchema = z.object({
  items: z.array(
    z.object({
      id: z.coerce.string(),
      TransactionId: z.coerce.string(),
      ContentType: z.string(),
      Filename: z.string().nullish(),
      Content: z.string().nullish(),
    }),
  ),
});
const userSchema = z.object({ Privileged: z.coerce.number().optional() });

/** What REST says of a ticket, put together another way than our adapter does: bodies come from the attachments. */
export type RestMessage = {
  readonly id: string;
  readonly author: string;
  readonly role: string;
  readonly at: string;
  readonly visibility: string;
  /** Every character but white space, of what the author wrote and of what they quoted. */
  readonly ownInk: string;
  readonly quotedInk: string;
  readonly attachments: readonly string[];
};

export const toInk = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

async function readAll<T extends { items: unknown[] }>(path: string, schema: z.ZodType<T>): Promise<T['items']> {
  const items: T['items'] = [];
  for (let page = 1; ; page += 1) {
    const answer = schema.parse(await askRest(`${path}&per_page=100&page=${page}`));
    if (answer.items.length === 0) return items;
    items.push(...answer.items);
  }
}

export async function readFromRest(
  id: number | string,
): Promise<{ subject: string; requesters: string[]; messages: RestMessage[] }> {
  const ticket = ticketSchema.parse(await askRest(`/ticket/${id}`));
  const requesters = ticket.Requestor.map((requestor) => requestor.id);
  const history = (await readAll(`/ticket/${id}/history?fields=Type,Creator,Created`, historySchema)) as z.infer<
    typeof historySchema
  >['items'];
  const parts = (await readAll(
    `/ticket/${id}/attachments?fields=TransactionId,ContentType,Filename,Content`,
    attachmentsSchema,
  )) as z.infer<typeof attachmentsSchema>['items'];
  const roles = new Map<string, string>();
  for (const { Creator } of history) {
    if (roles.has(Creator.id)) continue;
    const user = userSchema.parse(await askRest(`/user/${encodeURIComponent(Creator.id)}`));
    roles.set(Creator.id, requesters.includes(Creator.id) ? 'requester' : user.Privileged === 1 ? 'agent' : 'participant');
  }
  const messages = history
    .filter(({ Type }) => ['Create', 'Correspond', 'Comment'].includes(Type))
    .map((item): RestMessage => {
      const own = parts.filter((part) => part.TransactionId === item.id);
      const body =
        own.find((part) => !part.Filename && part.ContentType === 'text/html') ??
        own.find((part) => !part.Filename && part.ContentType === 'text/plain');
      const lines = body?.ContentType === 'text/html' ? [toText(body.Content ?? '')] : (body?.Content ?? '').split('\n');
      const isQuote = (line: string): boolean => /^\s*>|^On .* wrote:$/.test(line);
      return {
        id: item.id,
        author: item.Creator.id,
        role: roles.get(item.Creator.id) ?? '',
        at: item.Created,
        visibility: item.Type === 'Comment' ? 'internal' : 'public',
        ownInk: toInk(lines.filter((line) => !isQuote(line)).join('\n')),
        quotedInk: toInk(
          lines
            .filter(isQuote)
            .join('\n')
            .replace(/^\s*(?:>\s*)+/gm, ''),
        ),
        attachments: own.flatMap((part) => (part.Filename ? [part.Filename] : [])),
      };
    });
  return { subject: ticket.Subject, requesters, messages };
}

function toText(html: string): string {
  const { document } = new Window();
  document.body.innerHTML = html;
  return document.body.textContent ?? '';
}
