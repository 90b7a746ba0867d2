import { z } from 'zod';
import type { DemoTicket, HelpdeskData, Message, Person } from './helpdesk-data.ts';

/** A helpdesk's content before it has a start time: every time is an age, `-3d4h20m` or shorter, counted from the start. */
export const seedSchema = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), organization: z.string().optional() })),
  /** Ids of the people who answer. */
  agents: z.array(z.string()),
  /** Id of the agent who is signed in. */
  me: z.string(),
  tickets: z.array(
    z.object({
      id: z.string(),
      /** A name to call the ticket by in tests and the demo. */
      ref: z.string(),
      subject: z.string(),
      queue: z.string().default(''),
      status: z.enum(['new', 'open', 'closed']),
      requester: z.string(),
      messages: z.array(
        z.object({
          author: z.string(),
          at: z.string(),
          visibility: z.enum(['public', 'internal']).default('public'),
          text: z.string(),
          quoted: z.string().default(''),
          attachments: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});
export type HelpdeskSeed = z.infer<typeof seedSchema>;

/** Milliseconds in an age such as `-2d5h10m`; `undefined` when it is not one. */
export function parseAgeMs(age: string): number | undefined {
  const parts = /^-(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(age);
  if (!parts || age === '-') return undefined;
  const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60_000;
}

/** The helpdesk as it stands when it starts for the first time. Throws when the seed names a person or an age that does not exist. */
export function plantSeed(seed: HelpdeskSeed, now: Date): HelpdeskData {
  const people = new Map(seed.people.map((person) => [person.id, person]));
  const personOf = (id: string): Person => {
    const person = people.get(id);
    if (!person) throw new Error(`The seed names ${id}, who is not among its people.`);
    return person;
  };
  const timeOf = (age: string): string => {
    const ageMs = parseAgeMs(age);
    if (ageMs === undefined) throw new Error(`The seed has the age "${age}"; ages look like -2d5h10m.`);
    return new Date(now.getTime() - ageMs).toISOString();
  };
  const tickets = seed.tickets.map((ticket): DemoTicket => {
    const messages = ticket.messages.map((message, index): Message => ({
      id: `${ticket.id}-${index + 1}`,
      author: personOf(message.author),
      authorRole: seed.agents.includes(message.author) ? 'agent' : 'requester',
      visibility: message.visibility,
      createdAt: timeOf(message.at),
      text: message.text,
      quoted: message.quoted,
      attachments: message.attachments,
    }));
    const createdAt = messages[0]?.createdAt ?? timeOf('-20m');
    return {
      id: ticket.id,
      ref: ticket.ref,
      subject: ticket.subject,
      queue: ticket.queue,
      status: ticket.status,
      requester: personOf(ticket.requester),
      createdAt,
      messages,
    };
  });
  return { me: personOf(seed.me), tickets, sent: [] };
}
