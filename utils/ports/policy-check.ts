import type { Draft } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';

export type PolicyFlag = { readonly check: string; readonly severity: 'warn' | 'block'; readonly excerpt: string };

/** One rule over a draft, run again on the edited text at the moment of insertion. */
export type PolicyCheck = { readonly id: string; readonly check: (draft: Draft, ticket: Ticket) => readonly PolicyFlag[] };
