import { RETAINED_FROM_SHARE } from '../domain/outcome.ts';
import { MIN_RATE_N } from './rate.ts';

const percent = `${Math.round(RETAINED_FROM_SHARE * 100)}%`;

/** The rules as the page prints them beside the numbers, one click away. They name the same constants that the code counts with. */
export const rules = {
  strict: `A draft counts when it was sent and at least ${percent} of its words stayed, in their order. Divided by all tickets that were offered a draft. Intervals: Wilson, 95%.`,
  loose:
    'A draft counts when it was inserted, whatever happened to it then. Divided by all tickets that were offered a draft. Intervals: Wilson, 95%.',
  overEligible:
    'Over eligible divides by every ticket that was open and waiting for a reply, so abstaining from difficult tickets does not make this figure better.',
  ladder: [
    'Eligible: the ticket was open, could be read, and its newest public message was the requester’s.',
    'Offered: a draft was made. Seen: the panel showed it. Inserted: it was put into the reply box.',
    'Sent: the reply was found in the helpdesk afterwards. Retained: at least ' +
      percent +
      ' of the draft’s words stand in it, in order.',
    'Each turn of the agent in a ticket counts once, however many drafts were made, on the day it began. A later step counts for those before it.',
  ],
  tooFew: `Fewer than ${MIN_RATE_N}: a percentage would say more than is known, so only the counts are shown.`,
  byAgent: 'Sorted by name; a high rate is no merit. Tickets differ, and so do the people who get them.',
  bySource: 'A draft counts for each source it cites.',
  byArticle: 'A draft counts for each article it cites.',
} as const;
