import { toShownVersion, type DraftBlock, type DraftRecord, type DraftVersion } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { markFrame } from '../drafting/voice/mark-frame.ts';
import { checkEdit } from '../grounding/check-edit.ts';

/**
 * The record with the agent's text as its newest version, in the language of the one that stands; the same record when that is
 * what stands already. With its ticket at hand, each sentence is checked. `at` is ISO 8601.
 */
export function addVersion(record: DraftRecord, text: string, at: string, ticket: Ticket | undefined): DraftRecord {
  const standing = toShownVersion(record);
  if (standing?.text === text) return record;
  const version: DraftVersion = {
    at,
    by: 'agent',
    text,
    ...(standing?.language === undefined ? {} : { language: standing.language }),
  };
  const blocks = ticket && toBlocks(record, version, ticket);
  return { ...record, versions: [...record.versions, { ...version, ...(blocks ? { blocks } : {}) }] };
}

/** A version's text sentence by sentence: as it was checked, or checked now; `undefined` when the record holds no draft. */
export function toBlocks(record: DraftRecord, version: DraftVersion, ticket: Ticket): DraftBlock[] | undefined {
  if (version.blocks) return version.blocks;
  if (record.outcome?.kind !== 'drafted') return undefined;
  const { draft } = record.outcome;
  const before = record.versions.findLast(({ blocks }) => blocks)?.blocks ?? draft.blocks;
  const language = version.language ?? draft.language;
  const checked = checkEdit(version.text, before, draft.sources, ticket, language);
  const blocks = markFrame(checked, { ticket, language, agentName: ticket.agent?.name ?? '' });
  return blocks.length > 0 ? blocks : undefined;
}
