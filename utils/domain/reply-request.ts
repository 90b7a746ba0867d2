import type { Passage, RankedPassage } from './passage.ts';
import type { Settings } from './settings.ts';
import type { Ticket } from './ticket.ts';
import type { VoiceProfile } from './voice.ts';

/** Source of facts that the agent gave for one ticket. */
export const AGENT_SOURCE_ID = 'agent';

/** A fact of the agent's: said whole, where a passage gives its best sentences. */
export const isAgentFact = ({ sourceId }: Pick<Passage, 'sourceId'>): boolean => sourceId === AGENT_SOURCE_ID;

/** All that a writer of a reply is told. */
export type ReplyRequest = {
  readonly ticket: Ticket;
  /** What the requester asks, one question each, in the requester's words; never empty. */
  readonly questions: readonly string[];
  /** BCP 47 language of the reply. */
  readonly language: string;
  /** Sources in the order of their numbers: the first is cited as `[1]`. The recipient may see all of them. */
  readonly passages: readonly RankedPassage[];
  /** How many of the first passages have to be used: what the agent pinned, and facts that they gave. Absent: none. */
  readonly required?: number;
  /** Looked at and found not good enough: never cited or quoted, only there to tell common words from telling ones. */
  readonly others?: readonly RankedPassage[];
  /** Name to sign with; empty to leave the signature to the helpdesk. */
  readonly agentName: string;
  /** Behaviour, never facts; absent: the default voice. */
  readonly voice?: VoiceProfile;
  /** Terms that must keep their form. */
  readonly glossary?: Settings['glossary'];
};
