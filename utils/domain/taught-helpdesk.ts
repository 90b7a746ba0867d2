import { z } from 'zod/mini';
import { taughtHelpdeskIdSchema } from './ticket.ts';
import { ticketLayoutSchema } from './ticket-layout.ts';

/** One piece of an address between two slashes. `any` stands for what differs between tickets and is no id: a name made from the subject. */
const segmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('id') }),
]);
export type AddressSegment = z.infer<typeof segmentSchema>;

const nameSchema = z.string().check(z.regex(/^[\w.[\]-]{1,60}$/));

/**
 * Where the id of a ticket stands in the address of its page: in exactly one of the path, the query and the hash. Data, no pattern language: an
 * address from a file can't be slow to match or match more than it says.
 */
export const ticketAddressSchema = z
  .object({
    path: z.array(segmentSchema).check(z.maxLength(30)),
    /** Parameters that have to be there: with this value, or with the id as their value. Others may be there too. */
    query: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('text'), name: nameSchema, text: z.string().check(z.maxLength(200)) }),
          z.object({ kind: z.literal('id'), name: nameSchema }),
        ]),
      )
      .check(z.maxLength(10)),
    /** Pieces of the hash, `#` and slashes at its ends left out; empty: the hash does not matter. */
    hash: z.array(segmentSchema).check(z.maxLength(30)),
    /** What an id looks like: digits only, or letters, digits, `_` and `-` with a digit among them. */
    form: z.enum(['number', 'key']),
  })
  .check(
    z.refine(
      ({ path, query, hash }) => [...path, ...query, ...hash].filter(({ kind }) => kind === 'id').length === 1,
      'needs exactly one place for the id of the ticket',
    ),
  );
export type TicketAddress = z.infer<typeof ticketAddressSchema>;

/** A helpdesk as an agent has shown it; also the file that it is exported to. It says where things are on a page, and holds nothing that a page said. */
export const taughtHelpdeskSchema = z.object({
  kind: z.literal('deskside-helpdesk'),
  version: z.literal(1),
  /** Made from the host; there is one for each host. */
  id: taughtHelpdeskIdSchema,
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Host with port, lower case. */
  host: z.string().check(z.regex(/^[a-z0-9.[\]:-]{1,260}$/)),
  address: ticketAddressSchema,
  layout: ticketLayoutSchema,
});
export type TaughtHelpdesk = z.infer<typeof taughtHelpdeskSchema>;

/** `taught:desk-northwind-example` of `desk.northwind.example`. */
export function toTaughtId(host: string): TaughtHelpdesk['id'] {
  const slug = host.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `taught:${slug.slice(0, 60) || 'helpdesk'}`;
}
