import type { Tool } from '@modelcontextprotocol/client';
import { toHeadersSecretName, type LookUpResult, type LookUpServer, type LookUpTool } from '../../domain/look-up.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { LookUps, ToolName } from '../../ports/look-up.ts';
import { findArgumentFault, readParameterTypes } from './check-arguments.ts';
import { fillArguments } from './fill-arguments.ts';
import { LookUpError } from './guard-fetch.ts';
import { hashText, hashTool, toCanonicalJson } from './hash-tool.ts';
import { openSession, type Session } from './open-session.ts';
import { readHeaders } from './read-headers.ts';
import { cleanText, readResult } from './read-result.ts';

export type LookUpDeps = {
  readonly servers: readonly LookUpServer[];
  /** Empty when there is none. */
  readonly readSecret: (name: string) => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
};

type Call = { readonly tool: LookUpTool; readonly wasRequested: boolean };

/** Asks the team's MCP servers about one ticket: all servers at once, each within its own time, none able to hold up a draft for longer. */
export function createLookUps({ servers, readSecret, fetch, now }: LookUpDeps): LookUps {
  const askServer = async (
    server: LookUpServer,
    calls: readonly Call[],
    ticket: Ticket,
    signal: AbortSignal,
  ): Promise<LookUpResult[]> => {
    const asked = (tool: LookUpTool) => ({
      serverId: server.id,
      server: server.name,
      tool: tool.name,
      calledAt: now().toISOString(),
    });
    const fail = (tool: LookUpTool, thrown: unknown): LookUpResult => ({ kind: 'failed', ...asked(tool), ...toTrouble(thrown) });
    // A server is asked nothing, not even for its tools, about a ticket that holds nothing to ask.
    const fillable = calls.filter((call) => call.wasRequested || fillArguments(call.tool, ticket, {}).kind !== 'missing');
    if (fillable.length === 0) return [];
    try {
      const headers = await readServerHeaders(server, readSecret);
      return await openSession({ url: server.url, headers, fetch, timeoutMs: server.timeoutMs }, signal, async (session) => {
        const offered = await session.listTools();
        const results = fillable.map(async ({ tool }) => {
          try {
            return { kind: 'found', ...asked(tool), ...(await callTool(tool, offered, session, ticket)) } as const;
          } catch (thrown) {
            signal.throwIfAborted();
            return fail(tool, thrown);
          }
        });
        return Promise.all(results);
      });
    } catch (thrown) {
      signal.throwIfAborted();
      return fillable.map(({ tool }) => fail(tool, thrown));
    }
  };
  return {
    async lookUp(ticket, signal, requested = []) {
      const asked = servers.map((server) => askServer(server, selectCalls(server, requested), ticket, signal));
      return (await Promise.all(asked)).flat();
    },
  };
}

function selectCalls(server: LookUpServer, requested: readonly ToolName[]): Call[] {
  return server.tools.flatMap((tool) => {
    const wasRequested = requested.some((one) => one.serverId === server.id && one.tool === tool.name);
    return wasRequested || tool.when === 'always' ? [{ tool, wasRequested }] : [];
  });
}

async function readServerHeaders(server: LookUpServer, readSecret: LookUpDeps['readSecret']): Promise<Record<string, string>> {
  if (server.headersSecretName === undefined) return {};
  if (server.headersSecretName !== toHeadersSecretName(server)) {
    throw new LookUpError('not-allowed', 'The key was stored for another address. Type it again.');
  }
  return readHeaders(await readSecret(server.headersSecretName));
}

/** One call, after every check that can be made before it. */
async function callTool(tool: LookUpTool, offered: readonly Tool[], session: Session, ticket: Ticket) {
  const found = offered.find((one) => one.name === tool.name);
  if (!found) throw new LookUpError('not-offered', `The server no longer has the tool "${tool.name}".`);
  if ((await hashTool(found)) !== tool.schemaHash) {
    throw new LookUpError('tool-changed', 'The tool takes or gives something else than when it was ticked.');
  }
  if (found.annotations?.readOnlyHint !== true && !tool.mayChangeThings) {
    throw new LookUpError('not-read-only', 'The tool does not say that it only reads.');
  }
  const filled = fillArguments(tool, ticket, readParameterTypes(found.inputSchema));
  if (filled.kind === 'missing')
    throw new LookUpError('nothing-to-ask', `The ticket gives nothing for: ${filled.parameters.join(', ')}.`);
  if (filled.kind === 'unusable')
    throw new LookUpError('arguments-refused', `The pattern cannot be used: ${filled.parameters.join(', ')}.`);
  const fault = findArgumentFault(found.inputSchema, filled.values);
  if (fault !== undefined) throw new LookUpError('arguments-refused', fault);
  const answer = await session.call(tool.name, filled.values);
  const read = readResult(answer);
  if (!read) throw new LookUpError('garbled', 'The answer holds no text.');
  const { fields, text, isCut, valueAt } = read;
  const title = cleanText(found.title ?? found.annotations?.title ?? found.name).slice(0, 100) || tool.name;
  const hash = await hashText(toCanonicalJson([answer.content, answer.structuredContent]));
  return { title, fields, text, isCut, hash, isRequestersOwn: isRequestersOwn(tool, ticket, valueAt) };
}

/**
 * Is the answer about the requester? Anyone can write another's order number into a ticket: where a pattern chose what was asked,
 * the answer itself has to name the requester's address.
 */
function isRequestersOwn(tool: LookUpTool, ticket: Ticket, valueAt: (path: string) => string | undefined): boolean {
  if (tool.ownerField !== undefined) {
    const email = ticket.requester.email?.trim().toLowerCase() ?? '';
    return email !== '' && valueAt(tool.ownerField)?.trim().toLowerCase() === email;
  }
  const slots = Object.values(tool.arguments).map((slot) => slot.from);
  return !slots.includes('pattern') && (slots.includes('requester-email') || slots.includes('ticket-id'));
}

function toTrouble(thrown: unknown): Pick<Extract<LookUpResult, { kind: 'failed' }>, 'trouble' | 'said' | 'status'> {
  const said = cleanText(thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 300);
  if (!(thrown instanceof LookUpError)) return { trouble: 'garbled', said };
  return { trouble: thrown.trouble, said, ...(thrown.status === undefined ? {} : { status: thrown.status }) };
}
