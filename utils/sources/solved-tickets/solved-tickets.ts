import type { KnowledgeSource } from '../../ports/knowledge-source.ts';
import { createPagedSource } from '../paged/create-paged-source.ts';
import { createFreshdeskTickets } from './freshdesk.ts';
import { createRequestTrackerTickets } from './request-tracker.ts';
import type { Redact } from './to-solved-ticket.ts';
import { createZammadTickets } from './zammad.ts';
import { createZendeskTickets } from './zendesk.ts';

/**
 * Tickets solved in the last days as internal articles, each a question and its answer. Everything that people wrote goes
 * through `redact` first; a ticket that it refuses is reported by its number and not kept.
 */
export function createSolvedTicketSources({ redact }: { readonly redact: Redact }): KnowledgeSource[] {
  return [createZendeskTickets, createFreshdeskTickets, createZammadTickets, createRequestTrackerTickets].map((create) =>
    createPagedSource(create(redact)),
  );
}
