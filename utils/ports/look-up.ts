import type { LookUpResult } from '../domain/look-up.ts';
import type { Ticket } from '../domain/ticket.ts';

/** Names one tool of one server. */
export type ToolName = { readonly serverId: string; readonly tool: string };

/** Live business state, asked for one ticket and kept for one draft. */
export type LookUps = {
  /**
   * Asks every tool that the team wants asked `always`, and those in `requested`. One result for each, in the order of the
   * settings; a tool asked `always` for which the ticket holds nothing has none. Never fails: trouble is a result. Rejects
   * only with the signal's reason.
   */
  readonly lookUp: (ticket: Ticket, signal: AbortSignal, requested?: readonly ToolName[]) => Promise<LookUpResult[]>;
};
