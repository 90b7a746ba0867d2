import type { Result } from '../../domain/failure.ts';
import type { Message, Person } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { readRest, restUserSchema, type RestTicket } from './rest.ts';

/** A person with RT's word on whether they are staff. */
export type KnownPerson = { readonly person: Person; readonly isPrivileged: boolean };

/** RT's user name, which REST uses as the id. `Nobody`, as in RT, for a ticket without a requestor. */
export const toRequesterId = (ticket: RestTicket): string => ticket.Requestor[0]?.id ?? 'Nobody';

/** Looks everyone up once. A user whom this agent may not see keeps the bare name and counts as no staff. */
export async function readPeople(
  page: HelpdeskPage,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<Map<string, KnownPerson>>> {
  const people = new Map<string, KnownPerson>();
  for (const name of new Set(names)) {
    const user = await readRest(page, `/user/${encodeURIComponent(name)}`, restUserSchema, `the person ${name}`, signal);
    if (user.ok) {
      const { RealName, EmailAddress, Privileged } = user.value;
      const person = { id: name, name: RealName || name, ...(EmailAddress ? { email: EmailAddress } : {}) };
      people.set(name, { person, isPrivileged: Number(Privileged ?? 0) === 1 });
    } else if (user.error.kind === 'ticket-unreadable' && /HTTP 40[34]/.test(user.error.missing)) {
      people.set(name, { person: { id: name, name }, isPrivileged: false });
    } else return user;
  }
  return { ok: true, value: people };
}

export function toRole(creator: string, isPrivileged: boolean, ticket: RestTicket): Message['role'] {
  if (ticket.Requestor.some(({ id }) => id === creator)) return 'requester';
  return isPrivileged ? 'agent' : 'participant';
}

/** Who is signed in, from the link to their own summary page in RT's menu (REST has no question for it). RT's user number. */
export function findSignedInUserNumber(document: Document): string | undefined {
  return /\/User\/Summary\.html\?id=(\d+)$/.exec(document.getElementById('preferences')?.getAttribute('href') ?? '')?.[1];
}

/** The agent, or nothing where RT does not tell: an agent is good to know and not worth a failure. */
export async function readAgent(page: HelpdeskPage, signal: AbortSignal): Promise<Person | undefined> {
  const number = findSignedInUserNumber(page.document);
  if (number === undefined) return undefined;
  const user = await readRest(page, `/user/${number}`, restUserSchema, 'the agent', signal);
  if (!user.ok || !user.value.Name) return undefined;
  const { Name, RealName, EmailAddress } = user.value;
  return { id: Name, name: RealName || Name, ...(EmailAddress ? { email: EmailAddress } : {}) };
}
