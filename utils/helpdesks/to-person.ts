import type { Person } from '../domain/ticket.ts';

/** A person as an API tells them. */
export type ApiPerson = { readonly id: string; readonly name?: string | undefined; readonly email?: string | null | undefined };

/** Someone without a name goes by their address, or by their id; nobody, as where a rule wrote or an account was deleted, is `unknown`. */
export function toPerson(person: ApiPerson | null | undefined): Person {
  if (!person) return { id: 'unknown', name: '' };
  const { id, name, email } = person;
  return { id, name: name || email || id, ...(email ? { email } : {}) };
}
