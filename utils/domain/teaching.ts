import { z } from 'zod/mini';
import { taughtHelpdeskSchema } from './taught-helpdesk.ts';
import { ticketLayoutSchema } from './ticket-layout.ts';
import { visibilitySchema } from './ticket.ts';

/** What an agent shows in the page: the parts of a ticket, and one message of each kind. */
export const shownPartSchema = z.enum(['subject', 'requester', 'agent', 'note', 'reply', 'author', 'time', 'body']);
export type ShownPart = z.infer<typeof shownPartSchema>;

/** The steps in their order; `note` may be left out. */
export const teachingSteps = ['subject', 'requester', 'agent', 'note', 'reply'] as const satisfies readonly ShownPart[];

/** An element of the page as it is now: positions among its parent's children, from the root down. Never kept beyond the teaching. */
export const elementPathSchema = z.array(z.int().check(z.nonnegative())).check(z.maxLength(200));
export type ElementPath = z.infer<typeof elementPathSchema>;

export const shownSchema = z.object({
  part: shownPartSchema,
  path: elementPathSchema,
  /** The first words of what was clicked, for the agent to see. */
  words: z.string().check(z.maxLength(120)),
});
export type Shown = z.infer<typeof shownSchema>;

const numberSchema = z.int().check(z.nonnegative(), z.maximum(50));

/** What the agent says beside the clicks. */
export const teachingAnswersSchema = z.object({
  /** This page shows no note. */
  noNote: z.boolean(),
  /** Who reads what is written into the box as it stands; no answer yet: it is not asked to hold anything. */
  audience: z.optional(visibilitySchema),
  /** Which of the places of the id, counted from 0. */
  idPlace: z.optional(numberSchema),
  order: z.optional(z.enum(['oldest-first', 'newest-first'])),
});
export type TeachingAnswers = z.infer<typeof teachingAnswersSchema>;

/** What would be read and where it would be written, with the file that says so. */
export const proposalSchema = z.object({
  helpdesk: z.optional(taughtHelpdeskSchema),
  subject: z.string(),
  messages: z
    .array(
      z.object({
        path: elementPathSchema,
        author: z.string(),
        role: z.enum(['requester', 'agent', 'participant']),
        visibility: visibilitySchema,
        at: z.string(),
        words: z.string().check(z.maxLength(120)),
      }),
    )
    .check(z.maxLength(300)),
  /** Places of the id in the address, as the agent can tell them apart: "1042 in /tickets/1042". */
  idPlaces: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(50)),
  idPlace: numberSchema,
  order: ticketLayoutSchema.shape.order,
  /** Is there a control beside the box that decides who reads it? */
  hasControl: z.boolean(),
  /** In plain words; with one of them nothing can be saved. */
  problems: z.array(z.string()).check(z.maxLength(20)),
  /** In plain words; what may stop working, or was not found. */
  warnings: z.array(z.string()).check(z.maxLength(20)),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** One tab's teaching, kept in session storage so that a worker that ends forgets nothing. */
export const teachingSchema = z.object({
  tabId: z.int(),
  host: z.string(),
  shown: z.array(shownSchema).check(z.maxLength(40)),
  answers: teachingAnswersSchema,
  /** A part that is shown anew although every step is done. */
  mending: z.optional(shownPartSchema),
  proposal: z.optional(proposalSchema),
  /** Why the last click did not help, in plain words; empty when it did. */
  trouble: z.string(),
});
export type Teaching = z.infer<typeof teachingSchema>;

/** What the next click in the page shows; `undefined` when nothing is asked for. */
export function toAsked({ mending, shown, answers }: Pick<Teaching, 'mending' | 'shown' | 'answers'>): ShownPart | undefined {
  if (mending) return mending;
  return teachingSteps.find((step) => !(step === 'note' && answers.noNote) && !shown.some(({ part }) => part === step));
}
