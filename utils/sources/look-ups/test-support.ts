import type { LookUpServer, LookUpTool } from '../../domain/look-up.ts';
import { ticketSchema, type Ticket } from '../../domain/ticket.ts';
import { createLookUps, type LookUpDeps } from './create-look-ups.ts';
import { listOfferedTools } from './list-offered-tools.ts';

export const signal = new AbortController().signal;

export function makeTicket(text: string, email: string | undefined = 'ada@example.com'): Ticket {
  const ada = { id: 'u1', name: 'Ada', ...(email === '' ? {} : { email }) };
  const agent = { id: 'a1', name: 'Grace' };
  const at = '2026-11-20T09:00:00Z';
  return ticketSchema.parse({
    host: 'desk.example',
    helpdesk: 'demo',
    id: '7',
    url: 'https://desk.example/7',
    subject: 'Where is my order?',
    requester: ada,
    messages: [
      { id: 'm1', author: ada, role: 'requester', visibility: 'public', at, text },
      { id: 'm2', author: agent, role: 'agent', visibility: 'internal', at, text: 'Same as NW-999999, I think' },
    ],
  });
}

export const byOrderNumber: LookUpTool['arguments'] = { number: { from: 'pattern', pattern: 'NW-\\d{6}' } };

/** A server with one tool ticked as it is offered right now. */
export async function tick(
  url: string,
  name: string,
  tool: Partial<LookUpTool> = {},
  server: Partial<LookUpServer> = {},
): Promise<LookUpServer> {
  const offered = await listOfferedTools({ url, headers: {}, fetch, timeoutMs: 5000 }, signal);
  const schemaHash = offered.ok ? (offered.value.find((one) => one.name === name)?.schemaHash ?? '') : '';
  const ticked: LookUpTool = { name, when: 'always', arguments: byOrderNumber, schemaHash, mayChangeThings: false, ...tool };
  return { id: 'shop', name: 'Shop', url, tools: [ticked], timeoutMs: 5000, ...server };
}

export function lookUpsOf(servers: readonly LookUpServer[], deps: Partial<LookUpDeps> = {}) {
  return createLookUps({ servers, readSecret: async () => '', fetch, now: () => new Date('2026-11-21T10:00:00Z'), ...deps });
}
