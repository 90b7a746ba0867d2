import { expect, it } from 'vitest';
import { draftRecordSchema } from '../domain/draft.ts';
import { sourceIdSchema } from '../domain/passage.ts';
import { toOpportunityId, toTicketLock } from '../domain/ticket.ts';
import { removeFromDraft, usesSource } from '../insights/lineage/forget-source.ts';
import { assist, asks, codes, deps, makeModel, quoted, reply, reset } from '../pipeline/test-support.ts';

const gone = sourceIdSchema.parse('gone');
const lookedAt = { ...codes, passage: { ...codes.passage, sourceId: gone } };

async function makeRecord() {
  const outcome = await assist(asks, deps([reset, lookedAt], { models: { chat: makeModel(reply(quoted)) } }));
  return draftRecordSchema.parse({
    id: 'd1',
    opportunityId: toOpportunityId(asks),
    lock: toTicketLock(asks),
    subject: asks.subject,
    createdAt: '2026-11-21T10:00:00.000Z',
    versions: [],
    outcome,
  });
}

it('a source whose passage was sent and not cited is forgotten from the trace too', async () => {
  const record = await makeRecord();
  expect(JSON.stringify(record)).toContain('8-digit code');
  expect(usesSource(record, gone)).toBe(true);
  const kept = removeFromDraft(record, { sourceId: gone, at: '2026-11-21T11:00:00.000Z', forget: true });
  expect(kept).toBeDefined();
  expect(JSON.stringify(kept)).not.toContain('8-digit code');
});

it('a source that was not looked at leaves the draft alone', async () => {
  const other = sourceIdSchema.parse('other');
  expect(removeFromDraft(await makeRecord(), { sourceId: other, at: '2026-11-21T11:00:00.000Z', forget: true })).toBeUndefined();
});
